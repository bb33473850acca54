/**
 * Loaded into a process and its threads before anything else (`--require`): writes down and refuses whatever would
 * reach the network or start a program. The file to write to is named in the environment.
 */
import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import net from 'node:net';

/** Name of the variable with the path of the log. */
export const LOG_VARIABLE = 'ZHANGFA_TEST_NETWORK_LOG';

const log = process.env[LOG_VARIABLE];

function refuse(owner: object, name: string): void {
  Object.assign(owner, {
    [name]: () => {
      appendFileSync(log ?? '', `${name}\n`);
      throw new Error(`${name} in a process that is watched`);
    },
  });
}

if (log !== undefined) {
  refuse(net.Socket.prototype, 'connect');
  refuse(net.Server.prototype, 'listen');
  refuse(dgram, 'createSocket');
  refuse(dns, 'lookup');
  refuse(dns.promises, 'lookup');
  for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'])
    refuse(childProcess, name);
  refuse(globalThis, 'fetch');
}
