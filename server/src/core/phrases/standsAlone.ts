/** Tests on folded clauses: commas, colons and question marks are half-width, quotation marks “ ”. */

/** What a clause may begin with and lose: words that only join it to what came before. */
const JOINERS =
  /^(?:同时|与此同时|并且|并|因此|因而|所以|于是|然后|随后|接着|此外|另外|首先|其次|再次|再者|最后|一方面|另一方面|第[一二三四五六七八](?!时间|次|批|线|书记|责任)(?:步|点|个|条(?=[,:]))?|[一二三四五六七八]是|[一二三四五六七八](?=要)|总之|总的来说|例如|比如|譬如|也就是说|也就是|就是要|就是|还(?=要|应|会)|也(?=要|应|会)|更(?=要)|(?:特别是|尤其是)(?=要)|进而|但是|但|不过|然而|当然|其实|接下来|事实上|实践证明|要知道|可以|必须|一定要|应该|应当|应(?=[把将向对给在从以先及做])|不妨|就要|就|要|需要?(?=[把将向对给在从以先及保做]))[,:]?/;

/** What joins a clause to the one before so that it cannot be understood without it. */
const NEEDS_BEFORE =
  /^(?:特别是|尤其是|还|也|更|而|却|且|又|便|才|则|都|乃至|以便|以免|以此|以达|以求|及|或|和|与|同|跟|等|之|的|地|得|者|们|因其|反而|否则|不然|只有这样|也只有|如此|其|这|那|此|该|它|他|她|上述|以上|以下|所谓|如(?!果)|像|包括|其他|不过是|无非|结果|最终|至于|实际上|有的|有些|其中|即|是|到最后|否|所|以及|甚至|加之|再加上|能够|真正|相信自己|觉得)/;

/** The first half of a pair of clauses. */
const NEEDS_AFTER =
  /^(?:不仅|不但|不光|既要?|虽然|虽|尽管|如果|若|倘若|假如|要是|一旦|因为|由于|既然|只要|只有|除非|除了|无论|不论|不管|即使|哪怕|与其|随着|面对|遇到|碰到|处理在|作为|当|每当|正如|对于|关于|鉴于|自从|通过学习|越)/;

/** A clause that only says when, where, how or about what. */
const CIRCUMSTANCE_START =
  /^(?:在|从|自|到|对|向|为|为了|以|用|由|按|按照|依照|根据|依据|针对|结合|围绕|面对|遇到|碰到|通过|利用|经过|凭|比|特别是在|尤其是在|与|和|采取|采用|运用|借助|依托|带着)/;
const CIRCUMSTANCE_END =
  /(?:时|时候|时期|期间|前|后|之前|之后|以来|以后|以前|中|上|下|里|内|外|过程|方式|形式|渠道|手段|途径|方法|载体|措施|场合|情况|条件|基础|角度|目的|原则|活动|契机|依据|办法|问题|要求|方面|领域|实际|群众|部分|要点|能力|部门|群体|人员|干部|事情|项目|目标|前提|态度|心态|精神|面貌|视角|身份)$/;
/** 按规定, 结合实际: says by what, and nothing yet of what is done. */
const SHORT_CIRCUMSTANCE =
  /^(?:根据|按照|依据|依照|结合|围绕|针对|本着|出于)[^,]{2,10}$|^在(?![^,]{2,14}(?:中|上|下|里|内|时|前|后|处|等地|间)[^,]{4,})[^,]*$/;
/** Names whom or what one deals with, and nothing yet of what is done: 接待老弱病残者. */
const TOPIC =
  /^(?:接待|接访|受理|遇到|碰到)[^,了好到]{2,14}$|^(?:对|对于|针对|就)(?![^,]*(?:进行|表示|表达|给予|予以|做到|作出|要|应|不))[^,]*(?:意见|建议|诉求|矛盾|困难|需求|情绪|的人?事|[的等]人|者)$|^(?:把|将)[^,]*(?:成分|想法|意见|建议|诉求|问题|事情|情况|材料|资料)$/;
/** Ends that leave the clause open wherever it began, unless they end a word: 当面回应, 语气平和, 实事求是. */
const OPEN_END =
  /(?:的|(?<![工驻当实产基场])地|(?<!心)得|(?<![平温缓柔谦随祥])和|(?<!参)与|(?<![普顾])及|或|或者|并|而|(?<!求)是|(?<![所实存])在|(?<![核校针面反答应绝相])对|向|把|被|将|从|以|让|使|(?<![理自缘])由|于|比如|例如|包括|如|可以|(?<![回反供相响适对])应|应当|必须|还有|以及|的时候|的同时|的话|过程中|期间|之后|之前|以后|以来|(?<![准及随限按定小])时|讲到|指出|认为|表示|谈到|看出|要求|这么|尤其|于其|越来越|(?<![平同中初高上相])等)$/;

/** What tells how things are rather than what is done: no words for an answer. */
const DESCRIBES =
  /^(?:一位|[两几三四五]个(?!人|方面|一)|某|有位|有人|有些|有的|有不少|有一|很多|不少|许多|一些|部分|个别|大多数|大部分|多数|大量|少数|现在|目前|当前|近年|近几年|长期以来|过去|往往|常常|通常|可能|缺乏|缺少|造成|导致|致使|出现了|存在|具有|患有|不敢|不会|不知道|不可能|没有|怕|难以|会产生|会严重|需要|做好?群众工作(?:$|[,就中时的])|群众(?!利益|诉求|工作|的事|的小|满意|高兴)|农民|村民|居民|老百姓|百姓|人民群众|人们|老人|来访|上访|反映的?问题|此人|我县|我镇|我省|我市|我国|我党|我们党|社会|矛盾|影响|干部|党员|领导|各级|基层|窗口工作|政府|政策|教育|乡镇|街道|社区工作|市场|经济|本身|本人|人的|人际|人生|关键|核心|重要的|问题|要求|希望|年龄|“[^”]*”(?:主要|就|是|,|实际))/;

/** Says what something is, as a textbook does: 了解群众是前提, 接谈的方法和策略. */
const DEFINES =
  /^[^,]{2,14}是[^,]{0,10}(?:前提|基础|关键|根本|核心|保证|法宝|需要|传家宝|纽带|落脚点|优良传统)(?:,|$)|^[^,的]{2,4}的[^,的]*(?:原则|要求|方法|策略|步骤|意义|特点|作用)$/;

/** Broken, or as a handbook says it: 以……为…… without a verb, an adverb with 的 before its verb, 接谈时应认真记录. */
const FAULTY =
  /^以[^,]{2,8}为[^,]{1,4}$|(?:^|,)既是|^[^,]{1,6}[时后前]应(?![对急答该])|(?:^|,)(?:[用耐细热诚真虚]心|认真|积极|主动|及时|仔细|努力|自觉|[^,]{1,3}性)的(?:解释|说明|汲取|吸取|推动|推进|开展|落实|处理|解决|做|回答|倾听|学习|工作|执行)/;

/**
 * What a clause of an answer does not contain: years, addresses, laws, formulas, unfilled blanks, the figures of
 * others, what happened to them once.
 */
const NOT_SPOKEN =
  /\d+(?:户|人次|省|个月|多?万)|第[一二三]次[^,]*的时候|(?:19|20)\d\d|\d{5,}|https?:|www\.|《|》|[a-z]{4,}|[|<>{}=_#\\^@$%&*~`/]|…|‖|\+|见图|如下|�/;

/** Words that open a pair of clauses, and what the last clause must then have. */
const PAIRS_OF_WORDS: readonly (readonly [RegExp, RegExp])[] = [
  [/^只有/, /才/],
  [/^只要/, /就|便|能/],
  [/^(?:无论|不论|不管|即使|哪怕)/, /都|也|均|要/],
  [/^(?:不仅|不但|不光)/, /还|也|更|而且/],
  [/^(?:虽然|虽|尽管)/, /但|却|也|还/],
];
/** A clause that only goes on listing. */
const GOES_ON = /^(?:还是|或者|如|比如|例如|包括|特别是|尤其是|甚至)/;

/**
 * Whether the last of several clauses completes what the first begins.
 * @param first folded
 * @param last folded
 */
export function completes(first: string, last: string): boolean {
  if (GOES_ON.test(last) || DESCRIBES.test(last)) return false;
  return PAIRS_OF_WORDS.every(([opens, closes]) => !opens.test(first) || closes.test(last));
}

/** How many units at the start of a clause join it to what stood before, and can go. */
export function joinerLength(folded: string): number {
  let length = 0;
  for (;;) {
    const match = JOINERS.exec(folded.slice(length));
    if (!match || length + match[0].length >= folded.length) return length;
    // 就近, 更换, 要点, 还原, 也许, 并联: the word goes on.
    if (WORDS_WITH_JOINER.test(folded.slice(length))) return length;
    length += match[0].length;
  }
}

/** Whether a clause is nothing but such a word (例如，再者，第一). */
export function isJoiner(folded: string): boolean {
  return (
    JOINERS.exec(folded)?.[0].length === folded.length ||
    /^第[一二三四五六七八九十]$|^其[一二三四五六七八九十]$/.test(folded)
  );
}

const WORDS_WITH_JOINER =
  /^(?:就近|就地|就医|就业|就学|就诊|就座|更|要点|要害|还原|还款|也许|并列|并联|并案|但愿|同时段|可以说|最后一公里|首先要(?:会|学)|必须的|要求)/;

/** A clause that says what the one before is for, or leads to: 方便他们查阅, 避免矛盾升级. */
const PURPOSE =
  /^(?:避免|防止|方便|便于|从而|进而|使|让|令|确保|保证|消除|以(?:缓解|打消|防|免|保证|确保|求|提高|增强|减少|便|达|利)|为.{0,8}(?:奠定|打下|营造|创造))/;

/** Whether a clause only tells what the one before it is for, and belongs to it. */
export function isPurpose(folded: string): boolean {
  return PURPOSE.test(folded);
}

/** Whether a clause announces things rather than deeds: 主要有5个方面:. What follows are their names. */
export function announces(folded: string): boolean {
  return /(?:有|包括|分为)[^,]{0,4}(?:\d+|[一二两三四五六七八九十几多])[个种类项](?:方面|类型|内容|原因|特点|情况)?$/.test(
    folded,
  );
}

/** Whether a text is broken off or misspelt however it stands, quoted too. */
export function isFaulty(folded: string): boolean {
  return FAULTY.test(folded);
}

/** Whether a clause only goes on with the list the one before it began: 缺点和不足. */
export function goesOnListing(folded: string): boolean {
  return /^[^,]{1,4}[和与及、][^,]{1,4}$/.test(folded) && folded.length <= 7;
}

/** Whether a clause cannot stand without the one after it. */
export function needsNext(folded: string): boolean {
  if (
    NEEDS_AFTER.test(folded) ||
    /(?:时|时候|之前|之后|以后|期间|过程中|的话|的同时|的情况下|基础上)$/.test(folded)
  ) {
    return true;
  }
  return (
    TOPIC.test(folded) ||
    SHORT_CIRCUMSTANCE.test(folded) ||
    (CIRCUMSTANCE_START.test(folded) && CIRCUMSTANCE_END.test(folded))
  );
}

/**
 * Whether a clause, its joiners taken off, can be understood and said alone: brackets and quotation marks close,
 * it does not lean on the clause before, does not break off, and holds nothing that is not said aloud.
 */
export function standsAlone(folded: string): boolean {
  if (
    NEEDS_BEFORE.test(folded) ||
    DESCRIBES.test(folded) ||
    DEFINES.test(folded) ||
    OPEN_END.test(folded) ||
    isFaulty(folded) ||
    NOT_SPOKEN.test(folded)
  )
    return false;
  if (/它|前者|后者|上文|下文/.test(folded)) return false;
  if (/^[^“【(\d一-鿿a-z]/.test(folded) || /[?]/.test(folded.replace(/“[^”]*”/g, ''))) return false;
  return isBalanced(folded);
}

/** What points to words the draft may not have, or is never said so, and what a clause with it is worth. */
const UNEASY: readonly (readonly [RegExp, number])[] = [
  // Pointing back past the clause; what the clause named first it may point to: 听取意见，把这些意见记下.
  [/^[^,]*(?:这些|那些|这种|那种|这样|此类|该项)/, 0.4],
  [/这些|那些|这种|那种|这样|此类|该项/, 0.75],
  [/他们|她们/, 0.88],
  [/^在[^,]{2,10}(?:中(?!心)|深处)[^,]/, 0.85],
];

/**
 * How well a clause that stands alone goes into any draft, 0-1: less when it points to what was said before, or reads
 * like an essay.
 */
export function ease(folded: string): number {
  return UNEASY.reduce((worth, [uneasy, part]) => (uneasy.test(folded) ? worth * part : worth), 1);
}

const PAIRS: Readonly<Record<string, string>> = {
  '”': '“',
  ')': '(',
  '】': '【',
  '》': '《',
  '〉': '〈',
  ']': '[',
};

/** Whether every bracket and quotation mark closes, in order. */
export function isBalanced(folded: string): boolean {
  const open: string[] = [];
  let straight = 0;
  for (const unit of folded) {
    if ('“(【《〈['.includes(unit)) open.push(unit);
    else if (unit in PAIRS && open.pop() !== PAIRS[unit]) return false;
    else if (unit === '"') straight++;
  }
  return open.length === 0 && straight % 2 === 0;
}
