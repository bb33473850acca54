import { type Guard, isOwnVoice } from '../../analysis/guards';
import { compiledAtUse } from '../../text/compiledAtUse';
import { matched } from '../../text/matched';

/**
 * Whether a form is meant: what stands beside it in the sentence can take it back in ways that no negation or
 * quotation mark shows. Looked at only where a form was found, so it costs nothing elsewhere.
 */
export interface Said {
  /** The folded sentence. */
  readonly text: string;
  /** Range of the form in it, UTF-16. */
  readonly from: number;
  readonly to: number;
  readonly guard: Guard;
}

/** A sentence of more UTF-16 units is not one: what stands further off does not count, or time would grow squared. */
export const LONGEST_SENTENCE = 600;

/** The same form in as much of a long sentence as counts. */
export function nearby({ text, from, to, guard }: Said): Said {
  if (text.length <= LONGEST_SENTENCE) return { text, from, to, guard };
  const start = Math.max(0, from - LONGEST_SENTENCE);
  return { text: text.slice(start, to + LONGEST_SENTENCE), from: from - start, to: to - start, guard };
}

/** Who else may speak or act; `每家`, `视频` and the like stand for them. */
const OTHERS =
  '(?:(?<!其)他们?|她们?|对方|老人家?|老汉|大[爷娘妈姐叔哥伯嫂]|阿姨|大家|师傅|中介|会计|小(?!区)[^,。;我们心]|老[王李张陈赵刘周吴]|[^,。;:“我你您他她的这那][姐哥叔婶嫂]|同事|同志|群众|居民|村民|业主|住户|商户|摊主|家长|家属|网友|网民|记者|患者|旅客|来访者?|来人|当事人|老板|经理|邻居|街坊|村里人|旁人|外人|网帖|评论|物业|公司|厂里|施工方?|开发商|企业|工作人员|窗口人员|科员|干部|领导|部门|单位|有人|别人|人家|每家|各家|两家|双方|哪家|帖子|视频|社会上|网上|电话那头)';
/** 对群众说, 劝他: the others are spoken to. */
const TO_OTHERS = '(?<![对向跟给和与同让请劝把将被替为由找陪问告诉])';
const SPEAK =
  '(?:说(?!不过去|得过去)|讲|抱怨|反映|埋怨|骂|喊|嚷|质问|追问|提问|问(?!题)|认为|觉得|以为|嫌|担心|担忧|怕|叫|看作|当成|告诉我|要求|提出|想要?|议论|传|自嘲|怀疑|指责|答应|承诺|保证|打包票|拍着?胸脯|答(?!应)|回|听到|遇到|碰到|[要让叫劝求逼]我|[冲对朝跟向]着?我)(?!的|到底|白了|穿了|实话)';
const REPORTED = compiledAtUse(
  new RegExp(
    `${TO_OTHERS}${OTHERS}(?!的(?:议论|传言|担心|担忧|怀疑|要求))[^,。;:]{0,10}${SPEAK}[^。;]{0,24}$`,
  ),
);
/** Between the others' words and the form the writer speaks up himself. */
const WRITER_SPEAKS = compiledAtUse(
  /[,:。;][^,。;]{0,4}(?:我|咱|就|便)[^,。;]{0,10}(?:说|讲|告诉|回|答|会|让|请|把|劝|要|将)/,
);
const CRITICISED = compiledAtUse(
  /(?:有的|有些|个别|一些|某些|少数|不少|部分|过去|以前|从前|以往)[^,。;]{0,8}(?:干部|同志|同事|工作人员|窗口|单位|部门|地方|领导|经理|主任|队长|所长|前任|前辈)|(?:有人|有的人|有些人|也许|或许)[^,。;]{0,8}(?:说|讲|觉得|认为|担心|叫|把)/,
);
const PASSIVE = compiledAtUse(
  /被(?!我)[^,。;]{0,8}(?:说|叫|骂|问|训|吼|顶|怼|数落|称|当成|当作|看成|视为|踢|推|贴上|告知|一句)[^。;]{0,8}$/,
);

const IF = /(?:如果|要是|倘若|假如|若是|假使|即便|即使|哪怕|就算|一旦|万一|如若|若)(?!是要)/g;
/** After the condition the writer goes on to what he does. */
const THEN = /[,;:][^,;]{0,8}(?:我|就|那|便|则|咱)/;

/** What is said of the form after it. */
const CONDEMNED = compiledAtUse(
  /要不得|不可取|使不得|大忌|最忌|伤(?:人|了?[^,。;]{0,4}心)|寒(?:了)?[^,。;]{0,4}心|就全?(?:毁|砸|完|凉)了|后悔|认错|自责|脸红|羞愧|内疚|这(?:个|条|份|就是)?教训|火上浇油|激化|不等于|适得其反|越权|失信|不可收拾|往外推|更(?:失望|生气|激动|火)|(?:这|那)(?:种|样|类|些|句|话)[^。;]{0,12}(?:不能|不会|不该|不应|不许|不准|不行|不对|错|忌|害|伤|冷)|(?:(?<!连)字|话|词|标签|帽子)[^,。;]{0,6}(?:不会|从不|绝不|决不|不能|不该|不说|不用|最伤|不在|不该|不应)/,
);
const MENTIONED_BEFORE = compiledAtUse(
  /(?:与其(?:说)?|所谓的?|哪有|哪来的?|何来|谈不上|算不上|不等于|禁语|忌语|禁用语|不文明用语|什么叫)[^,。;]{0,12}$|(?:不|别|莫|勿|不要|不能|不该|不应|从不|绝不|决不)[^,。;]{0,20}(?:当成|当作|看成|看作|视为|叫作|叫做|叫成|称为|说成|定性为|归为|写成|贴上)[^,。;]{0,6}$|(?:不会|不能|不该|绝不|决不|从不)(?!不)[^,。;]{1,10},[也就]?(?:说|讲|喊|来一句)[^,。;]{0,4}$/,
);
/** Directly before the form, whatever else the clause denies. */
const DENIED = compiledAtUse(
  /(?<!不得|不能|无|没有|不是|何尝|岂能|哪能|不会)(?:不|没|未|别|勿|莫)(?:先|再|会|能|要|肯|去|乱|轻易|随便|随口)?$/,
);
/** In a dialogue, the name of somebody else opens the line. */
const SPEAKER = /^\s*(?!答|问|本人|首先|其[一二三次]|第|最后)[^,。;:"“!?我咱]{1,4}:/;
/** 不当着孩子数落大人: a denied verb takes what hangs on its preposition with it. */
const DENIED_PHRASE = compiledAtUse(
  /(?<!无|不得|不能|谁|何尝)(?:不|别|莫|勿|没)(?:会|能|要|该|再|去|肯)?(?:当着|拿|把|对着?|跟|向|让|给|用|冲着?|在|因为?|靠|凭|随便|随口|轻易)[^,。;]{0,10}$/,
);
/** 我家老头子, 我这个老顽固: of his own family or himself. */
const KIN = compiledAtUse(/(?:[我咱自您你]家(?:那|的)?|我是个?|我这个?|我也是个?|我自己)$/);
/** 刚到村里那年,我顺嘴对人说过……: what he once said is no plan. */
const CONFESSED = compiledAtUse(
  /(?:那年|那时|那阵|当年|当初|早年|年轻|以前|从前|过去|头一?年|头[几一]个月|刚(?:到|来|参加|上班|工作|进|入职)|有一?[回次]|曾)[^。;]{0,30}(?:[说回喊顶骂甩吼叫写]过|顺嘴|脱口|冲口|嘴快)[^。;]{0,16}$/,
);
const WITHOUT_RIGHT = compiledAtUse(
  /(?:没有?权|无权|没权|不敢|不轻易|不随便|不随口|没有?资格|没有?权力|不由我|由不得|轮不到|不是我能|不能为了?[^,。;]{0,10}|没有哪)[^,。;]{0,16}$/,
);

/** Whether the writer himself says, does or promises it: not others, not as a warning, not as what one must not do. */
export function isMeant({ text, from, to, guard }: Said): boolean {
  if (!isOwnVoice(guard)) return false;
  const before = text.slice(Math.max(0, from - 60), from);
  const after = text.slice(to, to + 48);
  if (DENIED().test(before) || DENIED_PHRASE().test(before) || KIN().test(before) || SPEAKER.test(text))
    return false;
  if (MENTIONED_BEFORE().test(before) || WITHOUT_RIGHT().test(before)) return false;
  if (PASSIVE().test(before) || CONFESSED().test(before)) return false;
  if (CONDEMNED().test(after) || isCondition(text, from, after)) return false;
  const criticised = CRITICISED().exec(before);
  if (criticised && !WRITER_SPEAKS().test(before.slice(criticised.index))) return false;
  if (guard === 'own-speech') return true;
  const reported = REPORTED().exec(before);
  return (
    !reported || WRITER_SPEAKS().test(before.slice(reported.index)) || isTurnedTo(before, reported.index)
  );
}

/** A label stays one under a negated verb, but not where people are said not to be such. */
const NOT_SUCH = compiledAtUse(
  /(?:没有|不是|并非|绝非|不存在|(?:不|别|莫|勿)(?:能|要|该|应|可|许|会|再)*[^,。;]{0,4}(?:叫|说|称|喊|骂|贴|用|提|写|带|当|看|总?嫌))[^,。;]{0,8}$/,
);

/** 我也就是个大老粗, 我爹是泥腿子: a name one gives oneself and one's own. */
const OWN_KIND = compiledAtUse(
  /[我咱]们?(?:自己|本人)?(?:[也就还]|原本|本来|从前|以前|其实|原先|当年|刚来时)*(?:是|算|一个|这样?的?|这些|这号)(?:一?个|些)?(?:[^,。;]{0,4}(?:出来|出身|长大)的)?$|[我咱](?:家|们)?的?(?:爹|妈|爸|娘|父亲|母亲|爷爷|奶奶|外公|外婆|姥姥|姥爷|祖上|祖辈|父辈|老丈人|丈母娘)[^,。;]{0,6}(?:是|算|叫)一?个?[^,。;]{0,3}$/,
);

/** 别的老师嫌他……: others call him so. */
const OTHERS_CALL = compiledAtUse(
  /(?:^|[,。;:])(?:(?![我咱])[^,。;:]){1,10}(?:嫌|骂|叫|喊|笑话?|数落)(?:他|她|人家)们?(?:是|太|老)?个?$/,
);

/** The same of a name for people: 绝不怕刁民 calls them so. */
export function isMeantAsLabel(said: Said): boolean {
  const { text, from, guard } = said;
  const before = text.slice(Math.max(0, from - 24), from);
  if (OWN_KIND().test(before) || OTHERS_CALL().test(before)) return false;
  const stays = guard === 'negated' && !NOT_SUCH().test(before) && !/[“"]$/.test(before);
  return isMeant(stays ? { ...said, guard: 'said' } : said);
}

/** 我请几位居民坐下来慢慢说: others are the object of what the writer does. */
function isTurnedTo(before: string, at: number): boolean {
  const clause = matched(/[^,。;:!?]*$/, before.slice(0, at));
  return /我[^,。;]{0,6}[请让叫带陪劝帮给向把扶领]/.test(clause);
}

/** The form itself is the condition of a warning: 如果丢下一句“不归我管”，谁听了都上火. */
function isCondition(text: string, from: number, after: string): boolean {
  const before = text.slice(0, from);
  let start = -1;
  for (const match of before.matchAll(IF)) start = match.index + match[0].length;
  if (start < 0 || THEN.test(before.slice(start))) return false;
  return !before.slice(start).includes(',') && /[,”"]./.test(after);
}

/** 我提醒同事:“……”: not to those one serves. */
const TO_COLLEAGUES = compiledAtUse(
  /(?:对|跟|向|和|给|让|请|提醒|劝|问|告诉|批评|教)[^,。;“”"]{0,4}(?:同事|同志们|保安|队员|徒弟|新人)[^,。;“”"]{0,6}[:,]?$/,
);

/** Whether it is said to those one works with. */
export function isToColleagues({ text, from, guard }: Said): boolean {
  return guard === 'own-speech' && TO_COLLEAGUES().test(beforeQuotation(text, from));
}

/** Whether somebody is spoken to: in a quotation of the writer's, after a verb of saying, or as 你. */
export function isAddressed({ text, from, to, guard }: Said): boolean {
  if (isToColleagues({ text, from, to, guard })) return false;
  if (guard === 'own-speech' || /[你您]/.test(text.slice(from, to))) return true;
  return /(?:我|就|会|再|先|直接|当场|便|只好)[^。;]{0,18}(?:说|讲|告诉|回|答|喊|劝|提醒|打断|纠正|警告|表示|嚷|道|叫)[^。;]{0,18}$/.test(
    text.slice(Math.max(0, from - 40), from),
  );
}

const SAYS = '(?:说|讲|告诉|回|答|喊|嚷|吼|劝|提醒|打断|纠正|警告|挑明|表示|道|怼|顶|呛|撂|甩)';
/** 我就回他:…, 我跟他讲,…: what follows are his words, though no mark says so. */
const UNMARKED = compiledAtUse(
  new RegExp(
    `(?<![对跟向和给冲劝问骂教让叫被找朝指说讲嫌怪夸笑求])我(?!们)(?:(?![不没别未莫])[^,。;:“”]){0,16}?${SAYS}[^,。;:“”]{0,6}(?::[^。;“”]{0,60}|,[^。;:“”]{0,24})$`,
  ),
);
/** Before the quotation: said to those one works with, to oneself, or only written down. */
const NOT_TO_PEOPLE = compiledAtUse(
  /(?:对|跟|向|和|给|让|请|叫|催|问|告诉|提醒|批评|教|冲|劝)[^,。;“”"]{0,8}(?:同事|同志|工作人员|保安|队员|施工|工头|物业|经理|老板|开发商|厂[里长]|公司|部门|科长|主任|书记|局长|所长|站长|徒弟|新人|自己)[^,。;“”"]{0,8}[:,]?$|(?:自己|心里|写着|写上|贴着|清单|禁|口诀|标题)[^,。;“”"]{0,8}[:,]?$/,
);

/** Whether a sentence may hold words said aloud at all. */
export function maySpeak(text: string): boolean {
  return text.includes('“') || text.includes('"') || UNMARKED_SIGN().test(text);
}
const UNMARKED_SIGN = compiledAtUse(new RegExp(`我[^。;]{0,16}${SAYS}[^,。;:]{0,6}[:,]`));

/** Whether these are the very words the writer will say to people. */
export function isAloud({ text, from, guard }: Said): boolean {
  if (guard === 'said') return UNMARKED().test(text.slice(Math.max(0, from - 90), from));
  if (guard !== 'own-speech') return false;
  return !NOT_TO_PEOPLE().test(beforeQuotation(text, from));
}

/** What introduces the quotation a place lies in. */
function beforeQuotation(text: string, at: number): string {
  const open = openingMark(text, at);
  return text.slice(Math.max(0, open - 24), open);
}

function openingMark(text: string, at: number): number {
  return Math.max(text.lastIndexOf('“', at), text.lastIndexOf('"', at));
}

/** What is said in one quotation; without marks, the sentence. */
export function quotationOf({ text, from, to, guard }: Said): string {
  if (guard !== 'own-speech') return text;
  const open = openingMark(text, from);
  const mark = text.charAt(open) === '“' ? '”' : '"';
  const close = text.indexOf(mark, to);
  return text.slice(open + 1, close < 0 ? text.length : close);
}

/** Whether the clause the form stands in has somebody else for its subject: 物业答应…. */
export function isDoneByOthers({ text, from, to }: Said): boolean {
  const before = text.slice(Math.max(0, from - 40), from);
  const clause = matched(/[^,。;:!?]*$/, before);
  return DOES().test(clause) && !/我|咱/.test(clause + text.slice(from, to));
}

/** Whether the clause is of the writer, or speaks to somebody. */
export function isOfWriter(said: Said): boolean {
  const clause = matched(/[^,。;:!?]*$/, said.text.slice(Math.max(0, said.from - 20), said.from));
  return /[我咱你您]/.test(clause + said.text.slice(said.from, said.to));
}

const DOES = compiledAtUse(new RegExp(`${TO_OTHERS}${OTHERS}[^,。;]{0,12}$`));
