import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyzerFor } from '../support/check';
import { describeDisputed, readDisputed, review } from './disputed';

const TEXT = '题目：路灯坏了，怎么办？\n\n我道歉。\n\n我查看灯杆，问清时间。\n';

suite('corpus/disputed: verdicts noted as wrong', () => {
  let folder = '';
  setup(() => (folder = mkdtempSync(join(tmpdir(), 'zhangfa-disputed-'))));
  teardown(() => rmSync(folder, { recursive: true }));

  const written = (...records: object[]): string => {
    const file = join(folder, 'verdicts.jsonl');
    writeFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
    return file;
  };

  test('each is judged again on the text it was made on', () => {
    const record = { version: 1, framework: 'lamp', code: 'section.missing', text: TEXT };
    const file = written(
      { ...record, draft: '甲.md', section: 'lasting', said: 'absent' },
      { ...record, section: 'verify', said: 'absent' },
      { ...record, draft: '乙.md', section: 'none', said: 'weak' },
      { ...record, draft: '丙.md', framework: 'gone', section: 'verify', said: 'weak' },
    );
    const reviewed = review(readDisputed(file), analyzerFor());
    assert.deepEqual(
      reviewed.map(({ now }) => now),
      ['absent', 'full', undefined, undefined],
    );
    assert.equal(
      describeDisputed(reviewed),
      [
        'disputed verdicts: 4, still given: 1',
        '  甲.md lasting: said absent, now absent',
        '  (untitled) verify: said absent, now full',
        '  乙.md none: said weak, now gone',
        '  丙.md verify: said weak, now gone',
      ].join('\n'),
    );
  });

  test('a line that is something else is named', () => {
    const file = written({ framework: 'lamp', section: 'verify', said: 'weak', text: '' }, { hello: 1 });
    assert.throws(() => readDisputed(file), /verdicts\.jsonl:2: no framework/);
  });
});
