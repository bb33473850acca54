import assert from 'node:assert/strict';
import { parseDraft } from '../../../server/src/core/draft/draft';
import { copiesIn, copyAt } from '../../../server/src/core/references/draftCopies';
import type { Copy, References } from '../../../server/src/core/references/types';
import { lines } from '../../support/marked';
import { libraryOf, noPhrases, plain } from './support';

const FIRST = '来了人先请坐倒水，听他把话说完再开口。';
const SECOND = '然后把他的要求一条一条记下来念给他听。';
const THIRD = '办完以后过一个月，再上门问问还有没有难处。';

const library = libraryOf({ a: lines(FIRST, '', SECOND), b: THIRD });

function found(text: string, references: References = library): string[] {
  return copiesIn(parseDraft(text), references).map(
    ({ from, to, hanzi }) => `${hanzi} ${text.slice(from, to)}`,
  );
}

suite('references/draftCopies', () => {
  test('what stands in two documents is two runs', () =>
    assert.deepEqual(found(`${FIRST}${THIRD}`), [`17 ${FIRST.slice(0, -1)}`, `19 ${THIRD.slice(0, -1)}`]));

  for (const [name, text, expected] of [
    ['a paragraph of its own', `${FIRST}\n\n${SECOND}`, [`35 ${FIRST}\n\n${SECOND.slice(0, -1)}`]],
    [
      'a comment between',
      `${FIRST}\n\n<!-- 改 -->\n\n${SECOND}`,
      [`35 ${FIRST}\n\n<!-- 改 -->\n\n${SECOND.slice(0, -1)}`],
    ],
    ['a list', `- ${FIRST}\n- ${SECOND}`, [`35 ${FIRST}\n- ${SECOND.slice(0, -1)}`]],
    [
      'emphasis',
      `来了人**先请坐**倒水，听他把话说完再开口。`,
      ['17 来了人**先请坐**倒水，听他把话说完再开口'],
    ],
  ] as const)
    test(`a run goes on over ${name}`, () => assert.deepEqual(found(text), expected));

  for (const [name, between] of [
    ['a heading', '## 记录'],
    ['other words', '这时候别急。'],
    ['code', '```\ncode\n```'],
    ['a quote', '> 引文'],
  ] as const)
    test(`a run does not go on over ${name}`, () =>
      assert.deepEqual(found(`${FIRST}\n\n${between}\n\n${SECOND}`), [
        `17 ${FIRST.slice(0, -1)}`,
        `18 ${SECOND.slice(0, -1)}`,
      ]));

  test('paragraphs in another order are two runs', () =>
    assert.deepEqual(found(`${SECOND}\n\n${FIRST}`), [
      `18 ${SECOND.slice(0, -1)}`,
      `17 ${FIRST.slice(0, -1)}`,
    ]));

  for (const [name, text] of [
    ['the question', `题目：${FIRST}\n\n好。`],
    ['the front matter', `---\nquestion: ${FIRST}\n---\n\n好。`],
    ['a comment', `好。<!-- ${FIRST} -->`],
    ['code', `好。\n\n\`\`\`\n${FIRST}\n\`\`\``],
    ['code in a line', `好。\`${FIRST}\``],
    ['a quote', `好。\n\n> ${FIRST}`],
  ] as const)
    test(`not answer text: ${name}`, () => assert.deepEqual(found(text), []));

  test('the run under the cursor, its ends included', () => {
    const draft = parseDraft(`好。${FIRST}`);
    const at = (offset: number): number | undefined => copyAt(draft, library, offset)?.from;
    assert.deepEqual(
      [at(1), at(2), at(8), at(2 + FIRST.length - 1), at(2 + FIRST.length)],
      [undefined, 2, 2, 2, undefined],
    );
  });

  test('the document that is the draft itself is left out, the same words in another are found', () => {
    const both = libraryOf({ a: `${FIRST}\n${THIRD}`, b: THIRD });
    const draft = parseDraft(`${FIRST}\n\n${THIRD}`);
    const documents = (except?: string): string[] =>
      copiesIn(draft, both, except).map(({ place }) => place.document);
    assert.deepEqual(documents(), ['a']);
    assert.deepEqual(documents('a'), ['b']);
    assert.deepEqual(documents(), ['a']);
    assert.equal(copyAt(draft, both, 3, 'a'), undefined);
    assert.equal(copyAt(draft, both, 3, 'b')?.place.document, 'a');
  });

  test('each block is looked up once, until it or the documents change', () => {
    const asked: string[] = [];
    const own = libraryOf({ a: FIRST });
    const counting: References = {
      get revision() {
        return own.revision;
      },
      phrases: own.phrases,
      documents: own.documents,
      add: (document, phrases) => own.add(document, phrases),
      remove: (id) => own.remove(id),
      copies: (text, least, except): Copy[] => {
        asked.push(text.slice(0, 2));
        return own.copies(text, least, except);
      },
      paragraphAt: (document, offset) => own.paragraphAt(document, offset),
      spanOf: (place) => own.spanOf(place),
    };
    // The parser goes on with what it has only where much is unchanged.
    const text = `${FIRST}\n\n${'中间一段。'.repeat(60)}\n\n后面一段。\n\n${SECOND}`;
    const draft = parseDraft(text);
    assert.equal(copiesIn(draft, counting).length, 1);
    assert.equal(copiesIn(draft, counting), copiesIn(draft, counting));
    assert.deepEqual(asked, ['来了', '中间', '后面', '然后']);
    const edited = parseDraft(`${text}又`, draft, [{ from: text.length, to: text.length, inserted: 1 }]);
    copiesIn(edited, counting);
    assert.equal(asked.includes('来了', 4), false);
    own.add(plain('b', SECOND), noPhrases('b'));
    assert.equal(copiesIn(edited, counting).length, 2);
  });
});
