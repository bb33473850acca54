/**
 * What the engine of the server is started with: room for new data up to 8 MiB. Left alone it doubles that room, up to
 * 16 MiB, whenever edits come without a pause, and is slow to give it back: after 10 000 edits the server took 13 MiB
 * more than at first, with this 1 MiB, and long drafts are checked as fast. `npm run bench` starts all servers with it.
 */
export const ENGINE_OPTIONS: readonly string[] = ['--max-semi-space-size=8'];
