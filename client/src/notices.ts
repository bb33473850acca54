import { CancellationError, commands, l10n, type LogOutputChannel, ProgressLocation, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type Session, ServerUnavailableError } from './session';
import { messageOf } from '../../server/src/core/text/messageOf';

/**
 * The running server's client; while it is starting, the status bar says so.
 * @throws ServerUnavailableError when there is none
 */
export async function connect(session: Session): Promise<BaseLanguageClient> {
  if (session.state === 'running') return session.ready();
  const options = { location: ProgressLocation.Window, title: l10n.t('Zhangfa is starting…') };
  return window.withProgress(options, async () => session.ready());
}

/** Runs a command: whatever goes wrong is told in words, with a way out, and never thrown at VS Code. */
export async function guard(output: LogOutputChannel, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (error instanceof CancellationError) return;
    if (error instanceof ServerUnavailableError) {
      tellFailure(output);
      return;
    }
    output.error(error instanceof Error ? error : String(error));
    const reason = messageOf(error);
    tell('error', l10n.t('Zhangfa could not do that: {0}', reason), {
      [l10n.t('Show Output')]: () => output.show(),
    });
  }
}

/**
 * Shows a message without waiting for an answer: the command that says it is done.
 * @param actions by the text of their button
 */
export function tell(
  kind: 'error' | 'warning' | 'information',
  message: string,
  actions: Readonly<Record<string, () => unknown>> = {},
): void {
  const show = {
    error: window.showErrorMessage,
    warning: window.showWarningMessage,
    information: window.showInformationMessage,
  }[kind];
  void show(message, ...Object.keys(actions)).then((answer) => answer !== undefined && actions[answer]?.());
}

/** Tells that the server does not run. Editing goes on; only the checks are missing. */
export function tellFailure(output: LogOutputChannel): void {
  tell(
    'error',
    l10n.t('Zhangfa’s checker is not running, so drafts are not checked. Editing is not affected.'),
    {
      [l10n.t('Restart')]: () => commands.executeCommand('zhangfa.restartServer'),
      [l10n.t('Show Output')]: () => output.show(),
    },
  );
}

/** Tells that a command needs a draft in the editor, and offers to begin one. */
export function tellNoDraft(): void {
  tell('information', l10n.t('Open the draft (a Markdown file) first, or begin a new one.'), {
    [l10n.t('New Draft')]: () => commands.executeCommand('zhangfa.newDraft'),
  });
}

/** Tells that the Markdown in the editor is not treated as a draft, and offers to check it all the same. */
export function tellNotTreated(): void {
  tell(
    'information',
    l10n.t('This Markdown file is not a draft: it names neither a question nor a framework.'),
    { [l10n.t('Check Anyway')]: () => commands.executeCommand('zhangfa.check') },
  );
}

/** Opens the settings at one of ours. */
export function openSettings(setting: string): void {
  void commands.executeCommand('workbench.action.openSettings', setting);
}
