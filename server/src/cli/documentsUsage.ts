/** Help text of `zhangfa documents`. */
export const DOCUMENTS_USAGE = `zhangfa documents [选项] 文件 | 文件夹 | 通配 …

  读取参考文档（txt、md、html、docx、pdf），说明留下多少句、丢掉了什么、为什么、哪里不完整。
  Reads reference documents and says what was kept, what was dropped and why, and what is incomplete.

  --format text|json   输出格式 output (text)
  --details            逐条列出丢掉的文字 list every dropped text
  --lang zh|en         提示语言 language of messages (zh)

退出码 exit status: 0；2 用法错误，或一份也没有读到 / wrong usage, or nothing could be read

示例 examples:
  zhangfa documents documents/
  zhangfa documents --details "资料/**/*.docx"
  zhangfa documents --format json documents/ > documents.json
`;
