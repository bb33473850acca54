/** Texts that nobody writes, at any length: `[name, (length in UTF-16 units) => text]`. */

const fill = (piece) => (length) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
const SAID = '我先道歉，再上门核实情况，三天内答复您。';
const question = '---\nquestion: 路灯坏了，居民质疑，你怎么办？\n---\n\n';
const asked = (piece) => (length) => question + fill(piece)(length);
/** As many levels as a text of this length can hold when every line names all of them. */
const depthOf = (length) => Math.floor(Math.sqrt(length));

export const HOSTILE = [
  ['a plain draft', asked(`## 一、先核实\n\n${SAID.repeat(4)}\n\n`)],
  // One long line
  ['one line of sentences', asked(SAID)],
  ['one line without an end', asked('我先道歉，再上门核实情况')],
  ['one sentence of cues', asked('道歉核实答复整改')],
  ['one sentence of what is to be avoided', asked('急什么不归我管')],
  ['one sentence of negations', asked('不能不是没有')],
  [
    'lines of 100 000',
    (length) => question + `${fill(SAID)(99_999)}\n\n`.repeat(Math.ceil(length / 100_001)),
  ],
  // One character
  ...[
    '*',
    '_',
    '`',
    '~',
    '。',
    '，',
    '“',
    '”',
    '"',
    '‘',
    '…',
    '.',
    '1',
    '一',
    '[',
    ']',
    '(',
    '<',
    '>',
    '|',
    '#',
    '-',
    '=',
    '\\',
    '&',
    '!',
    '【',
    ' ',
    '\t',
    '\n',
    '\r',
    '\0',
    '\u3000',
    '\ud83d',
    '道',
    'a',
  ].map((unit) => [`nothing but ${JSON.stringify(unit)}`, asked(unit)]),
  // Pairs that open and close
  ['emphasis that never closes', asked('*道歉')],
  ['emphasis of both kinds', asked('*道 _歉 ')],
  ['closing emphasis', asked('道歉* ')],
  ['underscores between', asked('a_道歉_b')],
  ['strikes', asked('~~道歉')],
  [
    'backticks of growing length',
    (length) =>
      question + Array.from({ length: depthOf(length * 2) }, (_, index) => '`'.repeat(index + 1)).join('道'),
  ],
  ['code in a line', asked('`码`道歉')],
  ['comments in a line', asked('道歉<!-- 注 -->')],
  ['comments left open', asked('道歉<!--')],
  ['tags in a line', asked('道歉<b>')],
  ['tags left open', asked('<a b="道歉')],
  ['links', asked('[道歉](a)')],
  ['links left open', asked('[道歉](')],
  ['brackets nested', (length) => question + '['.repeat(length / 2) + ']'.repeat(length / 2)],
  [
    'links, then brackets that close',
    (length) => `${asked('[道歉](a)')(length / 2)}${']'.repeat(length / 2)}`,
  ],
  ['links in links', (length) => `${question}${'[a]['.repeat(length / 5)}b${']'.repeat(length / 5)}`],
  ['pictures nested', (length) => `${question}${'!['.repeat(length / 6)}道歉${'](b)'.repeat(length / 6)}`],
  ['pictures', asked('![道歉](a)')],
  ['entities', asked('&amp;&#x4e00;')],
  ['link titles left open', asked('[道歉](a "')],
  ['definitions', asked('[a]: b\n')],
  ['autolinks', asked('<https://a.b>')],
  ['declarations left open', asked('<!A ')],
  ['instructions left open', asked('<?a ')],
  ['data sections left open', asked('<![CDATA[')],
  ['quotations that never close', asked('他说“道歉。')],
  ['quotations that never open', asked('道歉。”他说')],
  ['quotations nested', (length) => question + '“'.repeat(length / 2) + '”'.repeat(length / 2)],
  ['quotations one after the other', asked('他说：“急什么。”我说：“您坐。”')],
  ['ends and closing marks', asked('。”')],
  ['closing marks that go on', (length) => `${asked('“。')(length)}${'”'.repeat(1000)}的`],
  // Many lines
  ['short lines', asked('道歉\n')],
  ['lines in one paragraph', asked('我先道歉，再上门核实情况。\n')],
  ['lines that go on', asked('我先道歉再上门核实情况并且答复整改还要公示结果听取意见\n')],
  ['blank lines', asked('道歉。\n\n\n\n\n\n')],
  ['hard breaks', asked('道歉  \n')],
  ['Windows line ends', asked('道歉。\r\n\r\n')],
  ['carriage returns', asked('道歉。\r')],
  // Blocks
  ['headings', asked('## 一、道歉\n\n')],
  ['headings that are empty', asked('##\n')],
  ['underlined headings', asked('道歉\n---\n')],
  ['headings of the question', asked('## 题目\n\n')],
  [
    'headings of the question, with text',
    (length) => `## 题目\n\n${fill('灯坏了。\n\n')(length)}\n## 作答\n\n道歉。\n`,
  ],
  ['questions in quotes', asked('> 题目：灯坏了\n\n')],
  ['numbered lines', asked('一、道歉\n我先道歉。\n')],
  ['list items', asked('- 道歉。\n')],
  ['numbered items', asked('1. 道歉。\n')],
  ['loose list items', asked('- 道歉。\n\n')],
  ['list markers in one line', asked('- ')],
  [
    'lists nested',
    (length) =>
      question +
      Array.from({ length: depthOf(length) }, (_, depth) => `${'  '.repeat(depth)}- 道歉。`).join('\n'),
  ],
  [
    'quotes nested',
    (length) =>
      question +
      Array.from({ length: depthOf(length * 2) }, (_, depth) => `${'>'.repeat(depth + 1)} 道歉。`).join('\n'),
  ],
  [
    'quotes nested, then text',
    (length) => `${question}${'>'.repeat(length / 2)} 道歉\n${fill('道歉\n')(length / 2)}`,
  ],
  ['lists in quotes in lists', asked('> - 1. ')],
  ['one table', (length) => `${question}| 步 | 做 |\n| - | - |\n${fill('| 一 | 我先道歉。 |\n')(length)}`],
  [
    'one wide table',
    (length) =>
      `${question}|${fill(' 做 |')(length / 3)}\n|${fill(' - |')(length / 3)}\n|${fill(' 做 |')(length / 3)}\n`,
  ],
  ['many tables', asked('| 步 |\n| - |\n| 我先道歉。 |\n\n')],
  ['rows without a table', asked('| 一 | 道歉 |\n')],
  ['delimiter rows', asked('| - |\n')],
  ['code blocks', asked('```\n道歉\n```\n\n')],
  ['a code block left open', (length) => `${question}\`\`\`\n${fill('道歉。\n')(length)}`],
  ['HTML blocks', asked('<div>道歉</div>\n\n')],
  ['rules', asked('---\n\n')],
  // What the rules read
  ['suppressions', asked('<!-- zhangfa-disable-next-line -->\n道歉。\n\n')],
  [
    'suppressions of what is found',
    asked('<!-- zhangfa-disable-next-line cliche -->\n急什么，不归我管。\n\n'),
  ],
  ['switches', asked('<!-- zhangfa-disable cliche -->\n急什么。\n\n<!-- zhangfa-enable cliche -->\n\n')],
  ['the same sentence', asked('我先道歉，再上门核实情况，然后答复。\n\n')],
  [
    'sentences alike',
    (length) =>
      question +
      Array.from(
        { length: Math.ceil(length / 24) },
        (_, index) => `第${index}天我上门核实情况，然后答复他们。`,
      ).join('\n\n'),
  ],
  ['clichés', asked('我们要高度重视，凝聚合力。\n\n')],
  ['what is to be avoided, line by line', asked('急什么，不归我管。\n\n')],
  ['placeholders', asked('【谁】')],
  ['placeholders left open', asked('【谁')],
  ['quantities', asked('三个十天2024年')],
  ['digits', asked('3.14159265358979')],
  ['emoji', asked('👩‍👩‍👧')],
  ['traditional script', asked('我們覈實羣眾訴求，')],
  // Front matter
  ['front matter left open', fill('---\nquestion: 灯\n')],
  ['front matter of one key', (length) => `---\nquestion: ${fill('灯坏了')(length)}\n---\n\n道歉。\n`],
  [
    'front matter of many keys',
    (length) =>
      `---\n${Array.from({ length: Math.ceil(length / 10) }, (_, index) => `k${index}: v\n`).join('')}---\n\n道歉。\n`,
  ],
  ['front matter of one list', (length) => `---\na:\n${fill('  - b\n')(length)}---\n\n道歉。\n`],
  ['front matter in brackets', (length) => `---\na: [${fill('b, ')(length)}]\n---\n\n道歉。\n`],
  ['front matter of comments', (length) => `---\n${fill('# 注\n')(length)}---\n\n道歉。\n`],
  ['front matter of blanks', (length) => `---\na: b${' '.repeat(length)}\n---\n\n道歉。\n`],
  ['front matter of quotes', (length) => `---\na: ${fill("'b'")(length)}\n---\n\n道歉。\n`],
  ['front matter of a block of text', (length) => `---\na: |\n${fill('  灯\n')(length)}---\n\n道歉。\n`],
  ['front matter of mistakes', (length) => `---\n${fill('a: b: c\n')(length)}---\n\n道歉。\n`],
  ['rules switched off', (length) => `---\nzhangfa-disable: [${fill('cliche, ')(length)}]\n---\n\n道歉。\n`],
];
