import { dropEach, textOf } from '../lines';
import type { Step } from '../types';

/** What stands where a picture was: its file name, `[图片]`, who it is from. The whole line, nothing else on it. */
const PLACEHOLDERS: readonly RegExp[] = [
  /^[\w\-. %()（）]{0,80}\.(?:png|jpe?g|gif|webp|bmp|svg)$/i,
  /^[[【(（]?\s*(?:图片|配图|插图|题图|image|img|photo)\s*\d{0,3}\s*[\]】)）]?$/i,
  /^[(（]?\s*(?:(?:图片|配图|题图|封面图?)(?:来源|来自|源自)?|图源|图\s*[/／]|图片提供|摄影)\s*[:：/／].{0,40}$/,
  /^[(（]?\s*(?:图片|图|配图)(?:来源|来自|源自|选自)(?:于)?\s*[:：]?\s*.{0,24}$/,
  /^(?:点击)?(?:查看|放大)(?:大|原)?图(?:片)?$/,
  /^!\[[^\]]*\]\([^)]*\)$/,
];

/** No placeholder is longer, in UTF-16 units; this bounds the work on a line of megabytes. */
const LONGEST = 200;

/** Drops lines left by pictures and the lines saying where these are from. Source: domain.md C2, document 003 line 7. */
export const imagePlaceholders: Step = (lines) =>
  dropEach(lines, (line) => {
    const text = textOf(line).trim();
    return text.length <= LONGEST && PLACEHOLDERS.some((pattern) => pattern.test(text)) ? 'image' : undefined;
  });
