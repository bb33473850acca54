import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Analysis } from '../../server/src/core/analysis/analyse';
import { recogniseMethods } from '../../server/src/core/methods/recognise';
import type { Range } from '../../server/src/core/text/range';
import { assertRange } from './places';
import { holds } from './runs';
import { anyText, shortText } from './texts';
import { checkAnew } from './world';

function shift({ from, to }: Range, by: number): Range {
  return { from: from + by, to: to + by };
}

/** Sentences in order, side by side, and what was found in each within it. */
function assertLines({ draft: { text, blocks }, answer, lines }: Analysis): void {
  let end = 0;
  for (const { block, from } of blocks) {
    assertRange(text, { from, to: from + block.length }, block.kind);
    assert.ok(from >= end, 'blocks in order');
    end = from + block.length;
    let last = 0;
    for (const sentence of block.sentences) {
      assert.ok(sentence.from >= last && sentence.to <= block.length, 'sentences in order, in their block');
      assert.equal(sentence.folded.length, sentence.to - sentence.from);
      last = sentence.to;
    }
    for (const comment of block.comments) assertRange(text, shift(comment, from), 'comment');
  }
  for (const { evidence, from, to, blockFrom } of answer.lines) {
    assertRange(text, { from, to }, 'line');
    for (const hit of [...evidence.cues, ...evidence.wording]) {
      assertRange(text, shift(hit, blockFrom), 'hit');
      assert.ok(hit.from + blockFrom >= from && hit.to + blockFrom <= to, 'a hit lies in its sentence');
    }
  }
  for (const heading of answer.headings) assertRange(text, heading, 'heading');
  assert.equal(lines.length, answer.lines.length);
  for (const { probabilities, slogan } of lines)
    for (const probability of [...probabilities, slogan])
      assert.ok(probability >= 0 && probability <= 1 + 1e-9, `a probability of ${probability}`);
}

suite('properties: ranges', () => {
  holds(
    'whatever the text, everything known of it has a place in it, on the borders of characters',
    0.14,
    fc.property(
      fc.oneof(anyText, shortText),
      fc.constantFrom('zh' as const, 'en' as const),
      (text, locale) => {
        const { analysis, findings } = checkAnew(text, { locale });
        const { draft, sections, length } = analysis;
        assertLines(analysis);
        const { frontMatter, question } = draft;
        assertRange(text, frontMatter.range, 'front matter');
        for (const { range } of frontMatter.problems) assertRange(text, range, 'problem of the front matter');
        for (const key of ['question', 'framework', 'kind', 'minutes'] as const)
          if (frontMatter[key]) assertRange(text, frontMatter[key].range, key);
        for (const range of question?.ranges ?? []) assertRange(text, range, 'question');
        for (const { heading } of sections) if (heading) assertRange(text, heading, 'heading of a section');
        assert.ok(length.hanzi >= 0 && length.hanzi <= text.length);
        for (const { members } of recogniseMethods(analysis))
          for (const { ranges } of members) for (const range of ranges) assertRange(text, range, 'method');
        for (const { range, code, related, message } of findings) {
          assertRange(text, range, code);
          assert.notEqual(message.trim(), '', code);
          for (const one of related) if (one.range) assertRange(text, one.range, `${code} related`);
        }
      },
    ),
  );
});
