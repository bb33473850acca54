import { homedir } from 'node:os';
import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { Builtin } from './builtin';
import { readBuiltin } from './builtinFiles';
import { nodeFiles } from './files/nodeFiles';
import { threadWorker } from './library/threadWorker';
import { noteShutdown } from './lsp/afterShutdown';
import { startServer } from './lsp/server';
import { connectStdio } from './stdio';
import { VERSION } from './version';

// Starts the server on Node: over IPC, stdio or a socket, as the arguments say (`--node-ipc`, `--stdio`, `--socket=`).
const shutdown = noteShutdown();
const connection = process.argv.includes('--stdio')
  ? connectStdio(shutdown)
  : createConnection(ProposedFeatures.all, shutdown);
let builtin: Builtin | undefined;
startServer(connection, {
  get builtin() {
    return (builtin ??= readBuiltin(__dirname));
  },
  version: VERSION,
  files: nodeFiles,
  startWorker: threadWorker(join(__dirname, 'documentsWorker.js')),
  home: homedir(),
  defer: (work) => setImmediate(work),
  later: (work, milliseconds) => {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
});
