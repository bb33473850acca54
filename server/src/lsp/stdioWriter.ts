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
/** Up to so many diagnostics are made JSON sooner than they are compared with those before them. */
const FEW = 32;

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
      await this.#send(this.#encode(message));
    } catch (error) {
      this.fireError(error, message, ++this.#failures);
      throw error;
    }
  }

  end(): void {
    this.stream.end();
  }

  #encode(message: Message): string | Uint8Array {
    return (isDiagnostics(message) && this.#encodeMany(message)) || withHeader(JSON.stringify(message));
  }

  #encodeMany(message: Diagnostics): Uint8Array | undefined {
    const { params } = message;
    if (params.diagnostics.length <= FEW) {
      this.#diagnostics.forget(params.uri);
      return undefined;
    }
    const around = JSON.stringify({ ...message, params: { ...params, diagnostics: [] } });
    if (!around.endsWith(`"diagnostics":[${END}`)) return undefined;
    const items = this.#diagnostics.encode(params);
    const length = items.reduce((sum, item) => sum + item.length, Buffer.byteLength(around));
    return Buffer.concat([
      Buffer.from(header(length) + around.slice(0, -END.length)),
      ...items,
      Buffer.from(END),
    ]);
  }

  #send(data: string | Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      this.stream.write(data, (error) => (error ? reject(error) : resolve()));
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

/** As a string: the stream makes bytes of it faster where it writes them. */
function withHeader(text: string): string {
  return header(Buffer.byteLength(text)) + text;
}

/** @param length of what follows, in bytes */
function header(length: number): string {
  return `Content-Length: ${length}\r\n\r\n`;
}
