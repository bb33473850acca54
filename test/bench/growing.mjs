/** Whether a server takes more memory, and holds more, as its writer goes on. */
import { INSPECTED, openHeap } from './liveHeap.mjs';
import { usage } from './processUsage.mjs';
import { editor, started } from './servers.mjs';

/** Edits a second of who types fast; with these the engine sees that it need not keep room for more. */
const PACE = 3;
const PARTS = 10;

const middle = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
/** The last three tenths against the second to fourth: the first is the engine's own warm-up. */
const growth = (list) => middle(list.slice(-3)) - middle(list.slice(1, 4));

/**
 * Memory of a process as edits go on, as fast as they are answered.
 * @param count how many edits
 * @param later after how many in all to look again
 * @param typed so many seconds are written on after that, at the pace of typing
 * @returns MiB: `growth` in so many edits; `later` and `typed` of the process
 */
export async function memoryGrowth(file, text, { count, later = [], typed = 0 }) {
  const { client } = await started(file, text);
  const { edits } = editor(client, text);
  const memory = () => usage(client.process.pid).rss;
  let made = 0;
  const until = async (all) => {
    for (; made < all; made++) await edits();
    return memory();
  };
  const tenths = [];
  for (let part = 1; part <= PARTS; part++) tenths.push(await until((count * part) / PARTS));
  const found = { tenths, growth: growth(tenths), later: [], typed: undefined };
  for (const all of later) found.later.push({ edits: all, memory: await until(all) });
  for (let left = typed * PACE; left > 0; left--) {
    await edits();
    await new Promise((done) => setTimeout(done, 1000 / PACE));
    found.typed = memory();
  }
  await client.stop();
  return found;
}

/**
 * What is alive after full collections as edits go on: memory that is taken may only not have been given back yet.
 * @returns KiB
 */
export async function aliveGrowth(file, text, count) {
  const { client } = await started([INSPECTED, file], text, { stderr: 'pipe' });
  const { edits } = editor(client, text);
  const heap = await openHeap(client.process);
  const tenths = [];
  for (let part = 0; part < PARTS; part++) {
    for (let i = 0; i < count / PARTS; i++) await edits();
    tenths.push(await heap.alive());
  }
  heap.close();
  await client.stop();
  return { tenths, growth: growth(tenths) };
}
