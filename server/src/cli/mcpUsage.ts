/** Help text of `zhangfa mcp`. */
export const MCP_USAGE = `zhangfa mcp [选项]

  给智能体用的 MCP 服务，在标准输入输出上说话，由智能体的程序启动。两个工具：zhangfa_check 检查草稿，
  zhangfa_suggest 给一个环节提示表述并注明出处。只读文件夹里的文件，不联网，不改任何东西。
  An MCP server on standard input and output, for agents: zhangfa_check checks a draft, zhangfa_suggest offers
  phrases with their sources. It reads files of the folder only, uses no network and changes nothing.

  --folder DIR           在哪个文件夹里，路径都相对于它 folder of the drafts and documents (.)
  --documents PATH       参考文档：文件、文件夹或通配，可重复；可以在文件夹以外
                         reference documents, repeatable, may lie outside the folder (documents/)
  --rubrics PATH         自己的框架文件或文件夹，可重复 own rubrics, repeatable (.zhangfa/rubrics/)
  --lang zh|en           提示语言 language of messages (zh)

示例 examples:
  zhangfa mcp --folder ~/drafts
  { "mcpServers": { "zhangfa": { "command": "zhangfa", "args": ["mcp", "--folder", "/home/me/drafts"] } } }
`;
