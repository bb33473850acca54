import { LABELS, RUDENESS } from '../../../../server/src/core/rules/patterns/rudeness';
import { patternCases } from './cases';

suite('rules/patterns/rudeness: what is said to people', () => {
  patternCases(
    RUDENESS,
    {
      'what-shouting': [
        '我就说：“嚷什么嚷，没看见都在忙吗？”',
        '我对他说：“你算老几？”',
        '我大声说：“有完没完？”',
      ],
      'go-elsewhere': ['我说：“嫌慢你上别处办去！”', '我说：“想告你就告。”'],
    },
    [
      '他冲我喊：“滚出去！”',
      '绝不能说“嚷什么嚷”。',
      '“有完没完”这样的话，一句也不能出口。',
      '孩子哭了，我蹲下来哄。',
    ],
  );
});

suite('rules/patterns/rudeness: what people are called', () => {
  patternCases(
    LABELS,
    { 'that-lot': ['跟这种社会渣滓打交道要小心。', '给他三分颜色就要开染坊。', '这帮人没文化，不懂道理。'] },
    ['他骂道：“人渣！”', '不能叫人瘾君子。', '这群人里有老有少。'],
  );
});
