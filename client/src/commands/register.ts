import { commands, type Disposable } from 'vscode';
import { guard } from '../notices';
import { OPEN_LINE } from '../reportHtml';
import type { Services } from '../services';
import { check, report } from './check';
import { checkWorkspace } from './checkWorkspace';
import { chooseFramework } from './chooseFramework';
import { insertSection } from './insertSection';
import { newDraft } from './newDraft';
import { openLine } from './openLine';
import { restartServer } from './restartServer';
import { setSeverity } from './setSeverity';
import { showOutput } from './showOutput';

/** Arguments come from keybindings and links as well: every command judges its own. */
type Handler = (services: Services, ...args: readonly unknown[]) => Promise<void> | void;

/** The palette shows those that package.json names; code lenses, code actions and reports call the others. */
const COMMANDS: Readonly<Record<string, Handler>> = {
  'zhangfa.check': (services) => check(services),
  'zhangfa.checkWorkspace': (services) => checkWorkspace(services),
  'zhangfa.newDraft': (services) => newDraft(services),
  'zhangfa.insertSection': (services, uri, section) => insertSection(services, uri, section),
  'zhangfa.chooseFramework': (services) => chooseFramework(services),
  'zhangfa.showOutput': (services) => showOutput(services),
  'zhangfa.restartServer': (services) => restartServer(services),
  'zhangfa.report': (services, uri) => report(services, uri),
  'zhangfa.setSeverity': (_services, uri, code, severity) => setSeverity(uri, code, severity),
  [OPEN_LINE]: (_services, uri, line, column) => openLine(uri, line, column),
};

/** Registers all commands; they never reject. */
export function registerCommands(services: Services): Disposable[] {
  return Object.entries(COMMANDS).map(([id, handler]) =>
    commands.registerCommand(id, async (...args: unknown[]) =>
      guard(services.output, async () => {
        await handler(services, ...args);
      }),
    ),
  );
}
