import { l10n } from 'vscode';

/** A time as it is said: `45 秒`, `3 分钟`, `2 分 5 秒`. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  if (minutes === 0) return l10n.t('{0} s', whole);
  return rest === 0 ? l10n.t('{0} min', minutes) : l10n.t('{0} min {1} s', minutes, rest);
}
