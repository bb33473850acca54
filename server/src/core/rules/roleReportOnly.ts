import type { Analysis } from '../analysis/analyse';
import { guardAt, readQuotations } from '../analysis/guards';
import type { LabelledLine } from '../analysis/label';
import { messages } from '../messages/messages';
import { perSentence } from './patterns/pattern';
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
    if (first)
      report({ range: { from: first.line.from, to: first.line.to }, message: messages(locale).reportOnly });
  },
};

/** The first sentence of what is nothing but reporting; undefined when the answer does more. */
export function reportsOnly(analysis: Analysis): LabelledLine | undefined {
  return defersThroughout(analysis) ?? defersInPart(analysis);
}

function defersThroughout({ lines }: Analysis): LabelledLine | undefined {
  const spoken = lines.filter(({ line }) => line.evidence.sentence.kind === 'sentence');
  const deferring = spoken.filter(({ line }) => defers(line.evidence));
  const doing = spoken.filter(
    ({ section, slogan, line }) => section >= 0 && slogan < 0.5 && !defers(line.evidence),
  );
  const hanzi = (of: readonly LabelledLine[]): number =>
    of.reduce((sum, { line }) => sum + line.evidence.sentence.hanzi, 0);
  const enough = deferring.length >= MIN_DEFERRING && deferring.length >= doing.length;
  return enough && hanzi(deferring) >= hanzi(spoken) * DEFERRING_SHARE ? deferring[0] : undefined;
}

function defersInPart(analysis: Analysis): LabelledLine | undefined {
  const full = new Set(analysis.sections.flatMap(({ status }, index) => (status === 'full' ? [index] : [])));
  const loose = analysis.lines.filter(
    ({ section, line }) => !full.has(section) && line.evidence.sentence.kind === 'sentence',
  );
  const groups = [loose, ...analysis.sections.map(({ lines }, index) => (full.has(index) ? [] : lines))];
  for (const [index, group] of groups.entries()) {
    const reporting = group.filter(({ line }) => reports(line.evidence));
    const enough = index === 0 ? 2 : 1;
    if (reporting.length >= enough && reporting.length * 2 >= group.length) return reporting[0];
  }
  return undefined;
}

const reports = perSentence(({ sentence: { folded } }) => {
  const match = REPORTS.exec(folded);
  return match !== null && guardAt(folded, match.index + 1) === 'said';
});

const defers = perSentence(({ sentence: { folded } }) => {
  const match = DEFERS.exec(folded);
  return (
    match !== null && !readQuotations(folded).some(({ from, to }) => from < match.index && match.index < to)
  );
});
