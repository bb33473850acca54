import type { Framework, Section } from '../framework/types';
import { fold } from '../text/fold';

/**
 * Persons, things and occasions that one question is about and another is not. What a document says of them belongs
 * to its own worked example: it is offered where the section is about them, or the writer's question names them.
 */
const PARTICULARS: readonly string[] = [
  // Persons: an answer has those of its question.
  '老人 大爷 大娘 大妈 阿姨 老伯 老年人 孤寡 残疾 孕妇 儿童 孩子 学生 家长 老师 教师 医生 患者 病人 同事 职工 工人',
  '农民工 妇女 青年 单亲 业主 物业 房东 租户 商户 商贩 摊贩 店主 企业 厂家 开发商 施工队 司机 村支书 村主任 班长',
  '校长 老兵 军人 退役 外来人口 流动人口 特困 低保户',
  // Things: what the question is about.
  '垃圾 绿化 噪音 油烟 污水 停车 电梯 路灯 广场舞 养狗 违建 加装 供水 供暖 停水 停电 施工 修路 招标 投标 中标 拆迁',
  '征地 安置 宅基地 房产 低保 医保 养老 社保 就业 招生 疫情 疫苗 防汛 食品 农药 种植 养殖 产业 产品 销售 资金 贷款',
  '补贴 扶贫 脱贫 旅游 电商 直播 林权 水库',
  // Occasions: neither a visit nor a talk at the counter.
  '会议 发言 选举 春节 中秋 重阳 寿辰 婚礼 宣传材料 传单 比赛 演出',
].flatMap((words) => fold(words).split(' '));

/** What people think of our work is a matter of its own too: not what they came for. */
const FEEDBACK = '意见';
const ABOUT_US = /[对给](?:我|我们|咱们|单位|部门|窗口)的?(?:工作|服务)?的?(?:意见|建议|评价|批评)/;
const ASKS_FEEDBACK = /意见|建议|评价/;

/** The particulars named in a folded text. */
export function particularsIn(folded: string): string[] {
  const named = PARTICULARS.filter((word) => folded.includes(word));
  return ABOUT_US.test(folded) ? [...named, FEEDBACK] : named;
}

/**
 * The particulars a section is about whatever the question: those its framework's question words have or its scaffolds
 * leave open by name (【老人】), and those that are words of the section itself.
 */
export function ownParticulars(framework: Framework, section: Section): ReadonlySet<string> {
  const { title, points } = section;
  const texts = [
    framework.title.zh,
    ...framework.cues,
    title.zh,
    ...points.flatMap((point) => [point.title.zh, ...point.phrases]),
  ].map(fold);
  const words = new Set(points.flatMap(({ cues, weakCues }) => [...cues, ...weakCues]).map(fold));
  const blanks = framework.sections.map(({ scaffold }) => fold(scaffold)).join('\n');
  const own = new Set(
    PARTICULARS.filter(
      (word) =>
        words.has(word) || blanks.includes(`【${word}】`) || texts.some((text) => text.includes(word)),
    ),
  );
  if (ASKS_FEEDBACK.test([...words].join('\n'))) own.add(FEEDBACK);
  return own;
}
