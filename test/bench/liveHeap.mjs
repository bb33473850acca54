/** What is alive in a running server, asked over the inspector, which Node opens in a process that gets SIGUSR1. */

/** Where the inspector is to listen: at any free port, so that another debugger is not in the way. */
export const INSPECTED = '--inspect-port=0';

/**
 * Opens the inspector of a server that was started with `INSPECTED` and its standard error piped.
 * @param server its process
 * @returns `alive`: how much the heap and the buffers hold after a full collection, in KiB; `close`
 */
export async function openHeap(server) {
  const socket = new WebSocket(await addressOf(server));
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error('the inspector does not answer'));
  });
  let last = 0;
  const ask = (method, params = {}) =>
    new Promise((resolve) => {
      const id = ++last;
      const hear = ({ data }) => {
        const answer = JSON.parse(data);
        if (answer.id !== id) return;
        socket.removeEventListener('message', hear);
        resolve(answer.result);
      };
      socket.addEventListener('message', hear);
      socket.send(JSON.stringify({ id, method, params }));
    });
  return {
    async alive() {
      // What is let go of when the first is over, the second finds.
      for (let i = 0; i < 2; i++) await ask('HeapProfiler.collectGarbage');
      const expression = 'process.memoryUsage()';
      const { result } = await ask('Runtime.evaluate', { expression, returnByValue: true });
      return (result.value.heapUsed + result.value.external) / 1024;
    },
    close: () => socket.close(),
  };
}

/** Node says it on standard error; what else is said there is not shown. */
function addressOf(server) {
  return new Promise((resolve) => {
    let said = '';
    server.stderr.on('data', (chunk) => {
      said += chunk;
      const found = /ws:\/\/\S+/.exec(said);
      if (found) resolve(found[0]);
    });
    server.kill('SIGUSR1');
  });
}
