import assert from 'node:assert/strict';
import { MessageType } from 'vscode-languageserver-protocol/node';
import { FrameworksRequest } from '../../server/src/lsp/protocol';
import { BINARY, DRAFT, DRAFT_CODES, framework, FRAMEWORK, GB18030, OWN_RUBRICS, WORDING } from './fixtures';
import { type TestServer, withServer } from './harness';
import { codes, saying } from './said';

const titles = async (server: TestServer, uri?: string): Promise<string[]> =>
  (await server.connection.sendRequest(FrameworksRequest, uri === undefined ? {} : { uri })).map(
    ({ title }) => title,
  );

async function check(server: TestServer, text = DRAFT): Promise<unknown[]> {
  return codes((await server.open(server.root.uri('leak.md'), text)).diagnostics);
}

suite('Protocol: the writer’s rubrics', () => {
  test(
    'files below .zhangfa/rubrics are loaded beside the built-in ones',
    withServer(
      {
        files: {
          '.zhangfa/rubrics/deep/er/neighbours.yml': FRAMEWORK,
          '.zhangfa/rubrics/wording.yaml': WORDING,
          '.zhangfa/rubrics/read.me': 'no: [yaml',
        },
      },
      async (server) => {
        assert.deepEqual(await check(server), DRAFT_CODES);
        const known = await titles(server);
        assert.ok(known.includes('邻里调解') && known.includes('群众质疑工作'), known.join());
        const [likeliest] = await server.connection.sendRequest(FrameworksRequest, {
          uri: server.root.uri('leak.md'),
        });
        assert.deepEqual(likeliest, {
          id: 'neighbours',
          title: '邻里调解',
          because: ['楼上漏水'],
          sections: ['倾听', '调解', '回访'],
          origin: server.root.uri('.zhangfa/rubrics/deep/er/neighbours.yml'),
        });
        assert.deepEqual(server.shown.all, []);
      },
    ),
  );

  test(
    'a framework with the id of a built-in one takes its place',
    withServer(
      { files: { '.zhangfa/rubrics/mine.yaml': framework('public-doubt', '我的质疑框架') } },
      async (server) => {
        const known = await titles(server);
        assert.ok(known.includes('我的质疑框架') && !known.includes('群众质疑工作'), known.join());
        const left = await check(server, DRAFT.replace('neighbours', 'public-doubt'));
        assert.deepEqual(left, ['section.missing', 'section.weak']);
      },
    ),
  );

  test(
    'without files there is no word about it, and the built-in ones work',
    withServer({ files: { 'other.md': '' } }, async (server) => {
      const [first] = await check(server);
      assert.ok(first);
      assert.ok((await titles(server)).includes('群众质疑工作'));
      assert.deepEqual(server.shown.all, []);
    }),
  );

  test(
    'zhangfa.rubrics names files, folders and globs, relative or absolute',
    withServer(
      {
        files: {
          'a/one.yaml': framework('one', '甲'),
          'b/c/two.yml': framework('two', '乙'),
          'd/three.x.yaml': framework('three', '丙'),
          'd/four.yaml': framework('four', '丁'),
          'e/five.yaml': framework('five', '戊'),
        },
      },
      async (server) => {
        await server.configure({ rubrics: ['a/one.yaml', './b/', 'd/*.x.yaml', `${server.root.path}/e/`] });
        await server.settled();
        const known = await titles(server, server.root.uri('leak.md'));
        for (const title of ['甲', '乙', '丙', '戊']) assert.ok(known.includes(title), title);
        assert.ok(!known.includes('丁'));
        assert.deepEqual(server.shown.all, []);
      },
    ),
  );

  test(
    'a place that is not there is told once, and the others work',
    withServer(
      { files: OWN_RUBRICS, configuration: { rubrics: ['nowhere/', '.zhangfa/rubrics'] } },
      async (server) => {
        const warned = server.shown.first(() => true);
        assert.deepEqual(await check(server), DRAFT_CODES);
        const { type, message } = await warned;
        assert.equal(type, MessageType.Warning);
        assert.equal(
          message,
          '设置 zhangfa.rubrics 中的“nowhere/”没有找到任何 YAML 文件；内置框架照常可用。',
        );
        await server.replace(server.root.uri('leak.md'), '王阿姨', '赵阿姨');
        await server.open(server.root.uri('other.md'), DRAFT);
        await server.configure({ rubrics: ['nowhere/', '.zhangfa/rubrics'] });
        await server.settled();
        assert.equal(server.shown.all.length, 1);
      },
    ),
  );

  for (const [name, bytes, reason] of [
    ['binary', BINARY, '是二进制文件，不是文本'],
    ['GB18030', GB18030, '不是 UTF-8 文本（可能是 GB18030），请另存为 UTF-8'],
  ] as const) {
    test(
      `a ${name} file is named with the reason, and the others work`,
      withServer({ files: { ...OWN_RUBRICS, '.zhangfa/rubrics/我的 100%.yaml': bytes } }, async (server) => {
        const warned = server.shown.first(() => true);
        assert.deepEqual(await check(server), DRAFT_CODES);
        assert.equal(
          (await warned).message,
          `框架文件没有读取：${server.root.path}/.zhangfa/rubrics/我的 100%.yaml（${reason}）。`,
        );
      }),
    );
  }

  test(
    'files in UTF-16 and with a byte order mark are read',
    withServer(
      {
        files: {
          '.zhangfa/rubrics/a.yaml': Buffer.from(`\uFEFF${FRAMEWORK}`, 'utf16le'),
          '.zhangfa/rubrics/b.yaml': `\uFEFF${WORDING}`,
        },
      },
      async (server) => assert.deepEqual(await check(server), DRAFT_CODES),
    ),
  );

  for (const how of ['watched', 'saved'] as const) {
    test(
      `drafts are checked again when a rubric file is ${how}`,
      withServer({ files: { '.zhangfa/rubrics/wording.yaml': WORDING } }, async (server) => {
        const uri = server.root.uri('leak.md');
        const path = '.zhangfa/rubrics/neighbours.yaml';
        assert.ok((await check(server)).includes('draft.front-matter'), 'the framework is not known yet');
        server.root.write(path, FRAMEWORK);
        if (how === 'saved') await server.open(server.root.uri(path), FRAMEWORK, 'yaml');
        const checked = server.nextDiagnostics(uri);
        if (how === 'saved') await server.save(server.root.uri(path));
        else
          await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
            changes: [{ uri: server.root.uri(path), type: 1 }],
          });
        const { version, diagnostics } = await checked;
        assert.deepEqual([version, codes(diagnostics)], [1, DRAFT_CODES]);
      }),
    );
  }

  test(
    'a rubric file that is deleted counts no more',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = server.root.uri('leak.md');
      await check(server);
      server.root.remove('.zhangfa/rubrics/neighbours.yaml');
      const checked = server.nextDiagnostics(uri);
      await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: server.root.uri('.zhangfa/rubrics/neighbours.yaml'), type: 3 }],
      });
      assert.match(saying((await checked).diagnostics).join(), /没有名为“neighbours”的框架/);
    }),
  );

  test(
    'other watched files and saved drafts change nothing',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = server.root.uri('leak.md');
      await check(server);
      await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: server.root.uri('a.txt'), type: 2 }],
      });
      await server.save(uri);
      await server.settled();
      assert.equal(server.diagnostics.all.filter((params) => params.uri === uri).length, 1);
    }),
  );

  test(
    'a new draft without a name has the rubrics of the workspace',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = 'untitled:Untitled-1';
      assert.deepEqual(codes((await server.open(uri, DRAFT)).diagnostics), DRAFT_CODES);
      assert.equal((await titles(server, uri))[0], '邻里调解');
    }),
  );

  test(
    'the frameworks for a question begin with the one whose words it has',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const ordered = await server.connection.sendRequest(FrameworksRequest, {
        question: '楼上漏水，怎么办？',
      });
      assert.equal(ordered[0]?.id, 'neighbours');
      assert.deepEqual(ordered.map(({ title }) => title).sort(), (await titles(server)).sort());
    }),
  );

  test(
    'a document outside the folders has the built-in ones only',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const { diagnostics } = await server.open('file:///elsewhere/leak.md', DRAFT);
      assert.match(saying(diagnostics).join(), /没有名为“neighbours”的框架/);
    }),
  );
});
