import type { Analysis } from '../analysis/analyse';
import type { SectionCoverage } from '../analysis/coverage';
import type { SentenceEvidence } from '../analysis/evidence';
import { guardAt, readQuotations } from '../analysis/guards';
import type { Labelling } from '../analysis/label';
import type { LabelledPassage } from '../analysis/labelledPassage';
import type { PlacedLine } from '../analysis/lines';
import { messages } from '../messages/messages';
import { keptWith } from '../text/kept';
import type { Rule } from './types';

const SUPERIOR = '(?:领导|上级|主任|局长|科长|所长|书记|镇长|县长|处长|站长|组长|负责人)';
/** Reports to a superior, asks for orders, or waits for them. */
const REPORTS = new RegExp(
  [
    `(?:向|跟|和|给|找|由|呈|报|送)[^,。;]{0,8}${SUPERIOR}[^,。;]{0,10}(?:汇报|报告|请示|反映|研究决定|定夺|阅示|批示|拿主意|来处理|出面)`,
    `(?:汇报|报告|请示|呈报|呈送|上报|交给|送到)(?:给|了)?[^,。;]{0,6}${SUPERIOR}`,
    `等[^,。;]{0,6}${SUPERIOR}[^,。;]{0,8}(?:回来|指示|安排|决定|通知|发话|意见)`,
    `(?:请|听|按|照)[^,。;]{0,2}${SUPERIOR}[^,。;]{0,6}(?:决定|指示|安排|要求|意思|批示|吩咐)`,
    `${SUPERIOR}(?:没有|未|若|如果|怎么|说|要求|批示|指示|审定|召集)[^,。;]{0,8}`,
    '逐级(?:上报|请示|汇报)|做好请示汇报|请示事项|专题汇报|写(?:成|份)专报|请示在先',
  ].join('|'),
);

/** Also of the whole answer: whoever the superior is, whatever is sent up, whatever is waited for. */
const ABOVE =
  '(?:领导|上级|主任|局长|科长|所长|书记|镇长|县长|处长|站长|组长|负责人|上面|上头|局务会|党组|院长|馆长|队长|股长|校长)';
const DEFERS = new RegExp(
  [
    `(?:向|跟|和|给|找|由|呈|报|送|请|听|按|照|等|让)[^,。;]{0,10}${ABOVE}`,
    `(?:汇报|报告|请示|呈报|呈送|上报|交给|送到|征求|转给)[^,。;]{0,8}${ABOVE}`,
    `${ABOVE}[^,。;]{0,8}(?:指示|批示|批准|决定|审定|定夺|点头|同意|签批|签字|阅|过目|把关|有空|开会|意见|安排|要求|说能|发话|定了|定调|召集|出面|研究|报告)`,
    '逐级|请示|批示|批复|专报|等(?:通知|指示|批复|消息|回复)|上报|审定的?口径|不(?:擅自|自作主张|自行)|会议定|情况说明|归档|一式[两三]份',
  ].join('|'),
);
/** Fewer sentences that defer make no answer of deferring. */
const MIN_DEFERRING = 3;
/** Share of the answer, in 字, that defers. */
const DEFERRING_SHARE = 1 / 3;

/**
 * The handling consists of reporting to a superior and waiting: of a third of the answer and at least as many
 * sentences as do something; or of half of the sentences outside the full sections, or of a section that is not full.
 * Reporting beside deeds is proper.
 */
export const roleReportOnly: Rule = {
  code: 'role.report-only',
  severity: 'information',
  check({ analysis, locale, report }) {
    const first = reportsOnly(analysis);
    if (first) report({ range: { from: first.from, to: first.to }, message: messages(locale).reportOnly });
  },
};

/** The first sentence of what is nothing but reporting; undefined when the answer does more. */
export function reportsOnly({ labelling, sections }: Analysis): PlacedLine | undefined {
  if (!labelling) return undefined;
  return defersThroughout(labelling) ?? defersInPart(labelling, sections);
}

/** What a passage says of deferring, in its lines that say something. */
interface Deferring {
  hanzi: number;
  deferring: number;
  deferringHanzi: number;
  /** Lines that do something for a section. */
  doing: number;
  /** The first line that defers, -1 for none. */
  first: number;
}

const deferringIn = keptWith(({ passage: { lines }, best, slogans }: LabelledPassage): Deferring => {
  const all = { hanzi: 0, deferring: 0, deferringHanzi: 0, doing: 0, first: -1 };
  for (const [at, { evidence }] of lines.entries()) {
    const { kind, hanzi } = evidence.sentence;
    if (kind !== 'sentence') continue;
    all.hanzi += hanzi;
    if (defers(evidence)) {
      all.deferring++;
      all.deferringHanzi += hanzi;
      if (all.first < 0) all.first = at;
    } else if ((best[at] ?? -1) >= 0 && (slogans[at] ?? 0) < 0.5) all.doing++;
  }
  return all;
});

function defersThroughout({ passages, answer }: Labelling): PlacedLine | undefined {
  const all = { hanzi: 0, deferring: 0, deferringHanzi: 0, doing: 0 };
  for (const passage of passages) {
    const own = deferringIn(passage);
    all.hanzi += own.hanzi;
    all.deferring += own.deferring;
    all.deferringHanzi += own.deferringHanzi;
    all.doing += own.doing;
  }
  const enough = all.deferring >= MIN_DEFERRING && all.deferring >= all.doing;
  if (!enough || all.deferringHanzi < all.hanzi * DEFERRING_SHARE) return undefined;
  const at = passages.findIndex((passage) => deferringIn(passage).first >= 0);
  const passage = passages[at];
  return passage && answer.placeLine(at, deferringIn(passage).first);
}

/** What a passage says of reporting. */
interface Reporting {
  /** Lines that say something, by their section; the last cell is none. */
  readonly spoken: Uint32Array;
  /** Numbers of the lines that report. */
  readonly reporting: readonly number[];
}

const reportingIn = keptWith(({ passage: { lines }, best, present }: LabelledPassage): Reporting => {
  const spoken = new Uint32Array(present.length + 1);
  const reporting: number[] = [];
  for (const [at, { evidence }] of lines.entries()) {
    const section = best[at] ?? -1;
    const cell = section < 0 ? present.length : section;
    if (evidence.sentence.kind === 'sentence') spoken[cell] = (spoken[cell] ?? 0) + 1;
    if (reports(evidence)) reporting.push(at);
  }
  return { spoken, reporting };
});

/** Lines among which reporting is looked for. */
interface Group {
  /** How many have to report at least. */
  readonly least: number;
  lines: number;
  reporting: number;
  /** The first that reports. */
  first: PlacedLine | undefined;
}

function defersInPart(
  { passages, answer }: Labelling,
  sections: readonly SectionCoverage[],
): PlacedLine | undefined {
  const isFull = [...sections.map(({ status }) => status === 'full'), false];
  const loose: Group = { least: 2, lines: 0, reporting: 0, first: undefined };
  const groups = sections.map(({ totals }, section): Group =>
    isFull[section]
      ? { least: Number.POSITIVE_INFINITY, lines: 0, reporting: 0, first: undefined }
      : { least: 1, lines: totals.lines, reporting: 0, first: undefined },
  );
  for (const [index, passage] of passages.entries()) {
    const { spoken, reporting } = reportingIn(passage);
    for (const [section, count] of spoken.entries()) if (!isFull[section]) loose.lines += count;
    const take = (group: Group, line: number): void => {
      group.reporting++;
      group.first ??= answer.placeLine(index, line);
    };
    for (const line of reporting) {
      const section = passage.best[line] ?? -1;
      const isSpoken = passage.passage.lines[line]?.evidence.sentence.kind === 'sentence';
      if (isSpoken && !isFull[section < 0 ? sections.length : section]) take(loose, line);
      // What an absent section had is no evidence of it.
      for (const [own, group] of groups.entries())
        if (group.lines > 0 && passage.counts(line, own)) take(group, line);
    }
  }
  return [loose, ...groups].find(
    ({ least, lines, reporting }) => reporting >= least && reporting * 2 >= lines,
  )?.first;
}

function reports({ sentence: { folded } }: SentenceEvidence): boolean {
  const match = REPORTS.exec(folded);
  return match !== null && guardAt(folded, match.index + 1) === 'said';
}

function defers({ sentence: { folded } }: SentenceEvidence): boolean {
  const match = DEFERS.exec(folded);
  return (
    match !== null && !readQuotations(folded).some(({ from, to }) => from < match.index && match.index < to)
  );
}
