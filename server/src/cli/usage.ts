/** Help text of the program. */
export const USAGE = `章法 Zhangfa：检查群众工作类面试、申论作答草稿 / checks answer drafts

用法 usage:  zhangfa check [选项 options] 文件 | 文件夹 | 通配 | -
             zhangfa documents [选项] 文件 | 文件夹 | 通配 …
             zhangfa suggest --section 框架/环节 [选项]
             zhangfa lsp --stdio
             zhangfa mcp [选项]

  check        检查草稿 checks drafts
  documents    读取参考文档，说明留下和丢掉了什么 reads reference documents, says what was kept and dropped
  suggest      给一个环节提示表述 suggests phrases for a section
  lsp          语言服务，由编辑器启动 the language server, started by an editor
  mcp          给智能体用的工具，由智能体的程序启动 tools for agents, started by their program

  zhangfa 命令 --help      选项与示例 options and examples
  zhangfa --version
`;
