import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver-protocol/node';
import { MINIMAL } from './clients';
import { DRAFT, OWN_RUBRICS } from './fixtures';
import { type TestServer, withServer } from './harness';
import { codes } from './said';

const EVERYTHING = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

async function openDraft(server: TestServer, text = DRAFT): Promise<string> {
  const uri = server.root.uri('leak.md');
  await server.open(uri, text);
  return uri;
}

function titled(actions: readonly CodeAction[], title: string): CodeAction {
  const found = actions.find((action) => action.title === title);
  assert(found, `${title} among ${actions.map((action) => action.title).join(' ')}`);
  return found;
}

/** Applies the action with a title and returns the codes that are left. */
async function take(server: TestServer, uri: string, at: string, title: string): Promise<unknown[]> {
  const { edit } = titled(await server.actions(uri, at), title);
  assert(edit);
  return codes((await server.apply(uri, edit)).diagnostics);
}

suite('Protocol: code actions', () => {
  test(
    'a missing section is inserted at its place, and is missing no more',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = await openDraft(server);
      const left = await take(server, uri, '楼上漏水', '插入“回访”环节的提纲');
      assert.ok(!left.includes('section.missing'), left.join());
      assert.ok(
        server
          .document(uri)
          .getText()
          .endsWith('一家一份。\n\n## 三、回访\n\n【多久】以后我再到两家看看【什么】。\n'),
      );
    }),
  );

  test(
    'a section missing in the middle goes between its neighbours',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const revisit = '## 三、回头看看\n\n半个月后我再去看看墙干了没有，问王阿姨还有什么不放心。\n';
      const text = DRAFT.replace(/小李正在气头上[^]*/, revisit);
      const uri = await openDraft(server, text);
      const left = await take(server, uri, '楼上漏水', '插入“调解”环节的提纲');
      assert.ok(!left.includes('section.missing'), left.join());
      assert.match(
        server.document(uri).getText(),
        /确认没有漏。\n\n## 调解\n\n【什么时间】[^#]*\n\n## 三、回头看看/,
      );
    }),
  );

  test(
    'an empty answer is given all sections at once',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = await openDraft(server, '---\nframework: neighbours\n---\n');
      const [missing] = server.diagnostics.all.at(-1)?.diagnostics ?? [];
      assert.equal(missing?.message, '还没有作答内容。这类题的环节依次是：倾听、调解、回访。');
      const left = await take(server, uri, '---', '插入全部环节的提纲');
      assert.ok(!left.includes('section.missing'), left.join());
      assert.match(server.document(uri).getText(), /## 倾听\n\n[^#]+\n\n## 调解\n\n[^#]+\n\n## 回访\n\n/);
    }),
  );

  test(
    'an insertion keeps the line ends of the draft',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = await openDraft(server, DRAFT.replaceAll('\n', '\r\n'));
      await take(server, uri, '楼上漏水', '插入“回访”环节的提纲');
      assert.doesNotMatch(server.document(uri).getText(), /[^\r]\n/);
    }),
  );

  for (const [index, rewrite] of ['您慢慢说', '我听您说'].entries()) {
    test(
      `a wording is replaced by rewrite ${index + 1}`,
      withServer({ files: OWN_RUBRICS }, async (server) => {
        const uri = await openDraft(server);
        const action = titled(await server.actions(uri, '少来敲门'), `改为“${rewrite}”`);
        assert.equal(action.isPreferred, index === 0 ? true : undefined);
        assert.equal(action.kind, 'quickfix');
        const left = await take(server, uri, '少来敲门', `改为“${rewrite}”`);
        assert.deepEqual(left, ['section.missing', 'section.weak']);
        assert.equal(server.document(uri).getText(), DRAFT.replace('少来敲门', rewrite));
      }),
    );
  }

  test(
    'a finding is suppressed where it stands, in front of its line',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = await openDraft(server);
      assert.deepEqual(await take(server, uri, '少来敲门', '这里不再提示（wording.taboo）'), [
        'section.missing',
        'section.weak',
      ]);
      assert.match(
        server.document(uri).getText(),
        /\n\n<!-- zhangfa-disable-next-line wording.taboo -->\n小李正在气头上/,
      );
    }),
  );

  test(
    'a finding is suppressed in the file, a second one in the same list',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = await openDraft(server);
      assert.deepEqual(await take(server, uri, '少来敲门', '本文件不再提示（wording.taboo）'), [
        'section.missing',
        'section.weak',
      ]);
      assert.deepEqual(await take(server, uri, '【谁】', '本文件不再提示（section.weak）'), [
        'section.missing',
      ]);
      assert.match(
        server.document(uri).getText(),
        /framework: neighbours\nzhangfa-disable: \[wording.taboo, section.weak\]\n---\n/,
      );
    }),
  );

  test(
    'a file without front matter gets some for the suppression',
    withServer({ files: OWN_RUBRICS, configuration: { framework: 'neighbours' } }, async (server) => {
      const uri = await openDraft(
        server,
        DRAFT.replace(/^---[^]*?---\n\n/, '# 题目\n\n楼上漏水怎么办？\n\n'),
      );
      const left = await take(server, uri, '少来敲门', '本文件不再提示（wording.taboo）');
      assert.ok(!left.includes('wording.taboo'), left.join());
      assert.ok(
        server.document(uri).getText().startsWith('---\nzhangfa-disable: [wording.taboo]\n---\n\n# 题目\n'),
      );
    }),
  );

  test(
    'a rule is switched off for the workspace by a command of the client',
    withServer({ files: OWN_RUBRICS, initializationOptions: { commands: true } }, async (server) => {
      const uri = await openDraft(server);
      const { command, edit } = titled(
        await server.actions(uri, '少来敲门'),
        '整个工作区不再提示（wording.taboo）',
      );
      assert.equal(edit, undefined);
      assert.deepEqual(command, {
        title: '整个工作区不再提示（wording.taboo）',
        command: 'zhangfa.setSeverity',
        arguments: [uri, 'wording.taboo', 'off'],
      });
    }),
  );

  test(
    'a verdict that is wrong is noted by a command of the client',
    withServer({ files: OWN_RUBRICS, initializationOptions: { commands: true } }, async (server) => {
      const uri = await openDraft(server);
      const { command, edit } = titled(await server.actions(uri, '楼上漏水'), '“回访”判得不对，记下来');
      assert.equal(edit, undefined);
      assert.deepEqual(command, {
        title: '“回访”判得不对，记下来',
        command: 'zhangfa.disputeVerdict',
        arguments: [
          uri,
          { code: 'section.missing', framework: 'neighbours', section: 'revisit', said: 'absent' },
        ],
      });
    }),
  );

  test(
    'a client without commands is offered edits only',
    withServer({ capabilities: MINIMAL, files: OWN_RUBRICS }, async (server) => {
      const uri = await openDraft(server);
      const actions = await server.actions(uri, EVERYTHING);
      assert.ok(actions.length > 6);
      for (const { command, edit } of actions) {
        assert.equal(command, undefined);
        assert.deepEqual(
          Object.keys(edit ?? {}),
          ['changes'],
          'a client that cannot take versions gets none',
        );
      }
      assert.deepEqual(await take(server, uri, '少来敲门', '改为“您慢慢说”'), [
        'section.missing',
        'section.weak',
      ]);
    }),
  );

  test(
    'another framework is named in the front matter, and the draft checked by it',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = await openDraft(server);
      const offered = (await server.actions(uri, '楼上漏水')).filter(({ title }) =>
        title.startsWith('改用框架'),
      );
      assert.equal(offered.length, 1);
      assert.ok(!offered.some(({ title }) => title.includes('邻里调解')), 'not the one in use');
      const [first] = offered;
      assert(first?.edit);
      const checked = server.coverage.next();
      await server.apply(uri, first.edit);
      const { framework } = await checked;
      assert.equal(first.title, `改用框架“${framework?.title ?? ''}”`);
      assert.equal(framework?.chosenBy, 'front-matter');
      assert.match(server.document(uri).getText(), new RegExp(`^framework: ${framework.id}$`, 'm'));
    }),
  );

  test(
    'an unknown framework is replaced by one there is',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = await openDraft(server, DRAFT.replace('framework: neighbours', 'framework: neighbors'));
      const actions = await server.actions(uri, 'neighbors');
      const left = await take(server, uri, 'neighbors', titled(actions, '改用框架“邻里调解”').title);
      assert.ok(!left.includes('draft.front-matter'), left.join());
    }),
  );

  test(
    'every edit is for the version it was computed for, and every action names its finding as it was published',
    withServer({ files: OWN_RUBRICS, initializationOptions: { commands: true } }, async (server) => {
      const uri = await openDraft(server);
      const { version, diagnostics } = await server.replace(uri, '王阿姨', '赵阿姨');
      for (const { edit, command, diagnostics: about, kind } of await server.actions(uri, EVERYTHING)) {
        assert.equal(kind, 'quickfix');
        assert.ok(command ?? edit);
        assert.deepEqual(Object.keys(edit ?? { documentChanges: 0 }), ['documentChanges']);
        for (const change of edit?.documentChanges ?? [])
          assert.deepEqual('textDocument' in change && change.textDocument, { uri, version });
        assert.equal(about?.length, 1);
        assert.ok(diagnostics.some((published) => JSON.stringify(published) === JSON.stringify(about[0])));
      }
    }),
  );

  test(
    'only what was asked for is answered',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = await openDraft(server);
      const all = await server.actions(uri, EVERYTHING);
      for (const only of [['quickfix'], [''], ['quickfix.zhangfa'], ['refactor', 'quickfix']])
        assert.deepEqual(await server.actions(uri, EVERYTHING, only), all, only.join());
      for (const only of [
        ['refactor'],
        ['source'],
        ['source.fixAll'],
        ['source.organizeImports'],
        ['quickfixes'],
      ])
        assert.deepEqual(await server.actions(uri, EVERYTHING, only), [], only.join());
    }),
  );

  test(
    'a place without a finding has no actions, and asking changes nothing',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = await openDraft(server);
      assert.deepEqual(await server.actions(uri, '当天傍晚'), []);
      assert.equal(server.diagnostics.all.filter((params) => params.uri === uri).length, 1);
      assert.deepEqual(await server.actions(uri, '当天傍晚', []), []);
    }),
  );
});
