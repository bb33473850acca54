import type { FaultPattern } from './pattern';

const WHY = {
  zh: '这是服务忌语：再急也不能对群众这样说。',
  en: 'Not to be said to people, however pressed you are.',
};

/** Rude or dismissive words to people, by their form. */
export const RUDENESS: readonly FaultPattern[] = [
  {
    id: 'what-shouting',
    form: /([嚷喊吵催闹叫哭])什么\1|有完没完|没看见[^,。;]{0,6}[忙排]|(?:你|您)算老几|轮[得不]到你|滚(?:出去|蛋|开)|一边[待呆]着?去|你懂个?[啥什屁]|说了你也(?:听)?不懂|跟你说[几多]?少?遍了|说几遍了/,
    why: WHY,
    rewrites: ['您别着急，慢慢说', '您先坐，我马上给您看'],
  },
  {
    id: 'go-elsewhere',
    form: /嫌[^,。;]{1,3}(?:你|您)?(?:就)?(?:上|去|找)别[处家人]|爱[去找告上]哪儿?[去找告上]?(?:去)?哪|随便你?[告投找]|(?:想|要)[告投打][^,。;]{0,3}(?:你|您)?(?:就|尽管)[告投打]|自己打,?$/,
    why: WHY,
    rewrites: ['您的意见我记下，马上核实', '我这就帮您联系'],
  },
];

/** Labels that look down on people, by their form. */
export const LABELS: readonly FaultPattern[] = [
  {
    id: 'that-lot',
    form: /社会渣滓|人渣|瘾君子|底层人|下等人|渔花子|乡下人[^,。;]{0,6}(?:不懂|没见识)|脑(?:子|壳|袋)(?:是|都是)?[木笨]|大字(?:认不得|不识)几个|给[他她]们?三分颜色|开染坊|没(?:什么)?见识的|蹬鼻子上脸|给脸不要脸|[这那](?:帮|伙|群)(?:人|家伙|刁)[^,。;]{0,8}(?:没|不懂|起哄|闹|话可说)/,
    why: {
      zh: '对群众用贬称，是答题和做人的硬伤。说事，不给人贴标签。',
      en: 'A label that looks down on people. Speak of the matter, not of their kind.',
    },
    rewrites: ['这位群众', '有不同想法的群众'],
  },
];
