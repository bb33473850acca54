import { l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
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

/** So many frameworks are proposed before the others. */
const PROPOSED = 3;

/**
 * Proposes frameworks for a question, each with what speaks for it.
 * @param frameworks the likeliest first
 */
export async function pickFrameworkFor(
  question: string,
  frameworks: readonly FrameworkInfo[],
): Promise<FrameworkInfo | undefined> {
  const separator = (label: string): Choice => ({ label, kind: QuickPickItemKind.Separator });
  const items = frameworks.map((framework): Choice => {
    const own = framework.origin.startsWith('builtin:') ? [] : [l10n.t('your own')];
    return {
      label: framework.title,
      description: [...own, ...reasons(framework)].join(' · '),
      detail: framework.sections.join(' → '),
      framework,
    };
  });
  const grouped =
    question === ''
      ? items
      : [
          separator(l10n.t('for this question')),
          ...items.slice(0, PROPOSED),
          separator(l10n.t('others')),
          ...items.slice(PROPOSED),
        ];
  const picked = await window.showQuickPick(grouped, {
    title: l10n.t('Framework of the new draft'),
    placeHolder: l10n.t('Choose the framework that the question calls for'),
    matchOnDescription: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  return picked?.framework;
}

type Choice = QuickPickItem & { readonly framework?: FrameworkInfo };

/** `应急应变`, `因为题目里有“围观”“怎么办”`. */
function reasons({ kind, because = [] }: FrameworkInfo): string[] {
  const words = because.map((word) => `“${word}”`).join('');
  return [
    ...(kind === undefined ? [] : [kind]),
    ...(words === '' ? [] : [l10n.t('because the question has {0}', words)]),
  ];
}
