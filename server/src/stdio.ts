import { Console } from 'node:console';
import { Writable } from 'node:stream';
import {
  type Connection,
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
} from 'vscode-languageserver/node';
import type { ShutdownNote } from './lsp/afterShutdown';
import { StdioWriter } from './lsp/stdioWriter';

/** Connects over standard input and output, as the library does, but for how messages are written. */
export function connectStdio(shutdown: ShutdownNote): Connection {
  const reader = new StreamMessageReader(process.stdin);
  // The client is gone. Of a stream the library hears that by itself, of a reader it does not.
  for (const event of ['end', 'close'])
    process.stdin.once(event, () => process.exit(shutdown.isShutDown() ? 0 : 1));
  const connection = createConnection(
    ProposedFeatures.all,
    reader,
    new StdioWriter(process.stdout),
    shutdown,
  );
  // What libraries print must not get into the protocol: the client has a log.
  const said = new Console(
    lines((text) => connection.console.log(text)),
    lines((text) => connection.console.error(text)),
  );
  Object.assign(console, said);
  return connection;
}

function lines(say: (text: string) => void): Writable {
  return new Writable({
    decodeStrings: false,
    write(text: string, _encoding, done) {
      say(text.replace(/\n$/, ''));
      done();
    },
  });
}
