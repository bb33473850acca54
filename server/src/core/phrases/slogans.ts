/** What a slogan is worth beside a deed, 0-1: too little to be offered. */
const SLOGAN = 0.5;
/** What a row of three like-sounding members is worth: said for its sound, yet each may be a deed. */
const ROW = 0.85;
const TRAIT_SHARE = 0.8;
/** Members of a row that are no more than a word and its modifier, in UTF-16 units. */
const SHORT_MEMBER = 5;

/** To hold an idea (树立……观念) is nothing one can see done; with a means beside it (通过……) it is. */
const CREED = new RegExp(
  '^(?![^]*(?:通过|利用|借助|组织|定期|每|\\d))[^,]*' +
    '(?:树立|树牢|确立|强化|增强|加强|密切|牢固|牢记|坚定|坚持|秉持|秉承|筑牢|厚植|弘扬|增进|构建|维护|融洽|提升|提高|培养|培育|养成|端正|要有|富有|满怀)' +
    '[^,]*(?:意识|观念|理念|思想|形象|感情|情感|情怀|群关系|血肉联系|地位|宗旨|立场|使命感|责任感|事业心|信念|信仰|境界|素质|修养|作风|本色|学习|建设)$',
);
/** Vows: always, never, from the depth of the heart, and the mass line by its name. */
const VOW =
  /一刻也不|永远|永不|永葆|时刻不忘|任何时候都|脱离群众|(?:思想|灵魂|内心)深处|(?:深入|走|融入|沉)(?:到|进|入)?群众(?:中|当中|之中)(?:去|间)?$|(?:做|办|做好|多办)(?:好事|实事)|全心全意为|群众的?(?:呼声|疾苦|冷暖)|[怀抱][^,]{1,6}之心/;

/** What one is good or brave at is not yet done. */
const TRAIT = /^(?:善于|勇于|敢于|乐于|勤于|甘于|长于)[^,]*$/;

/** How much of its fit a folded clause keeps that may be a slogan rather than something done, 0-1. */
export function deedShare(folded: string): number {
  if (CREED.test(folded) || VOW.test(folded)) return SLOGAN;
  if (TRAIT.test(folded)) return TRAIT_SHARE;
  return rowShare(folded.split(/[,、]/));
}

/** 贴心服务、真心服务、用心服务; 从嘴上改，从手上改，从心里改. */
function rowShare(members: readonly string[]): number {
  const [first] = members;
  if (members.length < 2 || !first) return 1;
  const alike = (part: (member: string) => string): boolean =>
    members.every((member) => part(member) === part(first));
  const framed = alike((member) => member.charAt(0)) && alike((member) => member.slice(-2));
  if (framed) return SLOGAN;
  // The verb before the first of a list belongs to none of them: 树立时间观念、效率观念.
  const tail = alike((member) => member.slice(-2));
  if (members.length < 3 || !tail) return 1;
  return members.slice(1).every(({ length }) => length <= SHORT_MEMBER) ? SLOGAN : ROW;
}
