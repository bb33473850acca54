import type { Finding, Severity } from '../core/rules/types';

/** So many diagnostics of one document are sent: VS Code shows no more of a file, and throws the others away. */
export const MOST_DIAGNOSTICS = 1000;

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/**
 * The findings that are sent where there are too many: the most severe, and of these the first.
 * @param findings in order of place
 * @returns at most so many, in the same order
 */
export function mostSevere(findings: readonly Finding[], most = MOST_DIAGNOSTICS): readonly Finding[] {
  if (findings.length <= most) return findings;
  let left = most;
  const room = new Map<Severity, number>();
  for (const level of SEVERITIES) {
    const count = findings.reduce((sum, { severity }) => sum + (severity === level ? 1 : 0), 0);
    room.set(level, Math.min(count, left));
    left -= Math.min(count, left);
  }
  return findings.filter(({ severity }) => {
    const free = room.get(severity) ?? 0;
    room.set(severity, free - 1);
    return free > 0;
  });
}
