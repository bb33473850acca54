import assert from 'node:assert/strict';
import {
  ConfigurationRequest,
  DiagnosticSeverity,
  MessageType,
  ResponseError,
} from 'vscode-languageserver-protocol/node';
import { NewDraftRequest } from '../../server/src/lsp/protocol';
import { MINIMAL } from './clients';
import { DRAFT, DRAFT_CODES, OWN_RUBRICS } from './fixtures';
import { type TestServer, withServer } from './harness';
import { Recorder } from './recorder';
import { codes, saying, withCode } from './said';

async function openDraft(server: TestServer, text = DRAFT): Promise<string> {
  const uri = server.root.uri('leak.md');
  assert.deepEqual(codes((await server.open(uri, text)).diagnostics), DRAFT_CODES);
  return uri;
}

/** Changes the settings and returns what is then said of the same version. */
async function after(
  server: TestServer,
  uri: string,
  configuration: unknown,
): Promise<Awaited<ReturnType<TestServer['open']>>> {
  const checked = server.nextDiagnostics(uri);
  await server.configure(configuration);
  return checked;
}

suite('Protocol: settings', () => {
  for (const [name, capabilities] of [
    ['is asked for', undefined],
    ['sends', MINIMAL],
  ] as const) {
    test(
      `open drafts are checked again when a client that ${name} settings changes them`,
      withServer({ files: OWN_RUBRICS, ...(capabilities ? { capabilities } : {}) }, async (server) => {
        const uri = await openDraft(server);
        const loud = await after(server, uri, {
          severity: { 'wording.taboo': 'error', 'section.weak': 'off' },
        });
        assert.equal(loud.version, 1);
        assert.deepEqual(codes(loud.diagnostics), ['section.missing', 'wording.taboo']);
        assert.equal(withCode(loud.diagnostics, 'wording.taboo').severity, DiagnosticSeverity.Error);
        const late = await after(server, uri, { minutes: 3, speakingRate: 60 });
        assert.deepEqual(codes(late.diagnostics), DRAFT_CODES);
        const short = await after(server, uri, { minutes: 10 });
        assert.match(
          saying([withCode(short.diagnostics, 'length.under')])[0] ?? '',
          /按语速约 \d+ 秒，不到 10 分钟/,
        );
        const { diagnostics } = await after(server, uri, {});
        assert.deepEqual(codes(diagnostics), DRAFT_CODES);
      }),
    );
  }

  for (const [name, capabilities] of [
    ['tells no settings', MINIMAL],
    ['is asked for settings and has none', undefined],
  ] as const) {
    test(
      `initializationOptions.zhangfa holds for a client that ${name}, until it tells some`,
      withServer(
        {
          files: OWN_RUBRICS,
          ...(capabilities ? { capabilities } : {}),
          configuration: () => null,
          initializationOptions: {
            zhangfa: { calmWhileTyping: false, severity: { 'wording.taboo': 'off' } },
          },
        },
        async (server) => {
          const uri = server.root.uri('leak.md');
          const quiet = DRAFT_CODES.filter((code) => code !== 'wording.taboo');
          assert.deepEqual(codes((await server.open(uri, DRAFT)).diagnostics), quiet);
          const { diagnostics } = await after(server, uri, { calmWhileTyping: false });
          assert.deepEqual(codes(diagnostics), DRAFT_CODES);
        },
      ),
    );
  }

  test(
    'initializationOptions.zhangfa of the wrong type counts as not there',
    withServer(
      {
        files: OWN_RUBRICS,
        capabilities: MINIMAL,
        initializationOptions: { zhangfa: ['severity', 'off'] },
      },
      async (server) => {
        await openDraft(server);
      },
    ),
  );

  test(
    'zhangfa.framework decides where the draft names none, and an unknown one is told',
    withServer({ files: OWN_RUBRICS, configuration: { framework: 'neighbours' } }, async (server) => {
      const uri = await openDraft(server, DRAFT.replace('framework: neighbours\n', ''));
      assert.equal(
        (await server.coverage.first((params) => params.uri === uri)).framework?.chosenBy,
        'setting',
      );
      const { diagnostics } = await after(server, uri, { framework: 'nowhere' });
      assert.match(
        saying([withCode(diagnostics, 'draft.front-matter')])[0] ?? '',
        /^没有名为“nowhere”的框架，暂按“.+”检查。可用的有：.*neighbours/,
      );
    }),
  );

  test(
    'values of the wrong type count as not set',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = await openDraft(server);
      const odd = [
        null,
        7,
        'x',
        [],
        {
          drafts: 'a',
          rubrics: 1,
          severity: 'off',
          minutes: '3',
          speakingRate: -1,
          framework: 5,
          codeLens: 'no',
          checkAllMarkdown: 1,
        },
      ];
      for (const configuration of [
        ...odd,
        { severity: { 'wording.taboo': 'loud', nonsense: 'off', 'section.weak': 3 } },
      ]) {
        assert.deepEqual(codes((await after(server, uri, configuration)).diagnostics), DRAFT_CODES);
      }
    }),
  );

  for (const [name, capabilities] of [
    ['is asked for', undefined],
    ['sends', MINIMAL],
  ] as const)
    test(
      `a setting that is not known or has a wrong value, of a client that ${name} them, is named once in the log`,
      withServer({ files: OWN_RUBRICS, ...(capabilities ? { capabilities } : {}) }, async (server) => {
        const uri = await openDraft(server);
        await after(server, uri, {
          // Those of the client are its own business.
          suggestWhileTyping: 1,
          preview: { badges: 1 },
          trace: { server: 'off' },
          minutes: '3',
          speakingRate: 10,
          speed: 200,
          run: 'never',
          codeLens: null,
          rubrics: ['.zhangfa/rubrics/', 7],
          drafts: ['x'.repeat(70000)],
          severity: { 'wording.tabu': 'off', 'section.weak': 'loud', 'wording.taboo': 'error' },
          weights: { planning: -1, analysis: 20 },
        });
        await server.open(server.root.uri('other.md'), DRAFT);
        const told = server.logs.all.filter(({ type }) => type === MessageType.Warning);
        assert.deepEqual(
          told.map(({ message }) => message).toSorted(),
          [
            'drafts',
            'minutes',
            'rubrics',
            'run',
            'severity.section.weak',
            'severity.wording.tabu',
            'speakingRate',
            'speed',
            'weights.planning',
          ].map((key) => `设置 zhangfa.${key} 不认识，或者值不对，没有采用。`),
        );
      }),
    );

  test(
    'a glob that makes no sense names no drafts',
    withServer(
      {
        files: OWN_RUBRICS,
        configuration: { drafts: ['[', '(', '{a', '!', '**/[z-a].md', 'x'.repeat(70000), ''] },
      },
      async (server) => {
        assert.deepEqual((await server.open(server.root.uri('a.md'), '少来敲门。\n')).diagnostics, []);
        assert.deepEqual(
          codes((await server.open(server.root.uri('leak.md'), DRAFT)).diagnostics),
          DRAFT_CODES,
        );
      },
    ),
  );

  test(
    'a glob with more wildcards than anybody writes does not hold the server up',
    withServer(
      { files: OWN_RUBRICS, configuration: { drafts: [`${'*a'.repeat(40)}*b.md`, '!+(+(a))b', '草稿/**'] } },
      async (server) => {
        const { diagnostics } = await server.open(server.root.uri(`${'a'.repeat(100)}.md`), '少来敲门。\n');
        assert.deepEqual(diagnostics, []);
        const draft = await server.open(server.root.uri('草稿/a.md'), '少来敲门。\n');
        assert.ok(codes(draft.diagnostics).includes('wording.taboo'));
      },
    ),
  );

  test(
    'each document has the settings of its place, asked for by its address',
    withServer(
      {
        files: OWN_RUBRICS,
        configuration: (uri?: string) =>
          uri?.endsWith('quiet.md') ? { severity: { 'wording.taboo': 'off' } } : {},
      },
      async (server) => {
        await openDraft(server);
        const { diagnostics } = await server.open(server.root.uri('quiet.md'), DRAFT);
        assert.deepEqual(codes(diagnostics), ['section.missing', 'section.weak']);
      },
    ),
  );

  test('without a folder the settings are asked for without an address', async () => {
    const asked: (string | undefined)[] = [];
    const configuration = (uri?: string): unknown => {
      asked.push(uri);
      return {};
    };
    await withServer({ configuration }, async (server) => {
      assert.ok(
        await server.connection.sendRequest(NewDraftRequest, {
          framework: 'public-doubt',
          question: '怎么办？',
        }),
      );
      assert.deepEqual(asked, [undefined]);
    })();
  });

  test(
    'a client that fails to tell its settings has drafts checked without',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      server.connection.onRequest(
        ConfigurationRequest.type,
        () => new ResponseError(-32603, 'no settings today'),
      );
      await openDraft(server);
    }),
  );

  test('an answer about settings that have changed since is not taken', async () => {
    const asked = new Recorder<(settings: unknown) => void>();
    const configuration = (uri?: string): unknown =>
      uri?.endsWith('leak.md') ? new Promise((resolve) => asked.add(resolve)) : {};
    await withServer({ files: OWN_RUBRICS, configuration }, async (server) => {
      const uri = server.root.uri('leak.md');
      const opened = server.open(uri, DRAFT);
      const outdated = await asked.first(() => true);
      await server.configure(configuration);
      const current = await asked.first((answer) => answer !== outdated);
      current({});
      await opened;
      outdated({ severity: { 'wording.taboo': 'off' } });
      await server.settled();
      const last = server.diagnostics.all.findLast((params) => params.uri === uri);
      assert.deepEqual(codes(last?.diagnostics ?? []), DRAFT_CODES);
    })();
  });
});
