import assert from 'node:assert/strict';
import { Tree } from '@lezer/common';
import fc from 'fast-check';
import { type Block, buildBlock, draftParser } from '../../server/src/core/draft/blocks';
import { toLineFeeds, topBlocks } from '../../server/src/core/draft/topBlocks';
import { holds } from './runs';
import { anyText } from './texts';

interface Found {
  readonly from: number;
  readonly to: number;
  readonly block: Block;
}

/** The blocks of a text, all of it read by the Markdown parser. */
function parsed(text: string): Found[] {
  const found: Found[] = [];
  const collect = (tree: Tree, start: number): void => {
    for (const [index, syntax] of tree.children.entries()) {
      const from = start + (tree.positions[index] ?? 0);
      if (!(syntax instanceof Tree) || syntax.length === 0) continue;
      if (syntax.type.isAnonymous) collect(syntax, from);
      else {
        const end = from + syntax.length;
        const to = text[end - 1] === '\r' ? end - 1 : end;
        found.push({ from, to, block: buildBlock(syntax.type.name, syntax, text.slice(from, to)) });
      }
    }
  };
  collect(draftParser.parse(toLineFeeds(text)), 0);
  return found;
}

const read = (text: string): Found[] =>
  topBlocks(text, 0, text.length).map(({ name, syntax, from, to }) => ({
    from,
    to,
    block: buildBlock(name, syntax, text.slice(from, to)),
  }));

/** What begins lines; most lines of a draft begin with nothing. */
const beginnings = fc.constantFrom(
  ...[
    '',
    '',
    '',
    '',
    '- ',
    '- ',
    '- ',
    '# ',
    '## ',
    '## 1、',
    '  ',
    '    ',
    '\t',
    '　　',
    ' ',
    '-',
    '#',
    '##',
    '* ',
  ],
  ...[
    '+ ',
    '1. ',
    '2) ',
    '> ',
    '>',
    '####### ',
    '---',
    '===',
    '- - ',
    '- # ',
    '  - ',
    '-  ',
    '|',
    '```',
    '~~~',
    '[甲]: ',
  ],
  ...['<!--', '-->', '<div>', '<', 'a', '1', '“', '- 1'],
);
const rests = fc.constantFrom(
  ...[
    '',
    '',
    '我',
    '先查，再答。',
    '先查 ',
    '查  ',
    '题目',
    'a',
    '甲|乙',
    '-|-',
    ' #',
    '##',
    '`甲`',
    '[甲](乙)',
    '!',
    '&amp;',
  ],
  ...['\\', '```', '<b>', '-->', '~', '*甲*', '-', '\0', '1'],
);
const ends = fc.constantFrom(
  '\n',
  '\n',
  '\n\n',
  '\n\n',
  '\n\n\n',
  '\n \n',
  '\n\t\n',
  '\r\n',
  '\r\n\r\n',
  '\r',
  '',
);
const lines = fc
  .array(fc.tuple(beginnings, rests, ends), { maxLength: 14 })
  .map((parts) => parts.flat().join(''));

suite('property/top blocks', () => {
  holds(
    'blocks of nothing but text are what the Markdown parser says they are',
    0.05,
    fc.property(fc.oneof({ weight: 3, arbitrary: lines }, anyText), (text) => {
      assert.deepEqual(read(text), parsed(text));
    }),
  );
});
