import assert from 'node:assert/strict';
import {
  CheckToolRequest,
  FrameworksRequest,
  KindsRequest,
  SuggestToolRequest,
  type ToolAnswer,
} from '../../server/src/lsp/protocol';
import { DRAFT, OWN_RUBRICS } from './fixtures';
import { withServer } from './harness';

const EMERGENCY = '暴雨夜里山体滑坡，几户村民不愿撤离，你怎么办？';

function said(answer: ToolAnswer): { text: string; result: Record<string, unknown> } {
  assert.ok('text' in answer, JSON.stringify(answer));
  return { text: answer.text, result: answer.result as Record<string, unknown> };
}

suite('Protocol: frameworks and kinds for a question', () => {
  test(
    'frameworks: the likeliest first, with what speaks for each',
    withServer({}, async ({ connection }) => {
      const [first, ...others] = await connection.sendRequest(FrameworksRequest, { question: EMERGENCY });
      assert.equal(first?.id, 'emergency');
      assert.equal(first.kind, '应急应变');
      assert.ok(first.because?.includes('滑坡'));
      const cartoon = others.find(({ id }) => id === 'analysis-cartoon');
      assert.ok(cartoon && cartoon.kind === undefined && cartoon.because?.length === 0);
    }),
  );

  test(
    'frameworks without a question: nothing speaks for any',
    withServer({}, async ({ connection }) => {
      const all = await connection.sendRequest(FrameworksRequest, {});
      assert.ok(all.length > 5);
      assert.ok(all.every(({ because }) => because === undefined));
      const inOrder = ['visit-reception', 'analysis-cartoon', 'community-five'];
      assert.deepEqual(
        all.map(({ id }) => id).filter((id) => inOrder.includes(id)),
        inOrder,
      );
    }),
  );

  test(
    'kinds: all there are; of a question its kind and the minutes usual for it',
    withServer({}, async ({ connection }) => {
      const { kinds, kind, minutes, question } = await connection.sendRequest(KindsRequest, {
        question: EMERGENCY,
      });
      assert.ok(kinds.some(({ id, title }) => id === 'planning' && title === '计划组织'));
      assert.deepEqual([kind, minutes, question], ['emergency', 3, EMERGENCY]);
      const none = await connection.sendRequest(KindsRequest, {});
      assert.deepEqual([none.kinds.length, none.kind, none.question], [kinds.length, undefined, undefined]);
    }),
  );

  test(
    'kinds of a draft: its question, and the minutes it names',
    withServer({}, async (server) => {
      const uri = server.root.uri('a.md');
      await server.open(uri, `---\nquestion: ${EMERGENCY}\nminutes: 5\n---\n\n我先赶到现场。\n`);
      const { question, minutes } = await server.connection.sendRequest(KindsRequest, { uri });
      assert.deepEqual([question, minutes], [EMERGENCY, 5]);
    }),
  );

  test(
    'coverage: the lines at which sections begin',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = server.root.uri('leak.md');
      await server.open(uri, DRAFT);
      const { starts = [], sections = [] } = await server.coverage.first((one) => one.uri === uri);
      const text = DRAFT.split('\n');
      const written = sections.filter(({ status }) => status !== 'absent').map(({ id }) => id);
      assert.deepEqual(starts.map(({ section }) => section).sort(), [...written].sort());
      const places = starts.map(({ line }) => line);
      assert.deepEqual(
        places,
        [...places].sort((a, b) => a - b),
      );
      assert.ok(starts.length > 0 && starts.every(({ line }) => (text[line] ?? '').trim() !== ''));
    }),
  );
});

suite('Protocol: tools for the assistants of an editor', () => {
  test(
    'check: the report, and the result without what only editors need',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const { text, result } = said(
        await server.connection.sendRequest(CheckToolRequest, { text: DRAFT, path: 'leak.md' }),
      );
      assert.match(text, /^# 章法 · 检查报告 · leak\.md\n\n\*\*3 个环节中 1 个完整/);
      const { version, path, sections, sentences } = result as {
        version: number;
        path: string;
        sections: { id: string; ranges?: unknown }[];
        sentences?: unknown;
      };
      assert.deepEqual([version, path, sentences], [1, 'leak.md', undefined]);
      assert.ok(sections.length === 3 && sections.every(({ ranges }) => ranges === undefined));
    }),
  );

  test(
    'check: time limit and rate as asked for; a text that is in no file',
    withServer({}, async ({ connection }) => {
      const text = `题目：${EMERGENCY}\n\n${'我先赶到现场，请大家慢慢说，一条条记下来。'.repeat(20)}\n`;
      const { result } = said(
        await connection.sendRequest(CheckToolRequest, { text, minutes: 1, rate: 100 }),
      );
      const { findings, path } = result as { findings: { code: string }[]; path: string };
      assert.equal(path, '-');
      assert.ok(findings.some(({ code }) => code === 'length.over'));
    }),
  );

  test(
    'check: an unknown framework is answered with those there are',
    withServer({}, async ({ connection }) => {
      const answer = await connection.sendRequest(CheckToolRequest, { text: '甲', framework: 'nonsense' });
      assert.ok('error' in answer);
      assert.match(answer.error, /^没有框架“nonsense” .*public-doubt/);
    }),
  );

  test(
    'suggest: phrases with what they rest on, at most so many',
    withServer({}, async ({ connection }) => {
      const { text, result } = said(
        await connection.sendRequest(SuggestToolRequest, { section: 'public-doubt/action', limit: 3 }),
      );
      const { framework, section, suggestions } = result as {
        framework: string;
        section: string;
        suggestions: { text: string; origin: string }[];
      };
      assert.deepEqual([framework, section, suggestions.length], ['public-doubt', 'action', 3]);
      assert.ok(suggestions.every(({ text: phrase }) => text.includes(phrase)));
    }),
  );

  test(
    'suggest: words no phrase has are said, with nothing of the command line',
    withServer({}, async ({ connection }) => {
      const { text, result } = said(
        await connection.sendRequest(SuggestToolRequest, { section: 'public-doubt/action', words: '龘龘' }),
      );
      assert.deepEqual(result['suggestions'], []);
      assert.equal(text, '群众质疑工作 / 行动\n\n  没有含“龘龘”的表述；换个词，或者不按词找。\n');
    }),
  );

  test(
    'suggest: a section there is not is answered with those of its framework',
    withServer({}, async ({ connection }) => {
      const answer = await connection.sendRequest(SuggestToolRequest, { section: 'public-doubt/nonsense' });
      assert.ok('error' in answer);
      assert.match(answer.error, /^没有“public-doubt\/nonsense”.*\n[^]*public-doubt\/long-term/);
      assert.ok(!answer.error.includes('emergency/'));
    }),
  );
});
