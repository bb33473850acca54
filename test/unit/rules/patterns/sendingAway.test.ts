import { SENDING_AWAY } from '../../../../server/src/core/rules/patterns/sendingAway';
import { patternCases } from './cases';

suite('rules/patterns/sendingAway', () => {
  patternCases(
    SENDING_AWAY,
    {
      'says-whose-and-sends': [
        '油烟归环保部门管，我会请居民另打环保电话。',
        '这是前任手里的事，我不掌握情况，请老乡去问老会计。',
        '属于民事纠纷，我们不便介入，我会告知双方到法院起诉。',
        '所里警力有限，我会劝她自己去找。',
        '流浪狗归公安管，我让居民打110。',
        '漏水是承包方造成的，请家属直接与承包方联系。',
      ],
    },
    [
      '油烟归环保部门管，我陪居民打环保电话。',
      '属于法院管的，我告诉他去哪里起诉，帮他把材料复印好。',
      '这不归我们科，我约那边的老赵一起谈。',
      '他怕生，我请他到里屋坐。',
      '这是前任手里的事，我请前任回来一起对账。',
    ],
  );
});
