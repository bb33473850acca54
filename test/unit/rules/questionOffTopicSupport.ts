import { checkRule } from '../../support/check';

export const QUESTION = '题目：居民反映小区路灯坏了没人管，你怎么办？';
/* Ten 字 each. Of no section: impersonal, in the first person, with people, about the question, about oneself. */
export const ELSEWHERE = '湖边有烟在慢慢地飘散。';
export const MINE = '我在湖边上慢慢地煮面。';
export const PEOPLE = '大家在湖边慢慢地煮面。';
export const TOPIC = '小区路灯坏了没有人管。';
export const RESUME = '我大学四年热爱读书呢。';
/** Passing the buck. */
export const SHIRK = '这件事情真的不归我管。';
/* Of a section: in the first person and impersonal. */
export const DONE = '我更换灯泡在湖边上呀。';
export const IS_DONE = '更换灯泡在这个湖边上。';
/** Naming a quarter of the question's pairs. */
export const NAMING = '小区路灯在湖边亮着呢。';

/** How serious the finding is, if there is one. */
export function severity(question: string, ...answer: readonly (readonly [string, number])[]): string {
  const text = answer.map(([sentence, times]) => sentence.repeat(times)).join('');
  return checkRule('question.off-topic', `${question}\n\n${text}`, { framework: 'lamp' })
    .map((found) => found.severity)
    .join();
}

export const INFORMATION = 'information';
