import assert from 'node:assert/strict';
import { localized } from '../../../server/src/core/framework/localized';

suite('framework/localized', () => {
  test('one text is for both languages', () =>
    assert.deepEqual(localized('路灯'), { zh: '路灯', en: '路灯' }));
  test('each may have its own', () =>
    assert.deepEqual(localized({ zh: '路灯', en: 'lamp' }), { zh: '路灯', en: 'lamp' }));
  test('without English the Chinese is shown', () =>
    assert.deepEqual(localized({ zh: '路灯' }), { zh: '路灯', en: '路灯' }));
});
