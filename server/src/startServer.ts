import { join } from 'node:path';
import { runKept } from './codeCache';

/**
 * What VS Code starts: the server beside this file, with the code the engine kept of it at an earlier start.
 *   node startServer.js FOLDER --node-ipc
 * FOLDER is where that code is kept.
 */
const folder = process.argv[2] ?? '';

/** By then a first draft has long been checked; milliseconds. */
const SETTLED = 5000;

runKept(join(__dirname, 'server.js'), require, join(folder, 'server-code.bin'), (keep) => {
  setTimeout(keep, SETTLED).unref();
});
