import assert from 'node:assert/strict';
import { checkRules } from '../../../server/src/core/rules/check';
import type { Rule } from '../../../server/src/core/rules/types';
import { analyse, check } from '../../support/check';
import { lines } from '../../support/marked';

const at = (from: number, to = from): { from: number; to: number } => ({ from, to });

/** A rule that reports what it is given. */
function reporting(code: Rule['code'], ...places: readonly { from: number; to: number }[]): Rule {
  return {
    code,
    severity: 'information',
    check({ report }) {
      for (const range of places) report({ range, message: code });
    },
  };
}

suite('rules/check', () => {
  const analysis = analyse('我道歉。我查看灯杆。');

  test('findings stand in the order of their place, then their code', () => {
    const rules = [reporting('text.repeat', at(5), at(0, 2)), reporting('cliche', at(0, 2), at(0, 1), at(5))];
    const found = checkRules(analysis, { rules }).map(
      ({ code, range }) => `${code} ${range.from}-${range.to}`,
    );
    assert.deepEqual(found, ['cliche 0-1', 'cliche 0-2', 'text.repeat 0-2', 'cliche 5-5', 'text.repeat 5-5']);
  });

  test('a rule that throws is told of, and never stops the others', () => {
    const broken: Rule = {
      code: 'cliche',
      severity: 'hint',
      check({ report }) {
        report({ range: at(0), message: 'half done' });
        throw new TypeError('broken');
      },
    };
    const failures: string[] = [];
    const rules = [reporting('text.repeat', at(0)), broken, reporting('role.shirk', at(1))];
    const found = checkRules(analysis, {
      rules,
      onFailure: (code, error) => failures.push(`${code}: ${String(error)}`),
    });
    assert.deepEqual(
      found.map(({ code }) => code),
      ['text.repeat', 'role.shirk'],
    );
    assert.deepEqual(failures, ['cliche: TypeError: broken']);
    assert.doesNotThrow(() => checkRules(analysis, { rules }));
  });

  test('a rule’s severity is its own, or that of a finding, unless the writer sets one', () => {
    const rule: Rule = {
      code: 'cliche',
      severity: 'warning',
      check({ report }) {
        report({ range: at(0), message: 'plain' });
        report({ range: at(1), message: 'shaded', severity: 'hint' });
      },
    };
    const severities = (severity?: 'error' | 'off'): string[] =>
      checkRules(analysis, { rules: [rule], ...(severity ? { severity: { cliche: severity } } : {}) }).map(
        (finding) => finding.severity,
      );
    assert.deepEqual(severities(), ['warning', 'hint']);
    assert.deepEqual(severities('error'), ['error', 'error']);
    assert.deepEqual(severities('off'), []);
  });

  test('a rule that is off does not run', () => {
    const rule: Rule = {
      code: 'cliche',
      severity: 'warning',
      check() {
        assert.fail('runs');
      },
    };
    assert.deepEqual(checkRules(analysis, { rules: [rule], severity: { cliche: 'off' } }), []);
  });

  test('what is suppressed is left out', () => {
    const text = lines('我道歉。', '', '<!-- zhangfa-disable cliche -->', '', '我查看灯杆。');
    const rules = [
      reporting('cliche', at(0), at(text.length - 1)),
      reporting('text.repeat', at(text.length - 1)),
    ];
    assert.deepEqual(
      checkRules(analyse(text), { rules }).map(({ code, range }) => `${code} ${range.from}`),
      ['cliche 0', `text.repeat ${text.length - 1}`],
    );
  });

  test('rules are told the settings, or their defaults', () => {
    const told: unknown[] = [];
    const rule: Rule = {
      code: 'cliche',
      severity: 'hint',
      check: ({ settings, locale }) => void told.push({ ...settings, locale }),
    };
    checkRules(analysis, { rules: [rule] });
    checkRules(analysis, { rules: [rule], speakingRate: 180, minutes: 3, locale: 'en' });
    assert.deepEqual(told, [
      { speakingRate: 200, minutes: 0, locale: 'zh' },
      { speakingRate: 180, minutes: 3, locale: 'en' },
    ]);
  });

  test('every finding has a message and a list of related places', () => {
    const text =
      '---\nquestion: 居民吵闹\nframework: lamb\nminutes: 1\n---\n\n我更换灯泡。我道歉，对【谁】。急什么。\n\n## 核实\n';
    for (const locale of ['zh', 'en'] as const) {
      const found = check(text, { locale });
      assert.ok(found.length >= 5);
      for (const { message, related } of found) {
        assert.ok(message.length > 5 && !/undefined|NaN|\[object/.test(message), message);
        assert.ok(Array.isArray(related));
      }
    }
  });

  test('checking changes nothing: twice is the same', () => {
    const text = '我更换灯泡。我道歉，对【谁】。急什么。';
    assert.deepEqual(check(text), check(text));
  });
});
