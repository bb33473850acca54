import { anyOf, type FaultPattern, words } from './pattern';
import { TAKE_IT, takesOn, WHY_BLAME, WHY_PASSED } from './shirking';

/** Shrugs a matter off: no duty, others to be angry at, somebody will see to it, by the form. */
export const SHRUGGING: readonly FaultPattern[] = [
  {
    id: 'only-my-part',
    anchors: words('只是 只负责 只管 只办 只受理'),
    form: () =>
      anyOf(
        '我(?:们)?[^,。;]{0,4}只(?:是|负责|管)(?:个|一个|一名)?[^,。;]{1,8},[^。;]{0,20}(?:定不了|做不了|管不|请他|请她|让他|让她|有牢骚|有意见|冲|犯不|跟我|无权)',
        '(?:本|我们?)(?:窗口|科|所|中心)?只(?:办|管|受理)[^,。;]{1,10},[^。;]{0,8}(?:请(?:到|去|往|找)|去(?!年)|要到)',
      ),
    takenBack: takesOn,
    outright: true,
    why: WHY_PASSED,
    rewrites: TAKE_IT,
  },
  {
    id: 'be-angry-at-them',
    anchors: words(
      '异议 疑问 想法 要骂 要怪 要怨 要告 要闹 想骂 想怪 想怨 想告 想闹 牢骚 有气 有火 怨气 意见请 意见就 意见可 意见去 意见到 意见向 意见找 意见跟 意见冲 意见朝 意见别 意见也 意见都',
    ),
    form: () =>
      anyOf(
        '[要想](骂|怪|怨|告|闹)就?(?:去)?\\1(?=[^,。;!”])(?!我|咱|社区|窗口|两|几|完|吧|呗)',
        '有(?:意见|异议|疑问|想法)(?:请|就|可以)?[去到向找跟](?!我|咱|社区|窗口)[^,。;]{2,8}(?:提|反映|说去|问去|投诉|咨询)(?=[,。;])',
        '有(?:(?:牢骚|气|火|怨气)[^,。;]{0,3}|意见[别也都就]?)[冲朝](?!我|咱)[^,。;]{1,8}(?:发|撒|去)',
      ),
    takenBack: takesOn,
    outright: true,
    why: WHY_BLAME,
    rewrites: TAKE_IT,
  },
  {
    id: 'leaves-to-the-next',
    anchors: words('留给 反正 请假'),
    form: () =>
      anyOf(
        '留给(?:接任|下一[任班]|后任|下任|继任|接班)[^,。;]{0,8}',
        '反正(?:我)?[^,。;我]{0,12}(?:轮岗|调走|退休|换届|离职)',
        '请假[^,。;]{0,4}(?:回避|躲|避一?避)',
      ),
    takenBack: takesOn,
    unless: /亲戚|避嫌|利害/,
    outright: true,
    why: WHY_PASSED,
    rewrites: TAKE_IT,
  },
  {
    id: 'no-obligation',
    anchors: words(
      '没有过错 没过错 没义务 没有义务 没责任 没有责任 没这个义务 没有这个义务 没这个责任 没有这个责任',
    ),
    form: () =>
      anyOf(
        '没有?(?:这个)?(?:义务|责任)(?:去|来)?(?:出面|管|处理|负责|替|为|帮|解释|答复|道歉|赔|介入|承担)',
        '(?:我们?|本)[^,。;]{0,6}没有?过错(?=[,。;])',
      ),
    takenBack: takesOn,
    unless: /如果|认定|法院|是不是|有没有|证明/,
    outright: true,
    why: WHY_BLAME,
    rewrites: TAKE_IT,
  },
  {
    id: 'let-them-go-ahead',
    anchors: words(
      '随她们 由她们 让他去 让她去 让他们去 让她们去 由他去 由她去 由他们去 随他去 随她去 随他们去 他闹 她闹 们闹 他告 她告 们告',
    ),
    form: () => /(?:那就|干脆|索性)(?:让|由|随)[他她]们?(?:去|闹|告)(?:闹|告)?(?=[,。;!])/g,
    takenBack: takesOn,
    outright: true,
    why: WHY_PASSED,
    rewrites: TAKE_IT,
  },
  {
    id: 'somebody-will',
    anchors: words('有人管 有人讲 有人说 有人处理 有人跟 有人负责 有人接 有人来'),
    form: () => /(?:自然?会|自)有人(?:管|讲|说|处理|跟|负责|接|来[管接说])/g,
    takenBack: takesOn,
    unless: /不能|以为|[?]/,
    outright: true,
    why: WHY_PASSED,
    rewrites: ['我先接下来，问清由谁办，几时有结果', TAKE_IT[1]],
  },
  {
    id: 'shelves-it',
    anchors: words('存档 归档 资料夹 抽屉 搁着 压着 先放'),
    form: () => /(?:存档|归档|资料夹|抽屉里?|搁着|压着|先放)[^。;]{0,14}(?:再看(?!看)|再议|再说)/g,
    takenBack: takesOn,
    unless: /不能|不会|不是|不再/,
    outright: true,
    why: WHY_PASSED,
    rewrites: ['定个日子办：【哪天】前给您回话', TAKE_IT[0]],
  },
  {
    id: 'no-word-of-ours',
    anchors: words(
      '不承认 不认 圆谎 择出来 摘出来 撇出来 择干净 摘干净 撇干净 择清 摘清 撇清 照着抄 照着填 照着念 照着样本 谁兑现 谁来兑现 谁去兑现 为难我 为难咱 难为我 难为咱 缠着我 缠着咱',
    ),
    form: () =>
      anyOf(
        '(?:说的话?|承诺|许的|答应的)[^。;]{0,8}(?:可以|一律|就|都|概)不(?:认|承认)(?=[,。;!])',
        '谁(?:说|许|答应|承诺)的?,?谁(?:来|去)?兑现|替(?:别人|他人|人)圆谎',
        '把(?:自己|窗口|社区|单位|我们)[^,。;]{0,8}[择摘撇](?:出来|干净|清)',
        '别(?:再)?(?:为难|难为|缠着)(?:我|咱)',
        '照着(?:抄|填|念|样本)[^,。;]{0,2}就[行好]',
      ),
    takenBack: takesOn,
    outright: true,
    why: WHY_BLAME,
    rewrites: TAKE_IT,
  },
];
