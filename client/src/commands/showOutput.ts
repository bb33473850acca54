import type { Services } from '../services';

/** `zhangfa.showOutput`: shows what the client and the server log. */
export function showOutput({ output }: Services): void {
  output.show();
}
