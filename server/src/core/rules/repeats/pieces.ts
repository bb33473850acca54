import type { Sentence } from '../../draft/sentences';
import { letterAt } from '../../text/letters';

/** Length in letters of the pieces that are compared. */
const PIECE = 6;
/** Shorter sentences (就这么办。) may recur. */
const MIN_LETTERS = 12;

/** The pieces of one sentence: valid until the next sentence is cut. */
export interface Pieces {
  count: number;
  /** A hash of each piece, which is taken for the piece: of a million pieces some hundred share theirs with another. */
  hashes: Int32Array;
}

const pieces: Pieces = { count: 0, hashes: new Int32Array(256) };
let letters = new Uint16Array(256);

/** Each letter counts so many times more in the hash of a piece than the next one. */
const BASE = 0x2c1b3c6d;
/** What the first letter of a piece counts: BASE to the power of the letters after it. */
const FIRST = powerOf(BASE, PIECE - 1);

/** Cuts what a sentence says into overlapping pieces; none of a sentence too short to matter. */
export function cut({ folded, marker }: Sentence): Pieces {
  const length = readLetters(folded, marker?.length ?? 0);
  pieces.count = length < MIN_LETTERS ? 0 : length - PIECE + 1;
  if (pieces.hashes.length < pieces.count) pieces.hashes = new Int32Array(pieces.count * 2);
  const { count, hashes } = pieces;
  // The hash of a piece is made from that of the one before (Rabin and Karp).
  let sum = 0;
  for (let i = 0; i < PIECE - 1; i++) sum = Math.imul(sum, BASE) + letterIn(i);
  for (let i = 0; i < count; i++) {
    sum = (Math.imul(sum, BASE) + letterIn(i + PIECE - 1)) | 0;
    hashes[i] = sum ^ (sum >>> 15);
    sum = (sum - Math.imul(letterIn(i), FIRST)) | 0;
  }
  return pieces;
}

/** One of the pieces of a sentence. */
export function pieceAt({ hashes }: Pieces, index: number): number {
  return hashes[index] ?? 0;
}

function letterIn(at: number): number {
  return letters[at] ?? 0;
}

function powerOf(base: number, exponent: number): number {
  let power = 1;
  for (let i = 0; i < exponent; i++) power = Math.imul(power, base);
  return power;
}

/** Reads the letters and digits of a folded text from an offset on; returns how many units they are. */
function readLetters(folded: string, from: number): number {
  if (letters.length < folded.length) letters = new Uint16Array(folded.length * 2);
  let length = 0;
  for (let i = from; i < folded.length; i++) {
    const units = letterAt(folded, i);
    if (units > 0) letters[length++] = folded.charCodeAt(i);
    if (units === 2) letters[length++] = folded.charCodeAt(++i);
  }
  return length;
}
