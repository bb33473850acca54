import {
  type Connection,
  type ConnectionOptions,
  ErrorCodes,
  type Message,
  RequestType,
  ResponseError,
} from 'vscode-languageserver';

/** What a request that comes too late is turned into; its parameters are the method it had. */
const Late = new RequestType<string, never, void>('zhangfa/late');

/** Options of a connection that know whether `shutdown` has come. */
export interface ShutdownNote extends ConnectionOptions {
  readonly isShutDown: () => boolean;
}

/**
 * Notes `shutdown` as it arrives: every request behind it is to be refused, as the protocol wants it. Handlers do not
 * see each other's messages, so this stands before all of them.
 */
export function noteShutdown(): ShutdownNote {
  let isShutDown = false;
  return {
    isShutDown: () => isShutDown,
    messageStrategy: {
      handleMessage(message, next) {
        if (!isRequest(message)) return next(message);
        if (isShutDown) return next(lateFor(message));
        isShutDown = message.method === 'shutdown';
        return next(message);
      },
    },
  };
}

/** Refuses what `noteShutdown` has found to be late. */
export function refuseLate(connection: Connection): void {
  connection.onRequest(
    Late,
    (method) => new ResponseError(ErrorCodes.InvalidRequest, `${method} came after shutdown`),
  );
}

interface Request extends Message {
  readonly id: number | string | null;
  readonly method: string;
}

function isRequest(message: Message): message is Request {
  return 'id' in message && 'method' in message;
}

function lateFor({ jsonrpc, id, method }: Request): Request & { readonly params: readonly string[] } {
  return { jsonrpc, id, method: Late.method, params: [method] };
}
