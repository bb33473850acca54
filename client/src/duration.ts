import { l10n } from 'vscode';

/** A time as it is said: `45 秒`, `2 分 5 秒`. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  return whole < 60 ? l10n.t('{0} s', whole) : l10n.t('{0} min {1} s', Math.floor(whole / 60), whole % 60);
}
