import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { ROOT } from '../support/rubrics';

const DIST = join(ROOT, 'dist');

/** Modules of Node by which a program can reach the network, start others, or read the memory of others. */
const REFUSED = new Set(
  [
    'net',
    'tls',
    'http',
    'https',
    'http2',
    '_http_client',
    '_tls_wrap',
    'dns',
    'dns/promises',
    'dgram',
    'quic',
  ].concat(['child_process', 'cluster', 'inspector', 'inspector/promises', 'vm', 'repl', 'wasi']),
);
/** The client starts the server as a process of its own, by a program that gives the engine what it kept of its code. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'client.js': ['child_process'],
  'startServer.js': ['vm'],
};

/**
 * What speaks to the network in Node and in browsers without a module: called, or made with `new`. A method of that
 * name (`fetch(reference) {`) is none.
 */
const NETWORK_GLOBALS =
  /(?<![\w$.])(?:fetch\((?![^()]*\)\s*\{)|new (?:WebSocket|XMLHttpRequest|EventSource|RTCPeerConnection|WebTransport)\b|navigator\.sendBeacon\()/g;
/** Any of these as a property of the global object. */
const GLOBAL_PROPERTIES =
  /\b(?:globalThis|self|window|global)\.(?:fetch|WebSocket|XMLHttpRequest|EventSource)\b/g;

function bundles(): string[] {
  return readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.js'))
    .sort();
}

/** The modules of Node a bundle asks for, without `node:`. */
function modulesOf(source: string): Set<string> {
  const named = [...source.matchAll(/\b(?:require|import)\(\s*["'`](?:node:)?([\w/]+)["'`]\s*\)/g)];
  const imported = [...source.matchAll(/\bfrom\s*["'](?:node:)?([\w/]+)["']/g)];
  return new Set(
    [...named, ...imported].flatMap(([, name = '']) => (builtinModules.includes(name) ? [name] : [])),
  );
}

const bundle = (name: string): string => readFileSync(join(DIST, name), 'utf8');

suite('Bundles', () => {
  test('the programs are there, and the modules they use are found', () => {
    for (const file of [
      'server.js',
      'startServer.js',
      'extension.js',
      'cli.js',
      'mcp.js',
      'browser/server.js',
      'readers/pdf.js',
    ])
      assert.ok(bundles().includes(file), file);
    const server = modulesOf(readFileSync(join(DIST, 'server.js'), 'utf8'));
    assert.ok(server.has('fs') && server.has('worker_threads'), [...server].join());
  });

  test('the server is all ASCII, so that no start decodes it', () => {
    assert.equal(/[^\0-\x7f].{0,40}/.exec(bundle('server.js'))?.[0], undefined);
  });

  for (const file of bundles()) {
    test(`${file} can reach no network and starts no program`, () => {
      const source = readFileSync(join(DIST, file), 'utf8');
      const allowed = ALLOWED[file] ?? [];
      const found = [...modulesOf(source)].filter((name) => REFUSED.has(name) && !allowed.includes(name));
      assert.deepEqual(found, []);
      assert.deepEqual(source.match(NETWORK_GLOBALS) ?? [], []);
      assert.deepEqual(source.match(GLOBAL_PROPERTIES) ?? [], []);
      assert.doesNotMatch(source, /\bprocess\.binding\(/);
    });
  }

  test('only the libraries for pdf files and for schemas of tools could make code out of text', () => {
    // pdf.js is told not to (`isEvalSupported`), and only asks whether it could; the schemas are ours.
    const makers = bundles().filter((file) =>
      /\bnew Function\(|(?<![\w$.])eval\(/.test(readFileSync(join(DIST, file), 'utf8')),
    );
    assert.deepEqual(makers, ['mcp.js', 'readers/pdf.js']);
  });

  test('what is loaded when the extension is activated has no client library in it', () => {
    // Words of the library that no minifier touches.
    const words = /Client is not running/;
    assert.match(bundle('client.js'), words);
    assert.doesNotMatch(bundle('extension.js'), words);
    assert.match(bundle('extension.js'), /require\("\.\/client\.js"\)/);
  });

  test('the types of messages are there once: those of two copies would not know each other', () => {
    const words = /jsonrpcReservedErrorRangeStart/;
    assert.match(bundle('messages.js'), words);
    for (const name of ['extension.js', 'client.js']) {
      assert.match(bundle(name), /require\("\.\/messages\.js"\)/);
      assert.doesNotMatch(bundle(name), new RegExp(`${words.source}=`));
    }
  });
});
