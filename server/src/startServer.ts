import envPaths from 'env-paths';
import { isAbsolute, join } from 'node:path';
import { runKept } from './codeCache';

/**
 * The server beside this file, with the code the engine kept of it at an earlier start.
 *   node startServer.js [FOLDER] --node-ipc|--stdio
 * FOLDER, an absolute path, is where that code is kept: VS Code gives the extension's own. For `zhangfa lsp` it is where
 * programs of this user keep what they can make again.
 */
const [, , given = ''] = process.argv;
const folder = isAbsolute(given) ? given : envPaths('zhangfa', { suffix: '' }).cache;

/** By then a first draft has long been checked; milliseconds. */
const SETTLED = 5000;

runKept(join(__dirname, 'server.js'), require, join(folder, 'server-code.bin'), (keep) => {
  setTimeout(keep, SETTLED).unref();
});
