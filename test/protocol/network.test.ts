import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { docx, paragraph, pdf, ucs2 } from '../unit/documents/support';
import { Terminal } from './cliProcess';
import { DRAFT, OWN_RUBRICS } from './fixtures';
import { TestServer } from './harness';
import { Agent } from './mcpAgent';
import { LOG_VARIABLE } from './networkWatch';
import { HANDBOOK, read } from './references';
import { type Files, TempFolder } from './tempFolder';

const WATCH = join(__dirname, 'networkWatch.js');
/** A document of every format that is read, one with links and pictures on the network. */
const DOCUMENTS: Files = {
  'documents/手册.txt': HANDBOOK,
  'documents/网页.html': [
    '<link rel="stylesheet" href="http://192.0.2.1/a.css"><script src="http://192.0.2.1/a.js"></script>',
    '<p>请师傅查清水从哪里来，再约两家当面商定。<img src="http://192.0.2.1/a.png"></p>',
  ].join(''),
  'documents/笔记.md': '先把电闸关上，再请物业的人到场看水管。![图](http://192.0.2.1/b.png)\n',
  'documents/要点.docx': docx(paragraph('修好以后把单据贴在公告栏，请住户都来看一看。')),
  'documents/扫描.pdf': pdf([[{ hex: ucs2('半个月后回头再去看看墙面干透没有。'), x: 72, y: 700 }]]),
};

suite('Protocol: no network', () => {
  let folder: TempFolder;
  let log: string;
  const env = (): Record<string, string> => ({
    NODE_OPTIONS: `--require "${WATCH.replaceAll('\\', '/')}"`,
    [LOG_VARIABLE]: log,
  });
  /** What was tried since the last time. */
  const tried = (): string => (existsSync(log) ? readFileSync(log, 'utf8') : '');

  setup(() => {
    folder = new TempFolder({});
    log = join(folder.path, 'tried.log');
  });
  teardown(() => folder.remove());

  test('the watch sees what reaches the network or starts a program', () => {
    const attempts = [
      `fetch('http://192.0.2.1/')`,
      `require('node:https').get('https://192.0.2.1/')`,
      `require('node:net').createServer().listen(0)`,
      `require('node:child_process').spawn('true')`,
      `new (require('node:worker_threads').Worker)("fetch('http://192.0.2.1/')", { eval: true })`,
    ];
    for (const attempt of attempts)
      spawnSync(process.execPath, ['-e', attempt], { env: { ...process.env, ...env() } });
    assert.deepEqual(tried().trim().split('\n'), ['fetch', 'connect', 'listen', 'spawn', 'fetch']);
  });

  test('the server and its thread reach no network and start no program, whatever they read', async () => {
    const before = { ...process.env };
    Object.assign(process.env, env());
    let server: TestServer;
    try {
      server = await TestServer.start({ files: { ...OWN_RUBRICS, ...DOCUMENTS, 'leak.md': DRAFT } });
    } finally {
      for (const name of Object.keys(env())) {
        if (before[name] === undefined) Reflect.deleteProperty(process.env, name);
        else process.env[name] = before[name];
      }
    }
    try {
      const state = await read(server, Object.keys(DOCUMENTS).length);
      assert.deepEqual(state.problems, []);
      await server.open('leak.md', DRAFT);
      await server.stop();
    } finally {
      await server.dispose();
    }
    assert.equal(tried(), '');
  });

  test('the command line and its server for agents reach no network and start no program', async () => {
    const terminal = new Terminal({ ...OWN_RUBRICS, ...DOCUMENTS, 'leak.md': DRAFT });
    try {
      for (const args of [
        ['check', 'leak.md'],
        ['documents', 'documents'],
        ['suggest', '--section', 'public-doubt/action', '--documents', 'documents'],
      ])
        assert.notEqual((await terminal.run(args, '', env())).stdout, '', args.join(' '));
      const agent = new Agent(terminal.start(['mcp'], env()), terminal.folder);
      await agent.initialize();
      assert.equal((await agent.call('zhangfa_check', { path: 'leak.md' })).failed, false);
      await agent.end();
    } finally {
      terminal.folder.remove();
    }
    assert.equal(tried(), '');
  });
});
