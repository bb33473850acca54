import builtin from 'zhangfa:builtin';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeFiles } from './files/nodeFiles';
import { startServer } from './lsp/server';
import { VERSION } from './version';

/** Starts the server on Node: over IPC, stdio or a socket, as the arguments say (`--node-ipc`, `--stdio`, `--socket=`). */
startServer(createConnection(ProposedFeatures.all), {
  builtin,
  version: VERSION,
  files: nodeFiles,
  defer: (work) => setImmediate(work),
});
