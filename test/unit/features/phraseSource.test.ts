import assert from 'node:assert/strict';
import { sectionTitle, sourceLabel } from '../../../server/src/core/features/phraseSource';
import { analyse } from '../../support/check';
import { slot } from '../phrases/support';
import { sourcesOf } from './phraseSupport';

suite('features/phraseSource', () => {
  const place = { line: 0, from: 0, to: 3 };

  test('a place in a bank that is there no more is of the built-in ones, one in a document that is gone of none', () => {
    const label = (document: string): string => sourceLabel([{ ...place, document }], sourcesOf(), 'zh');
    assert.equal(label('bank:gone'), '内置表述');
    assert.equal(label('file:///gone.txt'), '');
    assert.equal(sourceLabel([], sourcesOf(), 'zh'), '');
  });

  test('a section is named as in the framework it is in, and not at all when there is none such', () => {
    const analysis = analyse('题目：路灯坏了。\n\n我道歉。', { framework: 'lamp' });
    const titled = (...names: readonly string[]): string =>
      sectionTitle({ slots: names.map(slot) }, analysis, 'verify', 'zh');
    assert.equal(titled('lamp/attitude', 'lamp/verify'), '核实');
    assert.equal(titled('lamp/gone'), '');
    assert.equal(titled('gone/verify'), '');
    assert.equal(titled(), '');
  });
});
