import type { LabelledLine } from '../analysis/label';
import { messages } from '../messages/messages';
import type { Rule } from './types';

const SUPERIOR = '(?:领导|上级|主任|局长|科长|所长|书记|镇长|处长|站长|组长|负责人|分管|单位)';
/** Reports to a superior, or waits for one. */
const REPORTS = new RegExp(
  `(?:向|跟|和|给|找|请示|等|由|听)[^,。;]{0,6}${SUPERIOR}[^,。;]{0,10}(?:汇报|报告|请示|反映|指示|安排|决定|批示|定夺|拿主意|意见|来处理|出面)|汇报给?[^,。;]{0,6}${SUPERIOR}|等[^,。;]{0,4}${SUPERIOR}[^,。;]{0,6}(?:回来|指示|安排|决定|通知|发话|定)|(?:逐级|及时|立即|马上)?上报|请示${SUPERIOR}|按${SUPERIOR}的?(?:指示|要求|意思|安排)`,
);

/**
 * The handling consists of reporting to a superior and waiting: the sentences of a section that is not full, at
 * least half of which report, with hardly a deed of the candidate's own.
 */
export const roleReportOnly: Rule = {
  code: 'role.report-only',
  severity: 'information',
  check({ analysis, locale, report }) {
    const reporting = analysis.lines.filter(isReport);
    if (reporting.length === 0) return;
    for (const { lines, status } of analysis.sections) {
      if (status === 'full') continue;
      const own = lines.filter(isReport);
      if (own.length === 0 || own.length * 2 < lines.length) continue;
      reportAt(own[0]);
      return;
    }
    const unlabelled = reporting.filter(({ section }) => section < 0);
    if (unlabelled.length >= 2) reportAt(unlabelled[0]);

    function reportAt(labelled: LabelledLine | undefined): void {
      if (labelled)
        report({
          range: { from: labelled.line.from, to: labelled.line.to },
          message: messages(locale).reportOnly,
        });
    }
  },
};

function isReport({ line }: LabelledLine): boolean {
  return REPORTS.test(line.evidence.sentence.folded);
}
