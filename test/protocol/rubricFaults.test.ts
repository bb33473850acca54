import assert from 'node:assert/strict';
import { DiagnosticSeverity, type PublishDiagnosticsParams } from 'vscode-languageserver-protocol/node';
import { DRAFT, DRAFT_CODES, framework, FRAMEWORK, OWN_RUBRICS, WORDING } from './fixtures';
import { type TestServer, withServer } from './harness';
import { codes, saying } from './said';

/** Line 3 (0-based) has a bracket that is never closed. */
const BROKEN = framework('broken', '坏').replace('kinds: [interpersonal]', 'kinds: [interpersonal');
const PATH = '.zhangfa/rubrics/broken.yaml';
const FILES = { ...OWN_RUBRICS, [PATH]: BROKEN };

/** Opens the draft and returns what is said of the broken file. */
async function faults(server: TestServer, path = PATH): Promise<PublishDiagnosticsParams> {
  const told = server.diagnostics.first(({ uri }) => uri === server.root.uri(path));
  assert.deepEqual(codes((await server.open(server.root.uri('leak.md'), DRAFT)).diagnostics), DRAFT_CODES);
  return told;
}

function watched(server: TestServer, path: string, type: 1 | 2 | 3): Promise<void> {
  return server.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: server.root.uri(path), type }],
  });
}

suite('Protocol: faults of rubric files', () => {
  test(
    'a syntax error is shown in the file at its line, and the others work',
    withServer({ files: FILES }, async (server) => {
      const { diagnostics } = await faults(server);
      const [first] = diagnostics;
      assert.equal(first?.code, 'rubric.invalid');
      assert.equal(first.severity, DiagnosticSeverity.Error);
      assert.equal(first.source, '章法');
      assert.deepEqual(first.codeDescription, {
        href: 'https://github.com/zhangfa/zhangfa/blob/main/docs/rules/rubric.invalid.md',
      });
      assert.match(saying(diagnostics)[0] ?? '', /^YAML 语法错误：./);
      const line = BROKEN.split('\n').indexOf('kinds: [interpersonal');
      assert.ok(
        first.range.start.line === line || first.range.start.line === line + 1,
        `line ${first.range.start.line}`,
      );
      assert.deepEqual(server.shown.all, []);
    }),
  );

  const schemaFaults: readonly (readonly [string, string, string, RegExp])[] = [
    ['a key nobody knows', FRAMEWORK.replace('kinds:', 'kindz:'), 'kindz', /不符合(框架)?格式：.*kindz/],
    [
      'a value of the wrong type',
      FRAMEWORK.replace('cues: [楼上漏水, 邻里纠纷]', 'cues: 楼上漏水'),
      '楼上漏水',
      /^cues 不符合格式：/,
    ],
    [
      'a need there is not',
      FRAMEWORK.replace('need: required', 'need: maybe'),
      'maybe',
      /^sections\[0\]\.points\[0\]\.need 不符合格式：只能是 required、optional、conditional$/,
    ],
    ['an id used twice', FRAMEWORK.replace('id: revisit', 'id: listen'), 'listen', /^id“listen”重复。$/],
    ['neither sections nor entries', '只是一句话\n', '只', /没有框架（sections）或用语表（entries）/],
    [
      'an entry without a rewrite',
      WORDING.replace('rewrites: [您慢慢说, 我听您说]', 'rewrites: []'),
      '[]',
      /^entries\[0\]\.rewrites 不符合格式：/,
    ],
  ];
  for (const [name, text, at, message] of schemaFaults) {
    test(
      `${name} is shown where it stands`,
      withServer({ files: { ...OWN_RUBRICS, [PATH]: text } }, async (server) => {
        const { diagnostics } = await faults(server);
        assert.match(saying(diagnostics)[0] ?? '', message);
        const { start } = diagnostics[0]?.range ?? {};
        const line = text.split('\n')[start?.line ?? -1];
        assert.ok(
          line?.slice(start?.character).startsWith(at),
          `${String(line)} at ${String(start?.character)}`,
        );
      }),
    );
  }

  test(
    'in English the fault is told in English',
    withServer({ files: FILES, locale: 'en' }, async (server) => {
      assert.match(saying((await faults(server)).diagnostics)[0] ?? '', /^YAML syntax error: /);
    }),
  );

  test(
    'a file mended on disk loses its diagnostics, and what it says counts',
    withServer({ files: FILES }, async (server) => {
      await faults(server);
      server.root.write(PATH, framework('broken', '好'));
      const cleared = server.nextDiagnostics(server.root.uri(PATH));
      await watched(server, PATH, 2);
      assert.deepEqual((await cleared).diagnostics, []);
      const { diagnostics } = await server.replace(
        server.root.uri('leak.md'),
        'framework: neighbours',
        'framework: broken',
      );
      assert.deepEqual(codes(diagnostics), DRAFT_CODES);
    }),
  );

  test(
    'a file that is deleted loses its diagnostics',
    withServer({ files: FILES }, async (server) => {
      await faults(server);
      server.root.remove(PATH);
      const cleared = server.nextDiagnostics(server.root.uri(PATH));
      await watched(server, PATH, 3);
      assert.deepEqual((await cleared).diagnostics, []);
    }),
  );

  test(
    'a file mended when no draft is open any more loses its diagnostics',
    withServer({ files: FILES }, async (server) => {
      await faults(server);
      await server.close(server.root.uri('leak.md'));
      server.root.write(PATH, FRAMEWORK);
      const cleared = server.nextDiagnostics(server.root.uri(PATH));
      await watched(server, PATH, 2);
      assert.deepEqual((await cleared).diagnostics, []);
    }),
  );

  test(
    'a file no longer named by the settings loses its diagnostics',
    withServer(
      {
        files: { ...OWN_RUBRICS, 'more/broken.yaml': BROKEN },
        configuration: { rubrics: ['.zhangfa/rubrics/', 'more/'] },
      },
      async (server) => {
        await faults(server, 'more/broken.yaml');
        const cleared = server.nextDiagnostics(server.root.uri('more/broken.yaml'));
        await server.configure({});
        assert.deepEqual((await cleared).diagnostics, []);
      },
    ),
  );

  test(
    'a rubric in an editor is diagnosed as it is typed, before it is saved',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = server.root.uri(PATH);
      const opened = await server.open(uri, BROKEN, 'yaml');
      assert.equal(opened.version, 1);
      assert.match(saying(opened.diagnostics)[0] ?? '', /^YAML 语法错误/);
      const mended = await server.replace(uri, '[interpersonal', '[interpersonal]');
      assert.deepEqual([mended.version, mended.diagnostics], [2, []]);
      const broken = await server.replace(uri, 'id: broken', 'id: Broken');
      assert.match(saying(broken.diagnostics)[0] ?? '', /^id 不符合格式/);
      assert.deepEqual(broken.diagnostics[0]?.range, server.rangeOf(uri, 'Broken'));
    }),
  );

  test(
    'an editor goes before the file; when it is closed, the file speaks again',
    withServer({ files: FILES }, async (server) => {
      const uri = server.root.uri(PATH);
      const onDisk = await faults(server);
      await server.open(uri, BROKEN, 'yaml');
      assert.deepEqual((await server.replace(uri, '[interpersonal', '[interpersonal]')).diagnostics, []);
      await server.replace(server.root.uri('leak.md'), '王阿姨', '赵阿姨');
      await server.settled();
      assert.deepEqual(server.diagnostics.all.findLast((params) => params.uri === uri)?.diagnostics, []);
      const again = server.diagnostics.next((params) => params.uri === uri && params.diagnostics.length > 0);
      await server.close(uri);
      assert.deepEqual((await again).diagnostics, onDisk.diagnostics);
    }),
  );

  test(
    'a rubric mended in an editor and saved is in force, and stays clear when it is closed',
    withServer({ files: FILES }, async (server) => {
      const [uri, draft] = [server.root.uri(PATH), server.root.uri('leak.md')];
      await faults(server);
      await server.open(uri, BROKEN, 'yaml');
      await server.replace(uri, '[interpersonal', '[interpersonal]');
      server.root.write(PATH, server.document(uri).getText());
      const checked = server.nextDiagnostics(draft);
      await server.save(uri);
      await checked;
      await server.close(uri);
      await server.settled();
      assert.deepEqual(server.diagnostics.all.findLast((params) => params.uri === uri)?.diagnostics, []);
      const { diagnostics } = await server.replace(draft, 'framework: neighbours', 'framework: broken');
      assert.deepEqual(codes(diagnostics), DRAFT_CODES);
    }),
  );

  test(
    'other YAML in an editor is left alone',
    withServer(
      { files: OWN_RUBRICS, configuration: { rubrics: ['mine/**/*.yaml', '../shared', 'one.yml'] } },
      async (server) => {
        const open = (uri: string): Promise<void> =>
          server.connection.sendNotification('textDocument/didOpen', {
            textDocument: { uri, languageId: 'yaml', version: 1, text: 'services: {}\n' },
          });
        const others = ['docker-compose.yml', 'mine/a.yml', 'mine.yaml', 'sub/one.yml'].map((path) =>
          server.root.uri(path),
        );
        for (const uri of [...others, 'untitled:Untitled-1', 'file:///elsewhere/a.yaml']) await open(uri);
        const rubrics = ['mine/a.yaml', 'mine/b/c.yaml', 'one.yml', '../shared/x/a.yaml'].map((path) =>
          server.root.uri(path),
        );
        const told = rubrics.map((uri) => server.diagnostics.first((params) => params.uri === uri));
        for (const uri of rubrics) await open(uri);
        for (const { diagnostics } of await Promise.all(told))
          assert.deepEqual(new Set(codes(diagnostics)), new Set(['rubric.invalid']));
        await server.settled();
        assert.deepEqual(
          server.diagnostics.all
            .map(({ uri }) => uri)
            .filter((uri) => !rubrics.includes(uri) && !uri.includes('sentinel')),
          [],
        );
      },
    ),
  );
});
