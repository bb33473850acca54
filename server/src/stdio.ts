import { Console } from 'node:console';
import { Writable } from 'node:stream';
import {
  type Connection,
  type ConnectionOptions,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/node';
import { StdioWriter } from './lsp/stdioWriter';

/** Connects over standard input and output, as the library does, but for how messages are written. */
export function connectStdio(options: ConnectionOptions): Connection {
  // The library takes streams and its own readers and writers alike, though it declares pairs only; of a stream it
  // hears when the client is gone.
  const output = new StdioWriter(process.stdout) as unknown as NodeJS.WritableStream;
  const connection = createConnection(ProposedFeatures.all, process.stdin, output, options);
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
