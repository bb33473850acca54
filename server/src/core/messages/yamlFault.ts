/** What the YAML parser says in English, and the same for a writer: what stands there, and what to do. */
const FAULTS: readonly (readonly [said: RegExp, zh: string])[] = [
  [/^Implicit map keys need to be followed/, '这一行不是“键: 值”：冒号要用半角，后面空一格'],
  [/^Nested mappings are not allowed/, '值里有“: ”，要把整个值放进引号'],
  [/^Unexpected .* at node end/, '引号或括号后面还有字，要把整个值放进引号'],
  [/^Plain value cannot start with/, '值以特殊符号开头，要把整个值放进引号'],
  [
    /^(?:Alias|Anchor|An alias|A node can have|Unresolved (?:alias|tag))/,
    '值以特殊符号开头，要把整个值放进引号',
  ],
  [/^Missing closing/, '引号没有配对'],
  [
    /^Flow (?:sequence|map)|^Missing , |^Missing space after : in flow|in flow (?:sequence|map)/,
    '括号里没有写完，或者没有配对',
  ],
  [/^Tabs are not allowed/, '缩进要用空格，不能用 Tab'],
  [/must start at the same column|^Sequence item without|^A block sequence/, '同一层的各行要对齐'],
  [/^Map keys must be unique/, '同一个键写了两次'],
  [/^Invalid escape sequence/, '双引号里的反斜杠要写两个'],
  [/^Implicit keys/, '键要写在一行里'],
  [/^nested too deeply/, '嵌套太深'],
  [/^too large/, '文件太大，请分成几个'],
  [/^too many aliases|^Excessive alias/, '别名（*）太多'],
  [/^Source contains multiple documents/, '一个文件只能有一份内容，不要再写 ---'],
];

/** A fault of YAML in Chinese where it is one a writer makes, else as the parser said it. */
export function yamlFault(said: string): string {
  return FAULTS.find(([pattern]) => pattern.test(said))?.[1] ?? said;
}
