import { readArguments, refuseUsage } from './arguments';
import { LSP_USAGE } from './lspUsage';

/**
 * `zhangfa lsp`: the language server on standard input and output, for editors that start programs by name. It is a
 * program of its own beside this one, loaded only here. @returns exit status for the time when the server has started
 */
export async function runLsp(args: readonly string[]): Promise<number> {
  let help: boolean | undefined;
  let stdio: boolean | undefined;
  try {
    ({ help, stdio } = readArguments({
      args: [...args],
      options: {
        stdio: { type: 'boolean' },
        // Some editors tell their process's id here too.
        clientProcessId: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values);
  } catch (error) {
    return refuseUsage('lsp', error, LSP_USAGE);
  }
  if (help) {
    process.stdout.write(LSP_USAGE);
    return 0;
  }
  // The connection looks for its way of talking among the arguments of the process.
  if (!stdio) process.argv.push('--stdio');
  await import('../node.js');
  return 0;
}
