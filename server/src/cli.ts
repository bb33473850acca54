import type { Builtin } from './builtin';
import { USAGE } from './cli/usage';
import { VERSION } from './version';
import { messageOf } from './core/text/messageOf';

/**
 * Entry of the command line: `zhangfa COMMAND …`. Exit status 2 stands for wrong usage or unreadable input. A command
 * and the built-in rubrics are set up only when they are asked for: the language server brings its own.
 */
async function main([command, ...rest]: readonly string[]): Promise<number> {
  switch (command) {
    case 'check':
      return (await import('./cli/check.js')).runCheck(rest, await builtin());
    case 'documents':
      return (await import('./cli/documents.js')).runDocuments(rest);
    case 'suggest':
      return (await import('./cli/suggest.js')).runSuggest(rest, await builtin());
    case 'lsp':
      return (await import('./cli/lsp.js')).runLsp(rest);
    case 'mcp':
      return (await import('./cli/mcp.js')).runMcp(rest, await builtin());
    case '--version':
    case '-v':
      process.stdout.write(`${VERSION}\n`);
      return 0;
    case undefined:
    case 'help':
    case '--help':
    case '-h':
      process.stdout.write(USAGE);
      return command === undefined ? 2 : 0;
    default:
      process.stderr.write(`zhangfa: 没有命令“${command}” / no such command\n\n${USAGE}`);
      return 2;
  }
}

async function builtin(): Promise<Builtin> {
  return (await import('zhangfa:builtin')).default;
}

// A reader such as `head` may stop before the end; that is no fault. A full disk is.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`zhangfa: 结果没有写完 / the output could not be written: ${error.message}\n`);
  process.exit(2);
});
// Where nobody can be told, nobody is; the exit status still says it.
process.stderr.on('error', () => undefined);

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.stderr.write(`zhangfa: ${messageOf(error)}\n`);
    process.exitCode = 2;
  },
);
