import { guardAt } from '../analysis/guards';
import type { LabelledLine } from '../analysis/label';
import { messages } from '../messages/messages';
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

/**
 * The handling consists of reporting to a superior and waiting: at least half of the sentences outside the sections
 * that are full, or half of those of a section that is not, do nothing else. Reporting beside deeds is proper.
 */
export const roleReportOnly: Rule = {
  code: 'role.report-only',
  severity: 'information',
  check({ analysis, locale, report }) {
    const full = new Set(
      analysis.sections.flatMap(({ status }, index) => (status === 'full' ? [index] : [])),
    );
    const loose = analysis.lines.filter(
      ({ section, line }) => !full.has(section) && line.evidence.sentence.kind === 'sentence',
    );
    const groups = [loose, ...analysis.sections.map(({ lines }, index) => (full.has(index) ? [] : lines))];
    for (const [index, group] of groups.entries()) {
      const reporting = group.filter(isReport);
      const enough = index === 0 ? 2 : 1;
      const [first] = reporting;
      if (!first || reporting.length < enough || reporting.length * 2 < group.length) continue;
      report({ range: { from: first.line.from, to: first.line.to }, message: messages(locale).reportOnly });
      return;
    }
  },
};

function isReport({ line }: LabelledLine): boolean {
  const { folded } = line.evidence.sentence;
  const match = REPORTS.exec(folded);
  return match !== null && guardAt(folded, match.index + 1) === 'said';
}
