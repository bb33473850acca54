/** Help text of `zhangfa check`. */
export const CHECK_USAGE = `zhangfa check [选项] 文件 | 文件夹 | 通配 | -

  检查草稿：缺哪些环节、哪些薄弱、哪些话会丢分。- 表示标准输入。
  Checks drafts: sections missing or weak, wording that costs marks. - reads standard input.

  --format text|json|sarif   输出格式 output (text)
  --framework ID             指定框架，优先级低于草稿自己的文首信息
                             framework, unless the draft names one
  --fail-on LEVEL            error|warning|information|hint|none：达到即退出码 1 (warning)
  --minutes N                时限（分钟）time limit
  --rate N                   语速（字/分）speaking rate (200)
  --rubrics PATH             自己的框架文件或文件夹，可重复 own rubrics, repeatable (.zhangfa/rubrics/)
  --lang zh|en               提示语言 language of messages (zh)
  --all                      文件夹和通配里的 Markdown 全部检查，不只是草稿
                             check all Markdown in folders and globs, not only drafts
  --no-color                 不用颜色；环境变量 NO_COLOR 同效

退出码 exit status: 0 没有达到 --fail-on 的提示；1 有；2 用法错误或有文件读不了

示例 examples:
  zhangfa check draft.md
  zhangfa check --framework public-doubt --minutes 3 "drafts/**/*.md"
  cat draft.md | zhangfa check --format json -
`;
