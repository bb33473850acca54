import builtin from 'zhangfa:builtin';
import { runCheck } from './cli/check';
import { runDocuments } from './cli/documents';
import { runLsp } from './cli/lsp';
import { runMcp } from './cli/mcp';
import { runSuggest } from './cli/suggest';
import { usage } from './cli/usage';
import { VERSION } from './version';

/** Entry of the command line: `zhangfa COMMAND …`. Exit status 2 stands for wrong usage or unreadable input. */
async function main([command, ...rest]: readonly string[]): Promise<number> {
  switch (command) {
    case 'check':
      return runCheck(rest, builtin);
    case 'documents':
      return runDocuments(rest);
    case 'suggest':
      return runSuggest(rest, builtin);
    case 'lsp':
      return runLsp(rest);
    case 'mcp':
      return runMcp(rest, builtin);
    case '--version':
    case '-v':
      process.stdout.write(`${VERSION}\n`);
      return 0;
    case undefined:
    case 'help':
    case '--help':
    case '-h':
      process.stdout.write(usage(''));
      return command === undefined ? 2 : 0;
    default:
      process.stderr.write(`zhangfa: 没有命令“${command}” / no such command\n\n${usage('')}`);
      return 2;
  }
}

// A reader such as `head` may stop before the end; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.stderr.write(`zhangfa: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
