import type { Analysis } from '../analysis/analyse';
import type { System, SystemMember } from '../framework/types';
import { adviseMethods } from '../methods/advise';
import { askedSituations } from '../methods/branches';
import { type MethodUse, recogniseMethods } from '../methods/recognise';
import { systemHits } from '../methods/said';
import { adviseSayings } from '../methods/sayings';
import { brokenSets, selfChecks } from '../methods/selfCheck';
import { type Locale, messages } from '../messages/messages';
import { escapeMarkdown } from './escapeMarkdown';

/** More methods than this are not listed: the writer wants to see what carries the answer. */
export const LISTED_METHODS = 6;

/** So many words of the question are named as the reason for a method. */
export const NAMED_WORDS = 3;

/** So many set expressions are offered at once. */
const SAID = 3;

/** One method, or one member of a family, as a quick pick or tree shows it. */
export interface MethodItem {
  readonly id: string;
  /** Of a family. */
  readonly member?: string;
  readonly title: string;
  /** What it is good for, or how it is done. */
  readonly detail: string;
  /** What would be inserted. */
  readonly scaffold: string;
  readonly used: boolean;
  /** Words of the question for which it is suggested; empty when it is not. */
  readonly because: readonly string[];
}

/** The part of the report on methods and self-checks, as Markdown lines; empty without any systems. */
export function methodLines(analysis: Analysis, locale: Locale): string[] {
  if (!analysis.rubrics.systems?.length) return [];
  const text = messages(locale);
  const uses = recogniseMethods(analysis);
  const advice = adviseMethods(analysis, uses).map(({ system, member, because }) => {
    const words = because.slice(0, NAMED_WORDS).join(text.listSeparator);
    return `${text.methodAdvice(member?.title[locale] ?? system.title[locale], words)}${text.aside(detail(system, member, locale))}`;
  });
  const used = uses.slice(0, LISTED_METHODS).map((use) => describeUse(use, locale));
  return [
    `## ${text.reportMethods}`,
    '',
    `- ${text.methodsUsed}${text.colon}${used.length === 0 ? text.methodsNone : escapeMarkdown(used.join(text.semicolon))}`,
    ...advice.map((line) => `- ${text.methodsAdvised}${text.colon}${escapeMarkdown(line)}`),
    ...adviseSayings(analysis, 1).map(({ system, phrases }) => {
      const said = phrases.slice(0, SAID).map((phrase) => `“${phrase}”`);
      return `- ${escapeMarkdown(text.sayingsAdvised(said.join(text.listSeparator), system.title[locale]))}`;
    }),
    '',
    ...selfCheckLines(analysis, locale),
  ];
}

/** All methods, the suggested ones first, then those in use, then the rest in the order of the rubrics. */
export function methodItems(analysis: Analysis, locale: Locale): MethodItem[] {
  const uses = recogniseMethods(analysis);
  const advice = adviseMethods(analysis, uses);
  const rank = ({ because, used }: MethodItem): number => (because.length > 0 ? 0 : used ? 1 : 2);
  return (analysis.rubrics.systems ?? [])
    .filter(({ kind }) => kind === 'method')
    .flatMap((system) =>
      (system.use === 'family' ? system.members : [undefined]).map((member): MethodItem => {
        const use = uses.find((found) => found.system === system);
        const advised = advice.find((one) => one.system === system && one.member === member);
        return {
          id: system.id,
          ...(member ? { member: member.id } : {}),
          title: member?.title[locale] ?? system.title[locale],
          detail: detail(system, member, locale),
          scaffold: scaffoldOf(system, member),
          used: member ? (use?.members.some((own) => own.member === member) ?? false) : use !== undefined,
          because: advised?.because ?? [],
        };
      }),
    )
    .filter(({ scaffold }) => scaffold !== '')
    .sort((a, b) => rank(a) - rank(b));
}

/** How many sentences of a method to pick from are inserted. */
const PICKED = 2;

/**
 * The sentences to insert for a method: of a whole, all steps in order; of one to pick from, the first two; of a
 * family, the member's own.
 */
export function scaffoldOf(system: System, member?: SystemMember): string {
  if (member) return member.scaffold ?? '';
  const scaffolds = system.members.flatMap(({ scaffold }) => scaffold ?? []);
  return (system.use === 'all' ? scaffolds : scaffolds.slice(0, PICKED)).join('');
}

function describeUse({ system, members }: MethodUse, locale: Locale): string {
  const text = messages(locale);
  const titles = members.map(({ member }) => member.title[locale]).join(text.listSeparator);
  return system.use === 'family' ? titles : `${system.title[locale]}${text.aside(titles)}`;
}

/** The note is Chinese unless the rubric gives both languages; the reason of the whole is always in both. */
function detail(system: System, member: SystemMember | undefined, locale: Locale): string {
  const note = member?.note;
  if (!note || note.zh === '' || (locale === 'en' && note.en === note.zh)) return system.why[locale];
  return note[locale];
}

/** What the writer should look at once more, in words. */
export function selfCheckTexts(analysis: Analysis, locale: Locale): string[] {
  const text = messages(locale);
  const hits = systemHits(analysis);
  const titles = (members: readonly SystemMember[]): string =>
    members.map(({ title }) => title[locale]).join(text.listSeparator);
  return [
    ...askedSituations(analysis)
      .filter(({ lacking }) => lacking.length > 0)
      .map(({ system, lacking }) => text.askedBranches(system.title[locale], titles(lacking))),
    ...selfChecks(analysis, hits).map(({ system, lacking }) =>
      text.selfCheckItem(system.title[locale], titles(lacking)),
    ),
    ...brokenSets(analysis, hits).map(({ system, lacking }) =>
      text.brokenSet(system.title[locale], titles(lacking)),
    ),
  ];
}

function selfCheckLines(analysis: Analysis, locale: Locale): string[] {
  const lines = selfCheckTexts(analysis, locale);
  if (lines.length === 0) return [];
  return [
    `## ${messages(locale).selfCheck}`,
    '',
    ...lines.map((line) => `- [ ] ${escapeMarkdown(line)}`),
    '',
  ];
}
