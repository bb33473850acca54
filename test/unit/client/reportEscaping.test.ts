import assert from 'node:assert/strict';
import { escape, newNonce, page } from '../../../client/src/report/html';
import { SCRIPT } from '../../../client/src/report/script';
import { STYLE } from '../../../client/src/report/style';
import { reportBody } from '../../../client/src/report/view';
import { workspaceBody } from '../../../client/src/report/workspaceView';
import { assertHarmless, folder, HISTORY, hostile, HOSTILE, report } from './reportPages';

suite('Report page: escaping', () => {
  for (const live of [true, false])
    test(`no text of a draft, a rubric or a file acts as HTML${live ? '' : ', exported'}`, () => {
      const model = hostile(report());
      const sources = [
        {
          name: HOSTILE,
          hanzi: 12,
          runs: [
            {
              hanzi: 12,
              line: 3,
              place: { from: 0, to: 3, line: 1 },
              span: { document: HOSTILE, start: { line: 2, character: 0 }, end: { line: 2, character: 3 } },
            },
          ],
        },
      ];
      const methods = {
        used: [{ title: HOSTILE, places: [{ title: HOSTILE, place: { from: 0, to: 1, line: 1 } }] }],
        advised: [{ title: HOSTILE, because: [HOSTILE] }],
        selfChecks: [HOSTILE],
      };
      const elements = [{ id: HOSTILE, title: HOSTILE, weight: 20, share: 0.5, sections: [HOSTILE] }];
      const html = reportBody(
        { ...model, sources, methods, elements, kind: HOSTILE },
        { live, history: HISTORY, moment: () => HOSTILE },
      );
      assert.ok(html.includes(escape(HOSTILE)));
      assertHarmless(html);
    });

  test('nor in the report of a folder', () => {
    const html = workspaceBody(hostile(folder()), true);
    assert.ok(html.includes(escape(HOSTILE)));
    assertHarmless(html);
  });

  test('a page runs and applies only what carries its nonce, and fetches nothing', () => {
    const html = page({
      title: HOSTILE,
      language: 'zh-cn',
      body: '<main></main>',
      style: STYLE,
      script: SCRIPT,
      nonce: 'abc',
    });
    const [policy] = /content="(default-src[^"]*)"/.exec(html)?.slice(1) ?? [];
    assert.equal(
      policy,
      "default-src 'none'; style-src 'nonce-abc'; script-src 'nonce-abc'; base-uri 'none'; form-action 'none'",
    );
    assert.ok(html.includes(`<title>${escape(HOSTILE)}</title>`));
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.equal(html.match(/ nonce="abc"/g)?.length, 2);
    assert.doesNotMatch(`${STYLE}${SCRIPT}`, /url\((?!#)|@import|https?:|innerHTML|eval/);
  });

  test('an exported page runs nothing', () => {
    const html = page({ title: 'a', language: 'en', body: '', style: STYLE, nonce: 'abc' });
    assert.doesNotMatch(html, /<script|script-src/);
  });

  test('nonces are of letters and digits, and differ', () => {
    const [a, b] = [newNonce(), newNonce()];
    assert.match(a, /^[0-9a-f]{32}$/);
    assert.notEqual(a, b);
  });
});
