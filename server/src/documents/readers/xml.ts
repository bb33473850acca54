import { Parser } from 'htmlparser2';
import { Unreadable } from '../problems';
import type { Budget } from '../reader';

/** What is told while XML is read. */
export interface XmlHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(data: string): void;
}

/** Bytes parsed between two looks at the clock. */
const CHUNK = 256 * 1024;
/** By the first byte of a byte order mark. */
const ENCODINGS: ReadonlyMap<number, string> = new Map([
  [0xff, 'utf-16le'],
  [0xfe, 'utf-16be'],
]);

/**
 * Reads XML piece by piece, without building a tree. Entities are the five of XML and numeric ones: there is no
 * expansion that could grow.
 * @throws Unreadable corrupt (nested too deep) or timeout
 */
export function parseXml(bytes: Uint8Array, budget: Budget, handler: XmlHandler): void {
  const decoder = new TextDecoder(ENCODINGS.get(bytes[0] ?? 0) ?? 'utf-8');
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (++depth > budget.limits.markupDepth) throw new Unreadable('corrupt', 'xml');
        handler.open?.(name, attributes);
      },
      onclosetag: (name) => {
        depth--;
        handler.close?.(name);
      },
      ontext: (data) => handler.text?.(data),
    },
    { xmlMode: true },
  );
  for (let at = 0; at < bytes.length; at += CHUNK) {
    parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }));
    budget.check();
  }
  parser.end();
}
