import { compiledAtUse } from '../../text/compiledAtUse';

/**
 * Whoever stands above the writer in any office, firm or hospital; what one of them is to somebody else is no matter
 * here, for these forms only count in a paragraph that has nothing else.
 */
export const SUPERIOR_WORDS: readonly string[] =
  '领导 上级 上峰 上司 上头 班子 党组 党委 党工委 支部 书记 支书 镇长 乡长 县长 区长 市长 局长 科长 所长 处长 站长 院长 馆长 股长 校长 园长 部长 厅长 会长 组长 主席 主任 队长 士长 值班长 班长 厂长 行长 教导员 指导员 政委 委员 总监 总公司 总部 指挥部 指挥长 专班 值班室 主官 老总 董事长 经理 工程部 一把手 主管 分管 负责人 镇政府 乡政府 街道办 镇里 乡里 县里 区里 市里 局里 院里 首长 头儿 审批人 办公会 党政办 局办 信访办 调度室 项目部 保卫科 医务科 上面'.split(
    ' ',
  );
/** Those who manage somebody else's affairs, and bodies that only sound like a post. */
const SUPERIOR = `(?<![业目户堂行工司铺店厂网]|施工|项目)(?:${SUPERIOR_WORDS.join('|')})(?!会(?!上|议)|代表|交代|交办|布置|批评|表扬)`;

/** It is brought before somebody above. */
export const PASSES_UP = compiledAtUse(
  new RegExp(
    `(?:向|跟|给|找|往|到|把|将|由|带|传|送|领|交|报|呈|请|提请|提交|喊|叫|呼|通知|联系|求助|反映|汇报|报告|请示|先问|再问|敲|打|让|摆|谒见|面见|去见|求见|禀)[^,。;]{0,12}${SUPERIOR}`,
    'g',
  ),
);

/** Those above do what is to be done. */
export const THEY_ACT = compiledAtUse(
  new RegExp(
    `(?:^|[,。;])[^,。;]{0,4}${SUPERIOR}|${SUPERIOR}[^,。;]{0,8}(?:来|到|赶|出面|出马|谈|讲|解释|定|批|断|安排|统筹|处理|协调|决|研究|讨论|把关|点将|签|回应|答|安抚|指挥|应对|管|有数|经验|站位|阅历|威信|说|会|要|让|怎么|如何|自|知道|重视|支|拿|发|叫|接)`,
    'g',
  ),
);

/** The writer looks on, waits, and hands words to and fro. */
export const IDLES = compiledAtUse(
  /不(?:表态|乱讲|乱说|发声|多问|多说|过问|插[嘴话]|回应|解释)|[让叫]我怎么|说[^,。;]{1,6},我就|(?:答复|方案|结果|意见|口径|批示|结论)[^,。;]{0,3}[下出]来|继续干活|交接班?本|跑腿|打扫|责任[^,。;]{0,3}尽|等[^,。;]{0,10}(?:指令|指示|通报|答复|回复|消息|结果|安排|来|回|定|说|批)|原话|原样|照(?:做|办|着|搬)|转达|转告|捎(?:话|回|给)|[传带]话|按[^,。;]{0,8}(?:结果|口径|意思|要求|指令)|听[^,。;]{1,6}的(?=[,。;!]|$)|听从|听候|服从|(?:旁边|一旁|后面|身后)[^,。;]{0,8}(?:看|学|补|记|陪|站|听)|站[^,。;]{0,8}不动|维持现状|(?:保持|加强)[^,。;]{0,8}沟通|随时(?:接受|待命|听)|进度[^,。;]{0,4}|手机|会议记录|做好记录|(?:坚守|守好)[^,。;]{0,6}|心中有数|我就[^,。;]{0,6}(?:等|问|转|说|怎么|请|退|按|跟)|(?:自会|自然会|自有)|能(?:左右|回应|决定|定)的|没有?权限|交给(?:他|她)|指示|一律说/g,
);
