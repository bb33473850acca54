import assert from 'node:assert/strict';
import {
  CONTEXTS,
  nonePlaceFeatures,
  placeKey,
  SECTION_FEATURES,
  sectionFeatures,
  sectionPlaceFeatures,
  TRANSITIONS,
  transitionFeature,
} from '../../../server/src/core/analysis/features';
import { countSignals } from '../../../server/src/core/analysis/signals';
import { LAMP } from '../../support/fixtureRubrics';
import { lines } from '../../support/marked';
import { answerOf, lineAt, noneOf, SECTIONS } from './featuresSupport';

/** The features of a line for a section by name; the value is left out where it is 1. */
function featuresOf(text: string, index: number, section: string): string[] {
  const answer = answerOf(text);
  const at = index < 0 ? answer.lines.length + index : index;
  const line = lineAt(answer, at);
  const names: string[] = [];
  const number = LAMP.sections.findIndex(({ id }) => id === section);
  const asked = { framework: 0, section: number, sections: SECTIONS, headings: answer.headingCount };
  const sink = (feature: number, value: number): void =>
    void names.push((SECTION_FEATURES[feature] ?? 'unknown') + (value === 1 ? '' : ` ${value}`));
  sectionFeatures(line, countSignals(line, 0, SECTIONS), asked, sink);
  sectionPlaceFeatures({ index: at, count: answer.lines.length }, number, SECTIONS, sink);
  return names;
}

suite('analysis/features: what a line says', () => {
  test('cues, points and their share', () => {
    const features = featuresOf('我查看灯杆，问清时间，再道歉。', 0, 'verify');
    for (const name of ['cues>=1', 'cues>=2', 'points>=2', `share ${2 / 3}`])
      assert.ok(features.includes(name), features.join());
    assert.equal(features.includes('cues>=3'), false);
  });

  test('the same cue twice is one point', () => {
    const features = featuresOf('我道歉，再道歉。', 0, 'attitude');
    assert.ok(features.includes('cues>=2'));
    assert.equal(features.includes('points>=2'), false);
  });

  test('negated and reported cues speak otherwise', () => {
    for (const text of ['我不道歉。', '居民说：“你要道歉。”']) {
      const features = featuresOf(text, 0, 'attitude');
      assert.ok(features.includes('negated') && !features.includes('cues>=1'), features.join());
    }
  });

  test('another framework counts for nothing', () => {
    const answer = answerOf('我加开窗口，引导取号。');
    assert.equal(countSignals(lineAt(answer, 0), 0, SECTIONS).strong, 0);
    assert.equal(countSignals(lineAt(answer, 0), 1, 2).strong, 2);
  });
});

suite('analysis/features: where a line stands', () => {
  test('under its own heading or another', () => {
    const text = lines('## 核实', '', '到那边走了一趟。');
    assert.ok(featuresOf(text, 0, 'verify').includes('heading'));
    assert.ok(featuresOf(text, 0, 'handle').includes('other-heading'));
  });

  test('a lead that names a section', () => {
    assert.ok(featuresOf('一、态度要好。我起身相迎。', 0, 'attitude').includes('own-heading'));
  });

  test('a number that is the section’s', () => {
    assert.ok(
      featuresOf('二、到那边走了一趟，看了很久，最后才回来写下经过。', 0, 'verify').includes('marker-order'),
    );
    assert.ok(featuresOf('最后，到那边走了一趟。', 0, 'lasting').includes('marker-last'));
    assert.equal(featuresOf('最后，到那边走了一趟。', 0, 'handle').includes('marker-last'), false);
  });

  test('first and last', () => {
    const text = '一句。二句。三句。四句。五句。';
    assert.ok(featuresOf(text, 0, 'attitude').includes('first-is-first'));
    assert.ok(featuresOf(text, -1, 'lasting').includes('last-is-last'));
    for (const [index, id] of [
      [0, 'verify'],
      [1, 'attitude'],
      [-1, 'handle'],
      [-2, 'lasting'],
    ] as const) {
      assert.equal(
        /first-is-first|last-is-last/.test(featuresOf(text, index, id).join()),
        false,
        `${index} ${id}`,
      );
    }
  });

  test('exactly one slot of position, from before to after', () => {
    const text = '一句。二句。三句。四句。五句。';
    const slot = (section: string): string[] =>
      featuresOf(text, 2, section).filter((name) => name.startsWith('position'));
    assert.deepEqual(
      LAMP.sections.map(({ id }) => slot(id)),
      [['position++'], ['position+'], ['position0'], ['position-'], ['position--']],
    );
  });
});

suite('analysis/features: belonging to nothing', () => {
  test('an empty phrase', () => {
    const features = noneOf('好的。', 0);
    for (const name of ['bias', 'no-cue', 'first', 'last', 'hanzi<10', 'hanzi<18', 'abstract'])
      assert.ok(features.includes(name), name);
  });

  test('a slogan, a bad wording, an open end', () => {
    assert.ok(noneOf('我们高度重视。', 0).includes('slogan'));
    assert.ok(noneOf('这事不归我管。', 0).includes('wording'));
    assert.equal(noneOf('绝不说不归我管。', 0).includes('wording'), false);
    assert.ok(noneOf('怎么办？', 0).includes('ends-open'));
    assert.ok(noneOf('一、道歉。我起身相迎。', 0).includes('lead'));
  });

  test('a repetition of the question', () => {
    assert.ok(
      noneOf(
        '---\nquestion: 居民说路灯坏了没人管\n---\n\n居民说路灯坏了没人管，大家都看在眼里急在心里，说个不停。',
        0,
      ).includes('restates'),
    );
  });
});

suite('analysis/features: steps', () => {
  test('every step between labels has its number in every context', () => {
    const texts = ['一句。二句。', '一句。\n\n二句。', '## 态度\n\n一句。二句。'];
    const seen = new Set<number>();
    for (const text of texts) {
      for (const line of answerOf(text).lines) {
        for (let previous = 0; previous <= SECTIONS + 1; previous++) {
          for (let label = 0; label <= SECTIONS; label++)
            seen.add(transitionFeature(line, previous, label, SECTIONS));
        }
      }
    }
    assert.deepEqual(
      [...seen].sort((a, b) => a - b),
      Array.from({ length: TRANSITIONS * CONTEXTS }, (_, index) => index),
    );
  });

  test('staying, going on and going back are apart', () => {
    const line = lineAt(answerOf('一句。二句。'), 1);
    const steps = [
      [2, 2],
      [2, 3],
      [1, 4],
      [3, 2],
      [4, 0],
      [SECTIONS, SECTIONS],
      [SECTIONS, 1],
      [1, SECTIONS],
    ] as const;
    const numbers = steps.map(([previous, label]) => transitionFeature(line, previous, label, SECTIONS));
    assert.equal(new Set(numbers).size, steps.length);
  });
});

suite('analysis/features: places', () => {
  /** Everything the place of a line says, for every label. */
  function placeFeatures(index: number, count: number, sections: number): string {
    const said: string[] = [];
    for (let section = 0; section < sections; section++)
      sectionPlaceFeatures({ index, count }, section, sections, (feature) =>
        said.push(`${section}:${feature}`),
      );
    nonePlaceFeatures({ index, count }, (feature) => said.push(`none:${feature}`));
    return said.join(' ');
  }

  test('places with the same key have the same features', () => {
    for (const sections of [1, 2, 4, 5, 8]) {
      const known = new Map<number, string>();
      for (let count = 1; count <= 130; count++) {
        for (let index = 0; index < count; index++) {
          const key = placeKey({ index, count }, sections);
          const said = placeFeatures(index, count, sections);
          assert.equal(known.get(key) ?? said, said, `${index} of ${count}, ${sections} sections`);
          known.set(key, said);
        }
      }
    }
  });

  test('the keys of neighbouring places rise, but for the first and the last', () => {
    for (const count of [3, 10, 57]) {
      const zones = Array.from({ length: count }, (_, index) => placeKey({ index, count }, 5) >> 2);
      assert.deepEqual(
        zones,
        zones.toSorted((a, b) => a - b),
      );
    }
  });
});
