import { type FaultPattern, words } from './pattern';

const WHY = {
  zh: '题目把这件事交给了你，再推出去等于没有接。',
  en: 'The question gives this to you; handing it on is not taking it.',
};

/** Handing on what the question puts into the writer's hands; looked for only there. */
export const HANDS_ON: readonly FaultPattern[] = [
  {
    id: 'hands-on',
    anchors: words(
      '另派 换人 换个人 就行 即可 就可以 不便处理 不宜处理 不合适处理 请领导 求领导 建议领导 让领导 希望领导',
    ),
    form: () =>
      /(?:请|请求|建议|让|希望)领导(?:另|再|重新|改)(?:派|安排|指定|换|交)[^,。;]{0,8}|另派(?:别人|他人|人)|换个?人(?:去|来)[^,。;]{0,6}|(?:交给|让|由|请)(?:同事|别人|下属|小[^,。;区我]|其他人|施工方|物业|公司)[^,。;]{0,4}(?:去|来)?(?:办|处理|解释|沟通|接待)(?:就行|即可|就可以)|我?不(?:便|宜|合适)处理/g,
    inCharge: true,
    unless: /再派一|一起|和我|陪同|避嫌|亲戚|亲属|利害|回避制度|监督/,
    why: WHY,
    rewrites: ['这件事我接下来，先去【哪里】弄清情况', '我先说明我与当事人的关系，请再派一人同我一起查'],
  },
];

const WHY_FOR_HIM = {
  zh: '同事手里的权限不能由你代行：先联系他，或请有权的人来办。',
  en: "A colleague's powers are not yours to use: reach him, or somebody entitled.",
};

/** Using the powers of a colleague who is away. */
export const FOR_COLLEAGUE: readonly FaultPattern[] = [
  {
    id: 'for-colleague',
    anchors: words('替他 替她 替同事 替小 替老 代他 代她 代同事 代小 代老 账号 密码 工号'),
    form: () =>
      /(?:替|代)(?:他|她|同事|小[^,。;区]|老[^,。;人])[^,。;]{0,8}(?:签(?:了|个|上)?字|签了|盖(?:了|上)?章|批了|批下|审批|做主(?!的)|拍板|改了)|(?:用|登录|登上|打开)(?:他|她|同事|小[^,。;区])[^,。;]{0,3}的?(?:账号|密码|工号)/g,
    unless: /授权|委托|同意|请示|a角|b角|代班|轮值|不(?:能|会|可|敢|该|便)/,
    self: true,
    why: WHY_FOR_HIM,
    rewrites: ['我打电话问清他办到哪一步', '请有权限的同志来办，我陪您等'],
  },
];
