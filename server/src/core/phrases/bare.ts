import { countHanzi } from '../text/count';
import { fold } from '../text/fold';

/** So many 字 that are neither the section's name nor light words are still nothing said. */
const NOTHING = 1;

/** Words with which a name is made a clause: verbs, adverbs and objects that fit any deed, and function words. */
const LIGHT =
  /自觉|坚持|不断|首先|给予|予以|做到|做好|进行|开展|实现|切实|始终|一定|努力|积极|认真|主动|充分|及时|多方|双方|各方面?|方方面面|广大|群众|人民|百姓|居民|来访[者人]|他们|她们|我们|自己|自身|对方|情绪|生活|利益|工作|方式|方法|态度|关系|问题|行为|本职|[先他她我您的地得了到好和与对向要会能把将做]/g;

/** A clause before the last that only says when, on what basis, or besides what: 如果邻居吵闹，就要安抚邻居的情绪. */
const OCCASION = /^(?:(?:如果|当|在|遇到|面对|除了|对于|对|根据|按照|依据|结合)[^,]*,)+/;

/**
 * Whether a clause says no more than the name of its section: 安抚他的情绪 for 安抚致歉, 自觉坚持廉洁自律 for 廉洁自律.
 * @param title the section's name
 * @param folded folded clause
 */
export function restates(title: string, folded: string): boolean {
  const name = fold(title);
  const deed = folded.replace(OCCASION, '').replace(/^(?:就|还|也|更|都)/, '');
  let rest = deed;
  for (let at = 0; at + 2 <= name.length; at++) rest = rest.replaceAll(name.slice(at, at + 2), '');
  if (rest.length === deed.length) return false;
  return countHanzi(rest.replace(LIGHT, '')) <= NOTHING;
}
