import { l10n, ProgressLocation, window } from 'vscode';
import type { Services } from '../services';

/** `zhangfa.restartServer`: ends the server, whatever state it is in, and starts a new one. */
export async function restartServer({ session }: Services): Promise<void> {
  const options = { location: ProgressLocation.Window, title: l10n.t('Zhangfa is starting…') };
  await window.withProgress(options, async () => {
    await session.restart();
    // Somebody else may have started it, and not be done yet.
    await session.ready();
  });
}
