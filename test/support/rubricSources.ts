import { lines } from './marked';

/** A framework as a writer would type it. */
export const FRAMEWORK = lines(
  'id: lamp',
  'title: { zh: 路灯报修, en: Street lamp }',
  'kinds: [emergency]',
  'cues: [路灯]',
  'sections:',
  '  - id: attitude',
  '    title: 态度',
  '    why: 要先道歉。',
  '    scaffold: 我先道歉。',
  '    points:',
  '      - id: apologise',
  '        title: 道歉',
  '        need: required',
  '        cues: [道歉]',
  '      - id: thank',
  '        title: 感谢',
  '  - id: lasting',
  '    title: 长效',
  '    need: conditional',
  '    whenCues: [总坏]',
  '    why: { zh: 不再坏。, en: No more. }',
  '    scaffold: 每月巡灯。',
  '',
);

/** A wording list as a writer would type it. */
export const WORDING = lines(
  'id: rude',
  'rule: wording.taboo',
  'title: 忌语',
  'entries:',
  '  - id: hurry',
  '    match: [急什么]',
  '    rewrites: [您别着急]',
  '    why: 伤人。',
  '  - id: ask',
  '    match: [去问别人, 问别人去]',
  '    unless: [我陪您]',
  '    rewrites: [我帮您问]',
  '    why: { zh: 推人。, en: Pushes people away. }',
  '    source: { document: "901", lines: "3-4" }',
  '',
);
