import { ConfigurationTarget, l10n, Uri, workspace } from 'vscode';
import { RULE_CODES, SEVERITIES } from '../../../server/src/core/rules/types';
import { CLIENT_ID } from '../client';
import { openSettings, tell } from '../notices';

const LEVELS: readonly unknown[] = [...SEVERITIES, 'off'];

/**
 * `zhangfa.setSeverity`: sets how loud a rule is in the workspace, or for the user when no folder is open.
 * @throws Error when the rule or the severity does not exist, or the settings cannot be written
 */
export async function setSeverity(uri: unknown, code: unknown, severity: unknown): Promise<void> {
  const rule = RULE_CODES.find((known) => known === code);
  if (typeof uri !== 'string' || rule === undefined || !LEVELS.includes(severity)) {
    throw new Error(`zhangfa.setSeverity ${JSON.stringify([uri, code, severity])}`);
  }
  const settings = workspace.getConfiguration(CLIENT_ID, Uri.parse(uri));
  const inWorkspace = (workspace.workspaceFolders ?? []).length > 0;
  const stored = settings.inspect<Record<string, unknown>>('severity');
  const before = (inWorkspace ? stored?.workspaceValue : stored?.globalValue) ?? {};
  const target = inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await settings.update('severity', { ...before, [rule]: severity }, target);
  const message =
    severity === 'off'
      ? l10n.t('“{0}” is no longer reported. The setting “zhangfa.severity” brings it back.', rule)
      : l10n.t('“{0}” is now reported as {1}.', rule, String(severity));
  tell('information', message, { [l10n.t('Open Settings')]: () => openSettings('zhangfa.severity') });
}
