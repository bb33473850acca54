import {
  AbstractMessageWriter,
  type Message,
  type MessageWriter,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { KeptDiagnostics } from './keptDiagnostics';

const DIAGNOSTICS = 'textDocument/publishDiagnostics';
/** What a message of diagnostics ends with: their list, and what it is in. */
const END = ']}}';

/**
 * Writes messages to a stream, each at once and in one piece. The library's own writer waits a turn of the event loop
 * before every message, and writes its header for itself: the reader is woken twice.
 */
export class StdioWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #diagnostics = new KeptDiagnostics();
  #failures = 0;

  constructor(private readonly stream: NodeJS.WritableStream) {
    super();
    stream.on('error', (error: Error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  async write(message: Message): Promise<void> {
    try {
      await this.#send(withHeader(this.#encode(message)));
    } catch (error) {
      this.fireError(error, message, ++this.#failures);
      throw error;
    }
  }

  end(): void {
    this.stream.end();
  }

  #encode(message: Message): Uint8Array[] {
    if (!isDiagnostics(message)) return [Buffer.from(JSON.stringify(message))];
    const { params } = message;
    const around = JSON.stringify({ ...message, params: { ...params, diagnostics: [] } });
    if (!around.endsWith(`"diagnostics":[${END}`)) return [Buffer.from(JSON.stringify(message))];
    const items = this.#diagnostics.encode(params);
    return [Buffer.from(around.slice(0, -END.length)), ...items, Buffer.from(END)];
  }

  #send(bytes: Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      this.stream.write(bytes, (error) => (error ? reject(error) : resolve()));
    });
  }
}

interface Diagnostics extends Message {
  readonly method: string;
  readonly params: PublishDiagnosticsParams;
}

function isDiagnostics(message: Message): message is Diagnostics {
  return 'method' in message && message.method === DIAGNOSTICS;
}

function withHeader(parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([Buffer.from(`Content-Length: ${length}\r\n\r\n`), ...parts]);
}
