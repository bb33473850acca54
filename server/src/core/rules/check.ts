import type { Analysis } from '../analysis/analyse';
import type { Finding, Rule, RuleSettings } from './types';
import type { Locale } from '../messages/messages';
export function checkRules(_a: Analysis, _o?: unknown): Finding[] { return []; }
export type X = [Rule, RuleSettings, Locale];
