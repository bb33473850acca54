import { SHRUGGING } from '../../../../server/src/core/rules/patterns/shrugging';
import { patternCases } from './cases';

suite('rules/patterns/shrugging', () => {
  patternCases(
    SHRUGGING,
    {
      'only-my-part': ['我只是收费员，有意见找定价的。', '本窗口只办企业业务，请到东区去。'],
      'be-angry-at-them': ['要骂就骂定指标的人。', '有牢骚冲发改委发去。', '家长有意见去教育局提。'],
      'leaves-to-the-next': ['这件事留给接任的同志慢慢理。', '反正我下个月就轮岗了。', '我请假躲两天。'],
      'no-obligation': ['出了校门，学校没有义务出面。', '我们建设单位没有过错。'],
      'let-them-go-ahead': ['他要去省里，那就让他去。'],
      'somebody-will': ['到了那边，自会有人管。', '到了那边，自有人来管。'],
      'shelves-it': ['登记完先放进资料夹，年底再看。', '登记表放抽屉，年底再议。'],
      'no-word-of-ours': [
        '志愿者许的，我们可以不认。',
        '把自己从矛盾里择出来。',
        '别再为难我们。',
        '您照着抄就行。',
      ],
    },
    [
      '我只管登记，但我会帮您问到底。',
      '领导要骂就骂，我照实写。',
      '留给老人一把钥匙。',
      '照片归档，明年再办。',
      '您照着填就行，填错了我帮您改。',
      '他认为自有人管，我说没有人管就由我来管。',
    ],
  );
});
