/** Help text of `zhangfa suggest`. */
export const SUGGEST_USAGE = `zhangfa suggest --section 框架/环节 [选项]

  给一个环节提示表述：来自参考文档和内置表述，排在前面的更合适，每条注明出处。
  Suggests phrases for a section, from reference documents and the built-in bank, best first, each with its source.

  --section ID/ID[/ID]   框架/环节，也可以再写要点 framework/section, and a point if wanted
  --query 词             只要含这些词的；也认拼音首字母（如 qzly）words, or initials of pinyin
  --documents PATH …     参考文档：文件、文件夹或通配，可以写几个 files, folders or globs
  --no-bank              只看参考文档里的 only phrases of the documents
  --limit N              最多几条，1–200 at most (10)
  --format text|json     输出格式 output (text)
  --rubrics PATH         自己的框架文件或文件夹，可重复 own rubrics, repeatable (.zhangfa/rubrics/)
  --lang zh|en           提示语言 language of messages (zh)

退出码 exit status: 0；2 用法错误，或给出的文档一份也没有读到 / wrong usage, or no document could be read

示例 examples:
  zhangfa suggest --section public-doubt/action
  zhangfa suggest --section public-doubt/action --query 核查 --documents documents/
  zhangfa suggest --section mass-relations/care-life --documents documents/ --no-bank --format json
`;
