import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/core/features/edits';
import { insertMethod } from '../../../server/src/core/features/insertMethod';
import { methodItems, methodLines, scaffoldOf } from '../../../server/src/core/features/methods';
import { reportMarkdown } from '../../../server/src/core/features/report';
import { toFileResult } from '../../../server/src/core/features/result';
import { analyse } from '../../support/check';
import { SYSTEMS_DRAFT as DRAFT, WITH_SYSTEMS } from '../../support/fixtureSystems';
import { crlf, lines } from '../../support/marked';

const rubrics = WITH_SYSTEMS;

suite('features/methods', () => {
  test('the report says which are used, which would fit and why, and what to check', () =>
    assert.deepEqual(methodLines(analyse(DRAFT, { rubrics }), 'zh'), [
      '## 方法',
      '',
      '- 用到的方法：民主协商法；倾听动作（点头、坐下）',
      '- 还可以用：换位思考法：题目里有“抱怨”（站到对方那边想。）',
      '- 还可以用：报修四步：题目里有“路灯”（报修四步有用。）',
      '',
      '## 自查',
      '',
      '- [ ] 来的是谁：题目问到了行动不便的，答案里还没有',
      '- [ ] “三声”是一组，还差走时；写就写齐，或者只写一句接一件事',
      '',
    ]));

  test('in English', () => {
    const text = methodLines(analyse(DRAFT, { rubrics }), 'en').join('\n');
    assert.match(text, /- Methods used: consult; listening \(nod, sit\)/);
    assert.match(text, /- Would fit as well: swap: the question has “抱怨” \(Think from the other side\.\)/);
    assert.match(text, /- \[ \] visitors: the question asks about frail; the answer does not/);
  });

  test('none found is said; without systems there is nothing to say', () => {
    assert.match(methodLines(analyse('好。', { rubrics }), 'zh').join('\n'), /没有认出点名或成形的方法/);
    assert.deepEqual(methodLines(analyse('好。'), 'zh'), []);
    assert.deepEqual(methodItems(analyse('好。'), 'zh'), []);
  });

  test('is part of the report', () => {
    const markdown = reportMarkdown(analyse(DRAFT, { rubrics }), [], 'a.md', 'zh', () => '#');
    assert.match(markdown, /\n## 方法\n\n- 用到的方法：民主协商法/);
  });

  test('is part of the machine-readable result', () => {
    const { methods } = toFileResult('a.md', analyse('好。\n我民主协商。', { rubrics }), [], 'zh');
    const start = { line: 1, character: 1 };
    const end = { line: 1, character: 5 };
    assert.deepEqual(methods, [
      {
        id: 'family',
        title: '三法',
        members: [{ id: 'consult', title: '民主协商法', ranges: [{ start, end }] }],
      },
    ]);
  });

  test('the list to pick from: suggested, used, others', () =>
    assert.deepEqual(
      methodItems(analyse(DRAFT, { rubrics }), 'zh').map(
        ({ id, member, used, because }) =>
          `${id}/${member ?? '*'}${used ? ' used' : ''}${because.map((word) => ` ${word}`).join('')}`,
      ),
      ['loop/* 路灯', 'family/swap 抱怨', 'listening/* used', 'family/consult used', 'family/model'],
    ));
});

suite('features/methods: what is inserted', () => {
  test('nothing for a method, or a member, without sentences of its own', () => {
    for (const system of rubrics.systems ?? []) {
      const members = system.members.map(({ scaffold, ...member }) => {
        assert.ok(scaffold === undefined || scaffold.length > 0);
        return member;
      });
      assert.equal(scaffoldOf({ ...system, members }), '', system.id);
      for (const member of members) assert.equal(scaffoldOf(system, member), '', member.id);
    }
  });
});

suite('features/insertMethod', () => {
  const insert = (text: string, id: string, member?: string, offset?: number): string =>
    applyEdits(text, insertMethod(analyse(text, { rubrics }), id, member, offset));

  test('a whole with all its steps, at the end', () =>
    assert.equal(
      insert('好。\n', 'loop'),
      '好。\n\n我接下报修【接单】。我爬上灯杆【修理】。我打电话告诉【告知】。我改了巡灯表【改进】。\n',
    ));

  test('two of a method to pick from', () =>
    assert.equal(insert('好。\n', 'listening'), '好。\n\n我点点头【点头】。我坐到他旁边【坐下】。\n'));

  test('one member of a family, below the paragraph of the cursor', () =>
    assert.equal(
      insert('好。\n\n完。\n', 'family', 'swap', 1),
      '好。\n\n我换成我【换位思考法】。\n\n完。\n',
    ));

  test('with the line ends of the draft', () =>
    assert.equal(
      insert(crlf('好。\n\n完。\n'), 'family', 'swap', 1),
      crlf('好。\n\n我换成我【换位思考法】。\n\n完。\n'),
    ));

  test('the cursor in the question or the front matter: at the end', () => {
    const text = lines('---', 'question: 路灯怎么办？', '---', '', '好。', '');
    assert.equal(insert(text, 'family', 'model', 8), `${text}\n我带头【典型示范法】。\n`);
  });

  test('what is not there is not inserted', () => {
    assert.equal(insert('好。', 'nothing'), '好。');
    assert.equal(insert('好。', 'family', 'nothing'), '好。');
    assert.equal(insert('好。', 'campaign'), '好。');
  });
});
