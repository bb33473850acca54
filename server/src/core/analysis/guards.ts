import { compiledAtUse } from '../text/compiledAtUse';
import type { Range } from '../text/range';
import { unitTable } from '../text/unitTable';

/**
 * How a word found in a sentence is meant:
 * - `said`: the writer says or does it;
 * - `own-speech`: in quotation marks, as the writer's words to people;
 * - `negated`: named as what is not done (绝不推诿);
 * - `reported`: the words of others (群众说“……”);
 * - `mentioned`: in quotation marks without a speaker (所谓“……”).
 */
export type Guard = (typeof GUARDS)[number];

export const GUARDS = ['said', 'own-speech', 'negated', 'reported', 'mentioned'] as const;

/** Whether a word is meant as what is not done, or as what others say. */
export function isNotOwn(guard: Guard): boolean {
  return guard === 'negated' || guard === 'reported';
}

/** Whether a word is the writer's: what he says or does, or his words to people. */
export function isOwnVoice(guard: Guard): boolean {
  return guard === 'said' || guard === 'own-speech';
}

const CLAUSE_END = unitTable(',;:。!?…\n');

/** Words that turn what follows into what is avoided. Single characters only count close to the word. */
const NEGATOR_WORDS =
  '绝不 决不 从不 不能 不会 不可 不要 不得 不应 不该 不许 不准 不再 不去 不讲 不说 不搞 不做 不是 而不 没有 并非 切忌 切勿 严禁 禁止 杜绝 避免 防止 以免 免得 拒绝 摒弃 克服 纠正 反对 力戒 远离 而非 少说 忌 勿 莫 别 毋 不 没 未 无'.split(
    ' ',
  );
const NEGATORS = compiledAtUse(new RegExp(NEGATOR_WORDS.join('|'), 'g'));
/** What they begin with: where none of these stands, nothing is negated. */
const NEGATOR_FIRSTS = unitTable(NEGATOR_WORDS.map((word) => word.charAt(0)).join(''));
/** 不 in these words negates nothing. */
const NOT_NEGATORS = compiledAtUse(
  /不仅|不但|不光|不断|不管|不论|不妨|不少|不同|不久|不惜|不只|不单|无论|无非|无疑|没过|没有耽误|没耽误|没有忘|没忘|没有少|不时|不止|别人|别处|特别|级别|性别|差别|区别|识别|分别|个别|未来|未必不|没关系|忌讳|别的/g,
);
const OTHERS = compiledAtUse(
  /(?:他|她|他们|她们|对方|老人|老人家|群众|居民|村民|来访|有人|网友|家长|对我|大爷|大娘|大妈|阿姨|师傅|同事|当事人|商户|业主)[^,。;]{0,8}$/,
);
const OWN = compiledAtUse(
  /(?:我|跟他|跟她|对他|对她|向他|向她|告诉|回一句|[回问顶怼呛劝][他她]|喊一声|招呼|留言|回复|回话|答复|轻声|先说|解释说|说一句|说声|比如说|可以说)[^。;]{0,12}$/,
);
/** Somebody says it to me: 有人劝我说“……”. */
const TOLD_ME = compiledAtUse(
  /(?:冲|对|跟|向|朝|指|瞪|盯)着?我们?(?:的鼻子)?(?:说|讲|喊|骂|嚷|吼|问|抱怨|诉|哭|发|来|提)|(?:劝|问|骂|吼|训|凶|求|催|质问|指责|埋怨)着?我|(?:提醒|告诉|嘱咐|安慰|打断|教|叫|回|笑)(?:着|了|过)?我们?[:,]?\s*$|(?:[着住给把被冲对跟向朝围拉拦拽找]|(?<!轮)到)我们?(?!说)[^,。;我]{0,10}[:,]?\s*$|(?:堵(?:着|住)?|@)我[^,。;]{0,4}[:,]?\s*$|[拦拉拽围揪扯]住我们?[说问喊讲嚷]/,
);
/** 我们队员说了“……”: one's own people said it, unless one has them say it. */
const OUR_PEOPLE = compiledAtUse(
  /(?<![让请叫教])我们[^,。;我]{0,6}(?:队员|同事|同志|工作人员|干部|前台|客服|保安|窗口|接线员|值班员|协管员|护士|司机|的人)[^,。;我]{0,8}(?:说|讲|喊|骂|回|答|甩|丢|来)[了过]?[^,。;]{0,4}[:,]?\s*$/,
);
/** Several, or others, answer him: 两边都回他一句“……”. */
const OTHERS_ANSWER = compiledAtUse(
  /(?:^|,)(?![^,]*我)[^,。;]{0,12}(?:都|两边|各家|哪家|每家|那边|人家|窗口|部门|单位|有人|同事|保安|干部|工作人员|主任|队长|物业)[^,。;]{0,6}(?:回|答|告诉|跟|对|说)[^,。;]{0,6}$/,
);
/** Said to somebody, the speaker named before it or left out: 临走对老杨说“……”. */
const ADDRESSED = compiledAtUse(
  /([^,。;]*)(?:对|跟|向)(?!我)[^,。;]{1,8}(?:说|讲|解释|表示|承诺|保证)[^,。;]{0,6}[:,]?\s*$/,
);
const SPEECH = compiledAtUse(
  /(?:说|讲|喊|嚷|骂|问|道|告诉|回|答|写|表示|抱怨|质疑|指责|提出|留言|招呼|称|叫)[^。;]{0,6}[:,]?\s*$/,
);
const AVOIDED_SPEECH = compiledAtUse(
  /(?<!是(?=不是)|能(?=不能)|会(?=不会)|要(?=不要)|该(?=不该))(?:(?:不能|不会|不可)(?!示弱|惯着|客气|退让|手软|含糊)|不要|不得|不应|不该|绝不|决不|从不|不再|不用|不拿|避免|杜绝|禁止|严禁|切忌|忌|别|没有|不(?!客气|耐烦|惯|含糊|假思索|留情|饶|由|得不|禁|慌|紧|高兴|服|管|能示弱|能惯着|能客气|能退让|能手软|能含糊|会示弱|会惯着|会客气|会退让|会手软|会含糊|示弱)|而不是|忌语)[^,。;]{0,12}$|(?:不[能会可要得该]|[绝决从]不)再?(?:说|讲|喊|回|甩)[^,。;]{0,2},$/,
);

/** After a quotation: “……”这种话，我断断说不出口. */
const AVOIDED_AFTER = compiledAtUse(
  /^[,、]?(?:(?:这|那)(?:样|种|类|句|些)?的?[^,。;]{0,2}话[^。;]{0,12}?(?:不|忌|错|咽)|之类[^。;]{0,12}?(?:不|忌)|[^,。;]{0,3},?一句[也都]不)/,
);

/** Farther back than this, in UTF-16 units, a negation belongs to something else. */
const CLAUSE_REACH = 40;

/**
 * Judges one occurrence by the text before it.
 * @param folded folded sentence
 * @param from start of the word in it, UTF-16
 * @param reach how far back a negation counts, UTF-16 units
 * @param quotations the sentence's quotations, when the caller has them
 */
export function guardAt(
  folded: string,
  from: number,
  reach = CLAUSE_REACH,
  quotations = readQuotations(folded),
): Guard {
  const quotation = quotations.length === 0 ? undefined : quotationAt(quotations, from);
  if (!quotation) return isNegated(folded, from, reach) ? 'negated' : 'said';
  const before = folded.slice(Math.max(0, quotation.from - 24), quotation.from);
  if (
    AVOIDED_SPEECH().test(before) ||
    AVOIDED_AFTER().test(folded.slice(quotation.to + 1, quotation.to + 25))
  )
    return 'negated';
  const clause = before.split(/[。;!?”]/).at(-1) ?? before;
  if (TOLD_ME().test(clause) || OUR_PEOPLE().test(clause)) return 'reported';
  if (clause.trim() === '')
    return /^[,\s]*(?:我|咱)[^,。;]{0,6}(?:说|讲|道|问|答)/.test(folded.slice(quotation.to + 1))
      ? 'own-speech'
      : 'mentioned';
  if (!SPEECH().test(clause) && !/[:,]\s*$/.test(clause)) return 'mentioned';
  if (OTHERS_ANSWER().test(clause)) return 'reported';
  if (OWN().test(clause)) return 'own-speech';
  const addressed = ADDRESSED().exec(clause);
  if (addressed) return OTHERS().test(addressed[1] ?? '') ? 'reported' : 'own-speech';
  if (OTHERS().test(clause)) return 'reported';
  return clause.includes('我') ? 'own-speech' : 'reported';
}

const NONE: readonly Range[] = [];

/** The first quotation, in the order of their ends, that an offset lies in. */
function quotationAt(quotations: readonly Range[], offset: number): Range | undefined {
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotations[middle]?.to ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  // Straight marks may hold others, which end before.
  for (let at = low; at < quotations.length; at++) {
    const found = quotations[at];
    if (found && found.from < offset) return found;
  }
  return undefined;
}

/** The outermost quotations of a folded sentence, from the opening mark to the closing one; an open end is none. */
export function readQuotations(folded: string): readonly Range[] {
  if (!folded.includes('“') && !folded.includes('"')) return NONE;
  const spans: Range[] = [];
  let depth = 0;
  let open = 0;
  let straight = -1;
  for (let i = 0; i < folded.length; i++) {
    const unit = folded.charAt(i);
    if (unit === '“') {
      if (depth === 0) open = i;
      depth++;
    } else if (unit === '”' && depth > 0) {
      depth--;
      if (depth === 0) spans.push({ from: open, to: i });
    } else if (unit === '"' && depth === 0) {
      if (straight < 0) straight = i;
      else {
        spans.push({ from: straight, to: i });
        straight = -1;
      }
    }
  }
  return spans;
}

function isNegated(folded: string, from: number, reach: number): boolean {
  let start = from;
  let possible = false;
  for (; start > 0 && from - start < reach; start--) {
    const unit = folded.charCodeAt(start - 1);
    if (CLAUSE_END[unit] === 1) break;
    possible ||= NEGATOR_FIRSTS[unit] === 1;
  }
  if (!possible) return false;
  const before = folded.slice(start, from).replace(NOT_NEGATORS(), (word) => '〇'.repeat(word.length));
  const negators = NEGATORS();
  negators.lastIndex = 0;
  let negations = 0;
  for (let match = negators.exec(before); match; match = negators.exec(before)) {
    const distance = before.length - (match.index + match[0].length);
    if (match[0].length > 1 || distance <= 3) negations++;
  }
  // 不能不、不是不: two negations affirm.
  return negations % 2 === 1;
}
