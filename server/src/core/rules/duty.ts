import { fold } from '../text/fold';

/** What the question says of the writer's duty: where the traps of role are laid. */
export interface Duty {
  /** The matter lies with somebody else of the office: 你同事负责…, 经办人不在. */
  readonly colleague: boolean;
  /** The question puts the writer in charge, or a superior has given it to him. */
  readonly inCharge: boolean;
  /** His post enforces the law: fines and seizures may be his. */
  readonly enforces: boolean;
  /** His post as the question names it, when it is one that decides and punishes nothing. */
  readonly post?: string;
}

const COLLEAGUE =
  /同事|经办人|承办人|前任|搭档|(?:负责|经手)[^,。;?]{0,10}(?:调走|离职|请假|出差|外出|休假|抽调|培训|不在)/;
const IN_CHARGE =
  /(?<!同事|不|前任)你(?:来)?(?:负责|分管|牵头|主管|承办)|由你(?:负责|牵头|来|接待|处理|答复)|(?:领导|上级|主任|局长|科长|单位)[^,。;?]{0,8}(?:让|派|安排|指派|委派|要求|交给|交由|交)给?你|你(?:是|作为|担任)[^,。;?]{0,14}(?:负责人|组长|牵头人)|你(?:来|负责)?接(?:访|待)/;
const ENFORCES =
  /你(?:是|作为|担任)[^。;?]{0,24}(?:城管|执法|交警|民警|警察|派出所|市场监管|监察|路政|稽查|卫生监督|纪委|监委|法官|法院|检察)/;
const POST =
  /你(?:是|作为|担任)[^。;?]{0,20}?(网格员|社区工作者|社工|导办员|导医|办事员|科员|村官|驻村干部|第一书记|包村干部|志愿者|楼(?:栋|道)?长|接待员|窗口(?:工作)?人员|信访[^,。;?]{0,4}工作人员|社区[^,。;?]{0,4}工作人员|街道[^,。;?]{0,4}(?:工作人员|干部|办事员)|乡镇[^,。;?]{0,4}(?:工作人员|干部)|工作人员)/;

const NO_DUTY: Duty = { colleague: false, inCharge: false, enforces: false };

/**
 * Reads the writer's duty off the question; O(its length).
 * @param question undefined when the draft names none: nothing is known then
 */
export function readDuty(question: string | undefined): Duty {
  if (question === undefined) return NO_DUTY;
  const asked = fold(question);
  const enforces = ENFORCES.test(asked);
  const post = enforces ? undefined : POST.exec(asked)?.[1];
  return {
    colleague: COLLEAGUE.test(asked),
    inCharge: IN_CHARGE.test(asked),
    enforces,
    ...(post === undefined ? {} : { post }),
  };
}
