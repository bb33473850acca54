import type {
  Rubrics,
  System,
  SystemKind,
  SystemMember,
  SystemUse,
} from '../../server/src/core/framework/types';
import { RUBRICS } from './fixtureRubrics';
import { lines } from './marked';

const both = (zh: string, en: string): { zh: string; en: string } => ({ zh, en });

/** A member with the given cues; everything else as a rubric that says nothing more. */
export function member(
  id: string,
  title: string,
  cues: readonly string[],
  more: Partial<SystemMember> = {},
): SystemMember {
  return {
    id,
    title: both(title, id),
    note: both('', ''),
    need: 'optional',
    phrases: [],
    cues,
    weakCues: [],
    whenCues: [],
    avoid: [],
    at: [],
    ...(cues[0] === undefined ? {} : { scaffold: `我${cues[0]}【${title}】。` }),
    ...more,
  };
}

/** A system with the given members. */
export function system(
  kind: SystemKind,
  id: string,
  title: string,
  use: SystemUse,
  members: readonly SystemMember[],
  more: Partial<System> = {},
): System {
  return {
    kind,
    id,
    title: both(title, id),
    why: both(`${title}有用。`, `${id} helps.`),
    use,
    names: [],
    kinds: [],
    whenCues: [],
    sections: [],
    members,
    denied: [],
    origin: 'test:',
    ...more,
  };
}

/** A whole of four steps, called 闭环. */
export const LOOP = system(
  'method',
  'loop',
  '报修四步',
  'all',
  [
    member('take', '接单', ['接下报修']),
    member('mend', '修理', ['爬上灯杆'], { phrases: ['当天修好'] }),
    member('tell', '告知', ['打电话告诉']),
    member('learn', '改进', ['改了巡灯表'], { weakCues: ['改进'] }),
  ],
  { names: ['闭环'], whenCues: ['报修', '路灯'], kinds: ['emergency'] },
);

/** Small acts, of which two in a paragraph tell it. */
export const LISTENING = system(
  'method',
  'listening',
  '倾听动作',
  'any',
  [
    member('nod', '点头', ['点点头']),
    member('sit', '坐下', ['坐到他旁边', '坐到']),
    member('write', '记下', ['记在本上'], { weakCues: ['记录'] }),
  ],
  { whenCues: ['吵闹'] },
);

/** Methods of their own. */
export const FAMILY = system(
  'method',
  'family',
  '三法',
  'family',
  [
    member('swap', '换位思考法', ['换成我', '站在他'], {
      phrases: ['换位思考'],
      whenCues: ['抱怨', '不满'],
      note: both('站到对方那边想。', 'Think from the other side.'),
    }),
    member('consult', '民主协商法', ['商量', '签字'], { phrases: ['民主协商'], whenCues: ['分歧'] }),
    member('model', '典型示范法', ['带头'], { weakCues: ['宣传'], whenCues: ['推行'] }),
  ],
  { kinds: ['emergency'] },
);

/** Branches the question may put. */
export const VISITORS = system(
  'situation',
  'visitors',
  '来的是谁',
  'each',
  [
    member('frail', '行动不便的', ['搀扶'], { whenCues: ['老人'] }),
    member('reporter', '举报的', ['替他保密'], { whenCues: ['举报'] }),
    member('plain', '一般的', ['请坐'], { whenCues: ['来人'], at: ['lamp#attitude'] }),
  ],
  { whenCues: ['上门'], sections: ['lamp/verify'] },
);

/** Two halves the question may put. */
export const TRIAGE = system(
  'situation',
  'triage',
  '两档',
  'all',
  [member('now', '马上修', ['马上更换']), member('later', '以后修', ['列进计划'])],
  { whenCues: ['经费不够'], sections: ['lamp/handle'] },
);

/** Items to check. */
export const PAPERS = system(
  'checklist',
  'papers',
  '登记要点',
  'all',
  [
    member('pole', '灯杆号', ['灯杆号']),
    member('time', '时间', ['几点坏的']),
    member('again', '为何又坏', ['又坏的原因'], { whenCues: ['总坏'] }),
    member('rude', '不说重话', [], { rule: 'wording-taboo/hurry' }),
  ],
  { whenCues: ['登记'] },
);

/** Wording of the past. */
export const CAMPAIGN = system(
  'fact',
  'campaign',
  '旧活动',
  'any',
  [
    member('bright', '亮灯行动', [], {
      phrases: ['亮灯行动'],
      note: both('某年的活动。', 'A campaign of its time.'),
    }),
  ],
  { status: 'history-verify', date: '2009', source: { document: '902', lines: '5' } },
);

/** Why things are as they are. */
export const CAUSES = system(
  'fact',
  'causes',
  '为什么总坏',
  'any',
  [member('old', '线路老化', [], { phrases: ['线路老化'] })],
  { status: 'background' },
);

/** A set of three expressions. */
export const VOICES = system(
  'saying',
  'voices',
  '三声',
  'all',
  [
    member('come', '来时', [], { phrases: ['来有应声'] }),
    member('ask', '问时', [], { phrases: ['问有答话'] }),
    member('leave', '走时', [], { phrases: ['走有道别'] }),
  ],
  { source: { document: '903' }, whenCues: ['迎来送往'] },
);

/** Words that may only be criticised. */
export const AIRS = system('saying', 'airs', '架子', 'any', [
  member('lofty', '不摆架子', [], { avoid: ['摆架子'], instead: '坐下来商量' }),
]);

export const SYSTEMS: readonly System[] = [
  LOOP,
  LISTENING,
  FAMILY,
  VISITORS,
  TRIAGE,
  PAPERS,
  CAMPAIGN,
  CAUSES,
  VOICES,
  AIRS,
];

/** The rubrics of the other tests with systems. */
export const WITH_SYSTEMS: Rubrics = { ...RUBRICS, systems: SYSTEMS };

/** A draft that uses some of their methods, and whose question calls for others. */
export const SYSTEMS_DRAFT = lines(
  '---',
  'question: 老人上门抱怨路灯，怎么办？',
  '---',
  '',
  '我点点头，坐到他旁边。',
  '',
  '我民主协商，来有应声，问有答话。',
  '',
);
