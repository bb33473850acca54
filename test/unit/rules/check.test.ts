import assert from 'node:assert/strict';
import { type CheckOptions, checkRules } from '../../../server/src/core/rules/check';
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

  test('a finding has what its rule says, and nothing else', () => {
    const said = { message: 'plain', range: at(0) };
    const remedy = { type: 'delete' } as const;
    const related = [{ message: 'there' }];
    const rule: Rule = {
      code: 'cliche',
      severity: 'hint',
      check({ report }) {
        report(said);
        report({ ...said, range: at(1), remedy });
        report({ ...said, range: at(2), section: 'handle', related });
        report({ ...said, range: at(3), section: 'handle', remedy });
      },
    };
    const plain = { code: 'cliche', severity: 'hint', message: 'plain' };
    assert.deepEqual(checkRules(analysis, { rules: [rule] }), [
      { ...plain, range: at(0), related: [] },
      { ...plain, range: at(1), related: [], remedy },
      { ...plain, range: at(2), related, section: 'handle' },
      { ...plain, range: at(3), related: [], section: 'handle', remedy },
    ]);
  });

  suite('findings a rule hands over in order, all at once', () => {
    /** Of a rule that finds much; `fails` after it has handed it over. */
    const many = (
      code: Rule['code'],
      fails: boolean,
      ...places: readonly { from: number; to: number }[]
    ): Rule => ({
      code,
      severity: 'information',
      check({ reportAll, severity }) {
        reportAll(places.map((range) => ({ code, severity, range, message: code, related: [] })));
        if (fails) throw new TypeError('broken');
      },
    });
    const found = (
      rules: readonly Rule[],
      severity: CheckOptions['severity'] = {},
      of = analysis,
    ): string[] =>
      checkRules(of, { rules, severity }).map(
        ({ code, range, severity: level }) => `${code} ${range.from}-${range.to} ${level}`,
      );

    test('stand among the others in the order of their place, then their code', () => {
      const others = reporting('role.shirk', at(9), at(0), at(3), at(4, 5), at(4), at(2));
      const own = many('text.repeat', false, at(1), at(3), at(4, 5), at(4, 6), at(8));
      const expected = ['0-0', '1-1', '2-2', '3-3', '3-3', '4-4', '4-5', '4-5', '4-6', '8-8', '9-9'];
      for (const rules of [
        [others, own],
        [own, others],
      ]) {
        const all = found(rules);
        assert.deepEqual(
          all.map((finding) => finding.split(' ')[1]),
          expected,
        );
        assert.deepEqual(all.slice(3, 5), ['role.shirk 3-3 information', 'text.repeat 3-3 information']);
      }
    });

    test('alone, before all others and after all others', () => {
      const own = many('text.repeat', false, at(3), at(4));
      const repeats = ['text.repeat 3-3 information', 'text.repeat 4-4 information'];
      assert.deepEqual(found([own]), repeats);
      assert.deepEqual(found([own, reporting('cliche', at(0))]), ['cliche 0-0 information', ...repeats]);
      assert.deepEqual(found([own, reporting('cliche', at(5))]), [...repeats, 'cliche 5-5 information']);
    });

    test('of several rules too', () => {
      const rules = [many('text.repeat', false, at(1), at(3)), many('cliche', false, at(0), at(3), at(4))];
      assert.deepEqual(found(rules), [
        'cliche 0-0 information',
        'text.repeat 1-1 information',
        'cliche 3-3 information',
        'text.repeat 3-3 information',
        'cliche 4-4 information',
      ]);
    });

    test('have the severity the writer sets', () => {
      const own = many('text.repeat', false, at(1));
      assert.deepEqual(found([own], { 'text.repeat': 'error' }), ['text.repeat 1-1 error']);
    });

    test('count for nothing when the rule throws; those of others do', () => {
      const rules = [many('text.repeat', false, at(1)), many('cliche', true, at(2))];
      assert.deepEqual(found(rules), ['text.repeat 1-1 information']);
    });

    test('are left out where they are suppressed', () => {
      const text = lines('我道歉。', '', '<!-- zhangfa-disable text.repeat -->', '', '我查看灯杆。');
      const places = [at(0), at(text.length - 1)];
      const rules = [many('text.repeat', false, ...places), many('cliche', false, ...places)];
      assert.deepEqual(found(rules, {}, analyse(text)), [
        'cliche 0-0 information',
        'text.repeat 0-0 information',
        `cliche ${text.length - 1}-${text.length - 1} information`,
      ]);
    });
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
