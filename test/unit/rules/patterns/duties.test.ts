import { FOR_COLLEAGUE, HANDS_ON } from '../../../../server/src/core/rules/patterns/duties';
import { patternCases } from './cases';

suite('rules/patterns/duties: what the question puts into the writer’s hands', () => {
  patternCases(
    HANDS_ON,
    {
      'hands-on': [
        '我建议领导重新安排。',
        '请领导另派别人去。',
        '这事还是换人去。',
        '由小周办就行。',
        '请物业出面处理即可。',
        '请别人办即可。',
        '这件事不便处理。',
      ],
    },
    ['我与他有亲戚关系，请领导另派一人和我一起查。', '我请同事处理好手头的事，一起去。'],
  );
});

suite('rules/patterns/duties: the powers of a colleague', () => {
  patternCases(
    FOR_COLLEAGUE,
    {
      'for-colleague': [
        '我代小周盖章。',
        '我替老周批了。',
        '我替她审批。',
        '我替同事当场拍板。',
        '我替他签字。',
        '我替他盖章。',
        '我替他做主。',
        '我用小周的账号。',
        '我用他工号登录。',
        '我登录同事电脑里的账号。',
      ],
    },
    ['我不能替他签字，打电话问他办到哪一步。', '同事授权以后，我替他盖章。', '我替小区的老人把表填好。'],
  );
});
