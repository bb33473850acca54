import { en } from './en';
import { type Messages, zh } from './zh';

/** Languages of the extension; Chinese is the default. */
export type Locale = 'zh' | 'en';

/** The table of messages for a locale. */
export function messages(locale: Locale): Messages {
  return locale === 'en' ? en : zh;
}

/** The locale for a BCP 47 tag as editors send it: `zh-cn` → zh, `de` → en; Chinese when nothing is known. */
export function toLocale(tag: unknown): Locale {
  return typeof tag !== 'string' || tag === '' || tag.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
