import assert from 'node:assert/strict';
import { NameTable, packSlot, unpackSlot } from '../../../server/src/core/phrases/slots';
import type { Slot } from '../../../server/src/core/phrases/types';

suite('phrases/slots', () => {
  const there = (slot: Slot, names = new NameTable()): Slot => {
    const packed = packSlot(slot, names);
    assert.ok(packed !== undefined);
    return unpackSlot(packed, names);
  };

  test('a slot comes back, its fit in 255ths', () => {
    const slot = { framework: 'f', section: 's', point: 'p', fit: 0.6 };
    assert.deepEqual(there(slot), slot);
    assert.deepEqual(there({ ...slot, point: undefined, fit: 2 }), { ...slot, point: undefined, fit: 1 });
  });

  test('a fit that is no number is the least there is', () =>
    assert.equal(there({ framework: 'f', section: 's', point: undefined, fit: Number.NaN }).fit, 1 / 255));

  test('sections beyond 4096 have no slot, points beyond 4095 are dropped', () => {
    const names = new NameTable(
      Array.from({ length: 4096 }, (_, number) => `f/${number}`),
      Array.from({ length: 4096 }, (_, number) => (number === 0 ? '' : `p${number}`)),
    );
    const last = { framework: 'f', section: '4095', point: 'p4095', fit: 1 };
    assert.deepEqual(there(last, names), last);
    assert.deepEqual(there({ ...last, point: 'another' }, names), { ...last, point: undefined });
    assert.equal(packSlot({ ...last, section: 'another' }, names), undefined);
  });
});
