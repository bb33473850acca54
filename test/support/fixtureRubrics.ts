import type {
  Framework,
  Point,
  Rubrics,
  Section,
  WordingEntry,
  WordingList,
  WordingRule,
} from '../../server/src/core/framework/types';

const both = (zh: string, en: string): { zh: string; en: string } => ({ zh, en });

/** A point with the given cues; everything else as a rubric that says nothing more. */
export function point(id: string, title: string, cues: readonly string[], more: Partial<Point> = {}): Point {
  return { id, title: both(title, id), need: 'required', cues, weakCues: [], phrases: [], ...more };
}

/** A section named `title`, announced by a heading with its title. */
export function section(
  id: string,
  title: string,
  points: readonly Point[],
  more: Partial<Section> = {},
): Section {
  return {
    id,
    title: both(title, id),
    need: 'required',
    whenCues: [],
    why: both(`要有${title}。`, `An answer needs ${id}.`),
    headings: [title],
    points,
    scaffold: `我${points[0]?.cues[0] ?? '会'}【${title}】。`,
    ...more,
  };
}

/** A framework with the given sections. */
export function framework(
  id: string,
  title: string,
  sections: readonly Section[],
  more: Partial<Framework> = {},
): Framework {
  return {
    id,
    title: both(title, `framework ${id}`),
    kinds: [],
    cues: [],
    weakCues: [],
    sections,
    origin: 'test:',
    ...more,
  };
}

/** One wording to avoid. */
export function entry(
  id: string,
  match: readonly string[],
  rewrites: readonly string[],
  more: Partial<WordingEntry> = {},
): WordingEntry {
  return {
    id,
    match,
    rewrites,
    unless: [],
    why: both(`${id}：换个说法。`, `${id}: say it another way.`),
    ...more,
  };
}

/** A list of wordings for a rule. */
export function wordingList(rule: WordingRule, entries: readonly WordingEntry[]): WordingList {
  return { id: rule.replaceAll('.', '-'), rule, title: both(rule, rule), entries, origin: 'test:' };
}

/** Five sections: three required, one the question may call for, one for extra marks. */
export const LAMP = framework(
  'lamp',
  '路灯报修',
  [
    section(
      'attitude',
      '态度',
      [
        point('apologise', '道歉', ['道歉', '赔不是']),
        point('thank', '感谢', ['谢谢提醒'], { need: 'optional' }),
      ],
      {
        source: { document: '900', lines: '3-4' },
      },
    ),
    section('verify', '核实', [point('look', '看现场', ['查看灯杆']), point('ask', '问清楚', ['问清时间'])]),
    section('handle', '处理', [
      point('repair', '维修', ['更换灯泡']),
      point('real', '确有其事', ['确实坏了'], { need: 'optional', branch: 'case' }),
      point('mistaken', '误会', ['其实没坏'], { need: 'optional', branch: 'case' }),
    ]),
    section('soothe', '安抚', [point('calm', '劝慰', ['请他坐下'])], {
      need: 'conditional',
      whenCues: ['吵闹'],
    }),
    section('lasting', '长效', [point('patrol', '巡查', ['每月巡灯'])], {
      need: 'optional',
      source: { document: '900' },
    }),
  ],
  { kinds: ['interpersonal', 'emergency'], cues: ['路灯'], weakCues: ['报修'] },
);

/** A second framework, so that there is something to choose. */
export const QUEUE = framework(
  'queue',
  '排队疏导',
  [
    section('open', '开窗', [point('window', '加开窗口', ['加开窗口'])]),
    section('guide', '引导', [point('lead', '引导', ['引导取号'])]),
  ],
  { kinds: ['planning'], cues: ['排队'], weakCues: ['大厅'] },
);

/** One entry of every kind of wording; the words are the tests' own. */
export const WORDING: readonly WordingList[] = [
  {
    ...wordingList('wording.taboo', [
      entry('hurry', ['急什么'], ['您别着急', '我马上给您看'], { source: { document: '901', lines: '7' } }),
      entry('ask-others', ['去问别人', '问别人去'], ['我帮您问问']),
    ]),
    spoken: true,
  },
  wordingList('wording.dignity', [entry('gang', ['那帮闲人'], ['来反映问题的居民'])]),
  wordingList('promise.beyond-authority', [
    entry('all', ['保证全修好', '全部赔给'], ['查清后按规定办'], { unless: ['依规', '核实'] }),
  ]),
  wordingList('role.shirk', [
    entry('not-mine', ['不归我管'], ['我来联系']),
    entry('mine', ['归我管'], ['由我来跟进']),
  ]),
  wordingList('cliche', [
    entry('weight', ['高度重视'], ['当天去看']),
    entry('pool', ['凝聚合力'], ['叫上电工']),
  ]),
];

export const RUBRICS: Rubrics = { frameworks: [LAMP, QUEUE], wording: WORDING };
