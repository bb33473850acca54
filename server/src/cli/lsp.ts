import { readArguments, runWith } from './arguments';
import { LSP_USAGE } from './lspUsage';

/**
 * `zhangfa lsp`: the language server on standard input and output, for editors that start programs by name. It is a
 * program of its own beside this one, loaded only here. @returns exit status for the time when the server has started
 */
export async function runLsp(args: readonly string[]): Promise<number> {
  return runWith('lsp', LSP_USAGE, () => readLspOptions(args), start);
}

interface LspOptions {
  /** Whether the process was told itself how to talk. */
  readonly stdio: boolean;
  readonly help: boolean;
}

/** @throws UsageError naming the argument that is wrong */
function readLspOptions(args: readonly string[]): LspOptions {
  const { values } = readArguments({
    args: [...args],
    options: {
      stdio: { type: 'boolean' },
      // Some editors tell their process's id here too.
      clientProcessId: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  return { stdio: values.stdio ?? false, help: values.help ?? false };
}

async function start({ stdio }: LspOptions): Promise<number> {
  // The connection looks for its way of talking among the arguments of the process.
  if (!stdio) process.argv.push('--stdio');
  await import('../startServer.js');
  return 0;
}
