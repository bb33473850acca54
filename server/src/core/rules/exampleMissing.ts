import { BlockReading } from '../analysis/passage';
import { messages } from '../messages/messages';
import { compiledAtUse } from '../text/compiledAtUse';
import { keptWith } from '../text/kept';
import { wholeAnswerPlace } from './places';
import type { Rule } from './types';

/** Shorter answers need no example. */
const MIN_HANZI = 300;

/** Opens an example. */
const EXAMPLE =
  /比如|例如|譬如|举个例|打个比方|好比|有一[次回年]|(?:去|前|今)年[^,。;]{0,6}[,我有]|记得|上(?:个月|周|回|次)/;
/** A number that means one: 一个, 一次, 几个 name no figure. Figures are digits, two and more, dates and times. */
const FIGURE = compiledAtUse(
  /[0-9]|(?:[二两三四五六七八九十百千半]|十[一二三四五六七八九]|第[一二三四五六七八九十]+)(?:来|多|几)?(?:个|名|户|次|天|日|周|月|年|元|块|米|人|份|张|家|批|轮|处|场|遍|件|小时|分钟|点|成|公里|斤|亩|岁|工作日|礼拜|季)/,
);
/** Words spoken on the spot; a quoted term (“最后一公里”) is shorter or a name. */
const SPOKEN = /[说问讲道喊答回:][^。;“"]{0,4}[:,]?["“][^"”]{3,}["”]/;

const isConcrete = keptWith(BlockReading, ({ sentences }: BlockReading) =>
  sentences.some(
    ({ sentence: { kind, folded } }) =>
      kind !== 'heading' && (EXAMPLE.test(folded) || FIGURE().test(folded) || SPOKEN.test(folded)),
  ),
);

/** A longer answer without a single example, number with a unit or spoken line. */
export const exampleMissing: Rule = {
  code: 'example.missing',
  severity: 'hint',
  check({ analysis, locale, report }) {
    if (analysis.length.hanzi < MIN_HANZI) return;
    const hasExample = analysis.answer.passages.some(({ reading }) => isConcrete(reading));
    if (!hasExample) report({ range: wholeAnswerPlace(analysis), message: messages(locale).exampleMissing });
  },
};
