import { type Finding, SEVERITIES } from '../core/rules/types';

/** So many diagnostics of one document are sent: VS Code shows no more of a file, and throws the others away. */
export const MOST_DIAGNOSTICS = 1000;

/**
 * The findings that are sent where there are too many: the most severe, and of these the first.
 * @param findings in order of place
 * @returns at most so many, in the same order
 */
export function mostSevere(findings: readonly Finding[], most = MOST_DIAGNOSTICS): readonly Finding[] {
  if (findings.length <= most) return findings;
  const room = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) room[severity]++;
  let left = most;
  for (const level of SEVERITIES) {
    room[level] = Math.min(room[level], left);
    left -= room[level];
  }
  return findings.filter(({ severity }) => room[severity]-- > 0);
}
