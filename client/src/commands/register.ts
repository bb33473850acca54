import { commands, type Disposable } from 'vscode';
import { guard } from '../notices';
import type { Services } from '../services';
import { click, TREE_COMMANDS } from '../sidebar/commands';
import type { Node } from '../sidebar/nodes';
import { addDocuments } from './addDocuments';
import { check, report } from './check';
import { checkWorkspace } from './checkWorkspace';
import { chooseFramework } from './chooseFramework';
import { exportCommand } from './exportReport';
import { insertPhrase } from './insertPhrase';
import { insertMethod } from './insertMethod';
import { insertSection } from './insertSection';
import { newDraft } from './newDraft';
import { openSample } from './openSample';
import { practise } from './practice';
import { rereadDocuments } from './rereadDocuments';
import { restartServer } from './restartServer';
import { disputeVerdict } from './disputeVerdict';
import { setSeverity } from './setSeverity';
import { showDocuments } from './showDocuments';
import { showOutput } from './showOutput';
import { suggestPhrase } from './suggestPhrase';

/** Arguments come from keybindings and links as well: every command judges its own. */
type Handler = (services: Services, ...args: readonly unknown[]) => Promise<void> | void;

/** The palette shows those that package.json names; code lenses, code actions and reports call the others. */
const COMMANDS: Readonly<Record<string, Handler>> = {
  'zhangfa.check': (services) => check(services),
  'zhangfa.checkWorkspace': (services) => checkWorkspace(services),
  'zhangfa.exportReport': (services, uri, format) => exportCommand(services, uri, format),
  'zhangfa.newDraft': (services) => newDraft(services),
  'zhangfa.openSample': (services) => openSample(services),
  'zhangfa.practice': (services) => practise(services),
  'zhangfa.practiceMenu': ({ practice }) => practice.menu(),
  'zhangfa.insertMethod': (services, method, member) => insertMethod(services, method, member),
  'zhangfa.insertSection': (services, uri, section) => insertSection(services, uri, section),
  'zhangfa.chooseFramework': (services) => chooseFramework(services),
  'zhangfa.insertPhrase': (services) => insertPhrase(services),
  'zhangfa.suggestPhrase': () => suggestPhrase(),
  'zhangfa.addDocuments': (services, uris) => addDocuments(services, uris),
  'zhangfa.showDocuments': (services) => showDocuments(services),
  'zhangfa.rereadDocuments': (services) => rereadDocuments(services),
  'zhangfa.showOutput': (services) => showOutput(services),
  'zhangfa.restartServer': (services) => restartServer(services),
  'zhangfa.pause': ({ pause }) => pause.set(true),
  'zhangfa.resume': ({ pause }) => pause.set(false),
  'zhangfa.tree.click': (services, what) => click(services, what),
  'zhangfa.report': (services, uri) => report(services, uri),
  'zhangfa.disputeVerdict': (_services, uri, dispute) => disputeVerdict(uri, dispute),
  'zhangfa.setSeverity': (_services, uri, code, severity) => setSeverity(uri, code, severity),
};

/** Registers all commands; they never reject. */
export function registerCommands(services: Services): Disposable[] {
  const ofTrees = Object.entries(TREE_COMMANDS).map(([id, run]): [string, Handler] => [
    id,
    (given, node) => run(given, node as Node | undefined),
  ]);
  return [...Object.entries(COMMANDS), ...ofTrees].map(([id, handler]) =>
    commands.registerCommand(id, async (...args: unknown[]) =>
      guard(services.output, async () => {
        await handler(services, ...args);
      }),
    ),
  );
}
