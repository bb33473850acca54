import { cliche } from './cliche';
import { draftFrontMatter } from './draftFrontMatter';
import { exampleMissing } from './exampleMissing';
import { lengthOver, lengthUnder } from './length';
import { questionOffTopic } from './questionOffTopic';
import { roleReportOnly } from './roleReportOnly';
import { sectionEmpty } from './sectionEmpty';
import { sectionMissing } from './sectionMissing';
import { sectionOrder } from './sectionOrder';
import { sectionWeak } from './sectionWeak';
import { sourceCopied } from './sourceCopied';
import { textRepeat } from './textRepeat';
import type { Rule } from './types';
import { promiseBeyondAuthority, roleShirk, wordingDignity, wordingTaboo } from './wording';

/** All rules, in the order they run. To add one: a file here, its code in RULE_CODES, its page in docs/rules. */
export const RULES: readonly Rule[] = [
  draftFrontMatter,
  sectionMissing,
  sectionWeak,
  sectionEmpty,
  sectionOrder,
  wordingTaboo,
  wordingDignity,
  promiseBeyondAuthority,
  roleShirk,
  roleReportOnly,
  cliche,
  exampleMissing,
  questionOffTopic,
  textRepeat,
  sourceCopied,
  lengthOver,
  lengthUnder,
];
