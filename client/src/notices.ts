import { CancellationError, commands, l10n, type LogOutputChannel, ProgressLocation, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type Session, ServerUnavailableError } from './session';

/**
 * The running server's client; while it is starting, the status bar says so.
 * @throws ServerUnavailableError when there is none
 */
export async function connect(session: Session): Promise<BaseLanguageClient> {
  if (session.state === 'running') return session.ready();
  const options = { location: ProgressLocation.Window, title: l10n.t('Zhangfa is starting…') };
  return window.withProgress(options, async () => session.ready());
}

/** Runs a command to its end: whatever goes wrong is told in words, with a way out, and never thrown at VS Code. */
export async function guard(output: LogOutputChannel, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (error instanceof CancellationError) return;
    if (error instanceof ServerUnavailableError) {
      await tellFailure(output);
      return;
    }
    output.error(error instanceof Error ? error : String(error));
    const showOutput = l10n.t('Show Output');
    const answer = await window.showErrorMessage(
      l10n.t('Zhangfa could not do that: {0}', error instanceof Error ? error.message : String(error)),
      showOutput,
    );
    if (answer === showOutput) output.show();
  }
}

/** Tells that the server does not run. Editing goes on; only the checks are missing. */
export async function tellFailure(output: LogOutputChannel): Promise<void> {
  const restart = l10n.t('Restart');
  const showOutput = l10n.t('Show Output');
  const answer = await window.showErrorMessage(
    l10n.t('Zhangfa’s checker does not run, so drafts are not checked. Editing is not affected.'),
    restart,
    showOutput,
  );
  if (answer === restart) await commands.executeCommand('zhangfa.restartServer');
  else if (answer === showOutput) output.show();
}

/** Tells that a command needs a draft in the editor, and offers to begin one. */
export async function tellNoDraft(): Promise<void> {
  const create = l10n.t('New Draft');
  const answer = await window.showInformationMessage(
    l10n.t('Open the draft (a Markdown file) first, or begin a new one.'),
    create,
  );
  if (answer === create) await commands.executeCommand('zhangfa.newDraft');
}

/** Tells that the Markdown in the editor is not treated as a draft, and offers to check it all the same. */
export async function tellNotTreated(): Promise<void> {
  const check = l10n.t('Check Anyway');
  const answer = await window.showInformationMessage(
    l10n.t('This Markdown file is not a draft: it names neither a question nor a framework.'),
    check,
  );
  if (answer === check) await commands.executeCommand('zhangfa.check');
}
