import { guardAt, readQuotations } from '../../analysis/guards';
import type { SentenceEvidence } from '../../analysis/evidence';
import type { Sentence } from '../../draft/sentences';
import { compiledAtUse } from '../../text/compiledAtUse';
import { execBesidePlaceholders } from '../../text/placeholders';
import { SUPERIOR_WORDS } from './leaving';

const SUPERIORS = '领导 上级 主任 局长 科长 所长 书记 镇长 县长 处长 站长 组长 负责人'.split(' ');
const SUPERIOR = `(?:${SUPERIORS.join('|')})`;
const anyOf = (forms: readonly string[]): (() => RegExp) => compiledAtUse(new RegExp(forms.join('|'), 'g'));

/** Reports to a superior, asks for orders, or waits for them. */
const REPORTS = anyOf([
  `(?:向|跟|和|给|找|由|呈|报|送)[^,。;]{0,8}${SUPERIOR}[^,。;]{0,10}(?:汇报|报告|请示|反映|研究决定|定夺|阅示|批示|拿主意|来处理|出面)`,
  `(?:汇报|报告|请示|呈报|呈送|上报|交给|送到)(?:给|了)?[^,。;]{0,6}${SUPERIOR}`,
  `等[^,。;]{0,6}${SUPERIOR}[^,。;]{0,8}(?:回来|指示|安排|决定|通知|发话|意见)`,
  `(?:请|听|按|照)[^,。;]{0,2}${SUPERIOR}[^,。;]{0,6}(?:决定|指示|安排|要求|意思|批示|吩咐)`,
  `${SUPERIOR}(?:没有|未|若|如果|怎么|说|要求|批示|指示|审定|召集)[^,。;]{0,8}`,
  '逐级(?:上报|请示|汇报)|做好请示汇报|请示事项|专题汇报|写(?:成|份)专报|请示在先',
]);

/** Also of the whole answer: whoever the superior is, whatever is sent up, whatever is waited for. */
const ALL_ABOVE = [
  ...SUPERIORS,
  ...'上面 上头 局务会 党组 院长 馆长 队长 股长 校长 主席 部长 会长 园长 厂长 支书 领导班子'.split(' '),
];
const ABOVE = `(?:${ALL_ABOVE.join('|')})`;
const DEFERS = anyOf([
  `(?:向|跟|和|给|找|由|呈|报|送|请|听|按|照|等|让)[^,。;]{0,10}${ABOVE}`,
  `(?:汇报|报告|请示|呈报|呈送|上报|交给|送到|征求|转给)[^,。;]{0,8}${ABOVE}`,
  `${ABOVE}[^,。;]{0,8}(?:指示|批示|批准|决定|审定|定夺|点头|同意|签批|签字|阅|过目|把关|有空|开会|意见|安排|要求|说能|发话|定了|定调|召集|出面|研究|报告)`,
  '逐级|请示|批示|批复|专报|等(?:通知|指示|批复|消息|回复)|上报|审定的?口径|不(?:擅自|自作主张|自行)|会议定|情况说明|归档|一式[两三]份',
]);
/** Complies, waits, passes on: has nothing of his own beside the report. */
const COMPLIES = anyOf([
  `${ABOVE}[^,。;]{0,8}(?:怎么|如何|说|指到|让|要|定|批|指示|决定|安排|有)[^,。;]{0,8},?[^,。;]{0,4}(?:我|就|便|再|即|必)`,
  `(?:听从?|服从|遵照|按照?|照|执行|配合|紧跟|传达)[^,。;]{0,6}(?:${ABOVE}|组织|镇里|县里|局里|街道)[^,。;]{0,4}(?:安排|指示|意见|调遣|批示|要求|决定|意思|办|执行|的)?`,
  '(?:听候|静候|等候(?!区|室|厅)|等待|耐心等|坐等|恭候|等着)',
  '(?:没有|没|未|尚未)[^,。;]{0,8}(?:指示|批示|明确|安排|意见|口径|授权|决定|来)[^,。;]{0,4}之?前|在[^,。;]{0,10}(?:批示|指示|意见|决定|安排)[^,。;]{0,8}之?前',
  // To promise nothing lightly is no waiting for orders.
  '不(?:擅自|自作主张|自行|宜|能随便|便|作任何|随意|敢逾越|轻易)(?!(?:对外)?(?:说|许|承诺|答应|保证|打包票))[^,。;]{0,4}(?:表态|行动|处理|答复|解释|做主|去问|决定)?',
  `由(?:${ABOVE}|组织|上面|办公室|镇里|县里|局里|他)[^,。;]{0,8}(?:研究|定夺|决定|出面|牵头|处理|统一|去做|裁断|定)`,
  '(?:传达|转告|转达)(?:给|到)?(?:群众|来访|村民|他们?[,。]|居民|家长|业主|司机|位)|上传下达|服从|调遣|随时待命|做好配合|全力配合',
  `(?:必须|只能|应当|最好)[^,。;]{0,3}(?:由)?${ABOVE}`,
]);

/** What a sentence does, in the order of its bits. */
export const REPORTING_FORMS = [REPORTS, DEFERS, COMPLIES] as const;
/**
 * Words of which each match of a form above holds at least one, a list for each: most sentences hold none. The last
 * list has no form: it tells that somebody above is named.
 */
export const REPORTING_ANCHORS: readonly (readonly string[])[] = [
  [...SUPERIORS, ...'逐级 请示 专题汇报 专报'.split(' ')],
  [
    ...ALL_ABOVE,
    ...'逐级 请示 批示 批复 专报 等通 等指 等消 等回 上报 审定 不擅 自作 不自 会议定 情况说明 归档 一式'.split(
      ' ',
    ),
  ],
  [
    ...ALL_ABOVE,
    ...'组织 镇里 县里 局里 街道 听候 静候 等候 等待 耐心等 坐等 恭候 等着 前'.split(' '),
    ...'不擅 不自 不宜 不便 不作 不随 不敢 不轻 能随便 由上 由办 由他 传达 转告 转达 上传 服从 调遣 待命 配合'.split(
      ' ',
    ),
  ],
  SUPERIOR_WORDS,
];
/** What a sentence does, as bits that may come together; each is 1 shifted by the number of its list above. */
export const REPORTING = 1;
export const DEFERRING = 2;
export const COMPLYING = 4;
/** Names somebody above, whatever is said of him. */
export const NAMING = 8;
/** Reports upwards, waits for orders or does as told. */
export const FOLLOWING = DEFERRING | COMPLYING;

/** How many places of a form are tried; each takes going through the sentence for its quotations. */
const MOST_PLACES = 6;

/** A sentence with as many deeds of other kinds (陪, 盯, 登记) does more than report. */
const DEEDS_BESIDE = 2;

/**
 * What a sentence does, as bits.
 * @param may what it may do by its words, as the same bits; others may be among them
 */
export function whatItDoes({ sentence, concrete }: SentenceEvidence, may: number): number {
  let does = may & NAMING;
  if ((may & REPORTING) !== 0 && concrete.deed < DEEDS_BESIDE && reports(sentence)) does |= REPORTING;
  if ((may & DEFERRING) !== 0 && saysOutsideQuotations(DEFERS, sentence)) does |= DEFERRING;
  if ((may & COMPLYING) !== 0 && saysOutsideQuotations(COMPLIES, sentence)) does |= COMPLYING;
  return does;
}

/** In the writer's own voice. */
function reports({ folded }: Sentence): boolean {
  return anyMatch(REPORTS, folded, ({ index }) => guardAt(folded, index + 1) === 'said');
}

/** Whether a form stands outside the words of others. */
export function saysOutsideQuotations(form: () => RegExp, { folded }: Sentence): boolean {
  return anyMatch(
    form,
    folded,
    ({ index }) => !readQuotations(folded).some(({ from, to }) => from < index && index < to),
  );
}

/** Whether a form stands anywhere so that it counts: the first place may be another's words, the next the writer's. */
function anyMatch(
  compiled: () => RegExp,
  folded: string,
  counts: (match: RegExpExecArray) => boolean,
): boolean {
  const form = compiled();
  form.lastIndex = 0;
  for (let places = 0; places < MOST_PLACES; places++) {
    const match = execBesidePlaceholders(form, folded);
    if (!match) return false;
    if (counts(match)) return true;
  }
  return false;
}
