import { l10n, type QuickPickItem, window } from 'vscode';
import type { FrameworkInfo } from '../../../server/src/lsp/protocol';

/**
 * Lets the writer choose one of the frameworks.
 * @param current id of the one in use, which is marked
 * @returns undefined when the writer chose none
 */
export async function pickFramework(
  frameworks: readonly FrameworkInfo[],
  title: string,
  placeHolder: string,
  current?: string,
): Promise<FrameworkInfo | undefined> {
  const items = frameworks.map((framework): QuickPickItem & { framework: FrameworkInfo } => ({
    label: framework.id === current ? `$(check) ${framework.title}` : framework.title,
    description: framework.origin.startsWith('builtin:')
      ? framework.id
      : `${framework.id} · ${l10n.t('your own')}`,
    detail: framework.sections.join(' → '),
    framework,
  }));
  const picked = await window.showQuickPick(items, {
    title,
    placeHolder,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.framework;
}
