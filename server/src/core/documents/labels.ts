import type { Part } from './types';

/** What compilations write over the parts of an item, alone on a line or in 【】. */
const LABELS: readonly (readonly [RegExp, Part])[] = [
  [
    /^(?:模拟题|真题|例题|题目|试题|题干|面试题|材料|背景材料|问题|设问|提问)\d{0,3}(?:回顾|再现|呈现)?$/,
    'question',
  ],
  [
    /^(?:参考)?(?:答案|解析|作答|回答)(?:示例|示范|要点|参考)?$|^(?:答题|作答|高分|参考|优秀)(?:范文|示范|范例|答案|示例|参考|作答)$|^参考(?:答案|解析)$|^我的(?:答案|回答)$/,
    'answer',
  ],
  [
    /^(?:试题|题目|答案|考点|思路|答题)?(?:解析|分析|点评|点拨|解读|审题|思路|提示)$|^(?:考官|名师|专家)点评$|^(?:测评|考查)要素$|^评分(?:要点|标准|细则)$/,
    'analysis',
  ],
];

/** The part of an item that a heading announces, if it is such a label. `解析` alone explains; 参考解析 answers. */
export function labelOf(heading: string): Part | undefined {
  const bare = heading.replace(/^[\s【[(（一二三四五六七八九十\d、.．]+|[\s】\])）：:]+$/g, '');
  if (bare === '解析') return 'analysis';
  return LABELS.find(([pattern]) => pattern.test(bare))?.[1];
}
