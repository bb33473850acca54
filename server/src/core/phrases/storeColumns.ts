import { Column } from './columns';
import { NameTable, unpackSlot } from './slots';
import type { Register, Slot } from './types';
import { decode } from './units';

/** Flag of a row of a bank. */
const BANK = 1;
const REGISTERS: readonly (Register | undefined)[] = [undefined, 'spoken', 'written'];

/** The flags of a row: whether it is of a bank, and its register. */
export function flagsOf(bank: boolean, register: Register | undefined): number {
  return (bank ? BANK : 0) | (Math.max(0, REGISTERS.indexOf(register)) << 1);
}

/** The columns of a store, as a file holds them. */
export interface StoreArrays {
  readonly starts: Uint32Array;
  readonly lengths: Uint8Array;
  readonly extras: Uint8Array;
  readonly firsts: Uint16Array;
  readonly hanzi: Uint8Array;
  readonly flags: Uint8Array;
  readonly documentCounts: Uint16Array;
  readonly heads: Uint32Array;
  readonly units: Uint16Array;
  readonly rows: Uint32Array;
  readonly owners: Uint32Array;
  readonly lines: Uint32Array;
  readonly froms: Uint32Array;
  readonly tos: Uint32Array;
  readonly slotStarts: Uint32Array;
  readonly slotCounts: Uint8Array;
  readonly nexts: Uint32Array;
  readonly slots: Uint32Array;
}

/** The data of a store, and how it is read. */
export class StoreColumns {
  /** Of every row: where its units begin, how many they are, and how many keyword units follow them. */
  readonly starts: Column<Uint32Array>;
  readonly lengths: Column<Uint8Array>;
  readonly extras: Column<Uint8Array>;
  /** Of every row: its first word unit, folded. */
  readonly firsts: Column<Uint16Array>;
  /** Of every row: 字 as spoken; BANK and the register; how many documents have it; its newest occurrence + 1. */
  readonly hanzi: Column<Uint8Array>;
  readonly flags: Column<Uint8Array>;
  readonly documentCounts: Column<Uint16Array>;
  readonly heads: Column<Uint32Array>;
  /** Texts and keywords of all rows, one after the other. */
  readonly units: Column<Uint16Array>;
  /** Of every occurrence: row, document, place, slots, and the next older occurrence of its row + 1. */
  readonly rows: Column<Uint32Array>;
  readonly owners: Column<Uint32Array>;
  readonly lines: Column<Uint32Array>;
  readonly froms: Column<Uint32Array>;
  readonly tos: Column<Uint32Array>;
  readonly slotStarts: Column<Uint32Array>;
  readonly slotCounts: Column<Uint8Array>;
  readonly nexts: Column<Uint32Array>;
  /** Slots of all occurrences, packed (see `packSlot`). */
  readonly slots: Column<Uint32Array>;
  readonly names: NameTable;

  /**
   * @param names of sections and points
   * @param arrays columns read from a file; a new store without
   */
  constructor(names = new NameTable(), arrays: Partial<StoreArrays> = {}) {
    this.names = names;
    this.starts = new Column(Uint32Array, arrays.starts);
    this.lengths = new Column(Uint8Array, arrays.lengths);
    this.extras = new Column(Uint8Array, arrays.extras);
    this.hanzi = new Column(Uint8Array, arrays.hanzi);
    this.firsts = new Column(Uint16Array, arrays.firsts);
    this.flags = new Column(Uint8Array, arrays.flags);
    this.documentCounts = new Column(Uint16Array, arrays.documentCounts);
    this.heads = new Column(Uint32Array, arrays.heads);
    this.units = new Column(Uint16Array, arrays.units);
    this.rows = new Column(Uint32Array, arrays.rows);
    this.owners = new Column(Uint32Array, arrays.owners);
    this.lines = new Column(Uint32Array, arrays.lines);
    this.froms = new Column(Uint32Array, arrays.froms);
    this.tos = new Column(Uint32Array, arrays.tos);
    this.slotStarts = new Column(Uint32Array, arrays.slotStarts);
    this.slotCounts = new Column(Uint8Array, arrays.slotCounts);
    this.nexts = new Column(Uint32Array, arrays.nexts);
    this.slots = new Column(Uint32Array, arrays.slots);
  }

  /** Rows, dead ones too. */
  get size(): number {
    return this.starts.length;
  }

  isLive(row: number): boolean {
    return this.heads.at(row) !== 0;
  }

  isBank(row: number): boolean {
    return (this.flags.at(row) & BANK) !== 0;
  }

  text(row: number): string {
    const start = this.starts.at(row);
    return decode(this.units.view(start, start + this.lengths.at(row)));
  }

  keywords(row: number): string[] {
    const from = this.starts.at(row) + this.lengths.at(row);
    const text = decode(this.units.view(from, from + this.extras.at(row)));
    return text === '' ? [] : text.split('\n');
  }

  register(row: number): Register | undefined {
    return REGISTERS[this.flags.at(row) >> 1];
  }

  /** Numbers of the occurrences of a row, newest first. */
  *occurrences(row: number): Generator<number> {
    for (let next = this.heads.at(row); next !== 0; next = this.nexts.at(next - 1)) yield next - 1;
  }

  slotsOf(occurrence: number): Slot[] {
    const start = this.slotStarts.at(occurrence);
    const slots: Slot[] = [];
    for (let at = start; at < start + this.slotCounts.at(occurrence); at++) {
      slots.push(unpackSlot(this.slots.at(at), this.names));
    }
    return slots;
  }
}
