import type { Range } from 'vscode-languageserver-types';
import type { DocumentInfo, MethodState, OutlineSection, PhraseItem } from '../../../server/src/lsp/protocol';
import { statusWords, type Words } from '../coverage';
import { documentFacts, unreadFirst } from '../documentFacts';

/** What a click on a node does. */
export type Click =
  | { readonly type: 'reveal'; readonly range: Range }
  | { readonly type: 'document'; readonly info: DocumentInfo }
  | { readonly type: 'phrase'; readonly text: string };

/** One line of a tree; plain data, so that two states can be compared. */
export interface Node {
  /** The same for the same thing in the next state: what is unfolded stays so. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** Text, not Markdown. */
  readonly tooltip?: string;
  /** A codicon, and the colour of the theme it has. */
  readonly icon?: readonly [name: string, color?: string];
  /** What a screen reader says in place of the icon, the label and the description. */
  readonly spoken: string;
  /** Tells the menus what can be done with it. */
  readonly context?: string;
  readonly click?: Click;
  readonly children?: readonly Node[];
  readonly isOpen?: boolean;
  /** What the commands of its menu are about. */
  readonly section?: string;
  readonly method?: { readonly id: string; readonly member?: string };
  readonly info?: DocumentInfo;
  readonly phrase?: PhraseItem;
}

/** Three shapes that can be told apart without their colours. */
const STATUS_ICON = {
  full: ['pass', 'charts.green'],
  weak: ['color-mode', 'charts.yellow'],
  absent: ['error', 'charts.red'],
} as const;
/** An optional section that is not there is nothing to be alarmed at. */
const QUIET_ICON = ['circle-slash', 'disabledForeground'] as const;

const LACKING_ICON = ['close', 'disabledForeground'] as const;
/** A point that a full section does without lacks nothing. */
const NOT_NEEDED_ICON = ['circle-outline', 'disabledForeground'] as const;

/** The sections of the framework with their points; folded, so that all sections are seen at a glance. */
export function sectionNodes(sections: readonly OutlineSection[], l10n: Words): Node[] {
  const words = statusWords(l10n);
  return sections.map((section) => {
    const { id, title, status, need, why, range, points } = section;
    const covered = points.filter((point) => point.covered).length;
    const facts = [
      words[status],
      ...(need === 'optional' ? [l10n.t('optional')] : []),
      // A section can be full in words the points do not list: few of them would say the contrary.
      ...(points.length > 0 && (covered * 2 >= points.length || status !== 'full')
        ? [`${covered}/${points.length}`]
        : []),
    ];
    return {
      id,
      label: title,
      description: facts.join(' · '),
      tooltip: why,
      icon: status === 'absent' && need === 'optional' ? QUIET_ICON : STATUS_ICON[status],
      spoken: [title, ...facts].join(l10n.t(', ')),
      context: status === 'absent' ? 'section.absent' : 'section',
      ...(range ? { click: { type: 'reveal', range } as const } : {}),
      children: points.map((point): Node => pointNode(section, point, l10n)),
      section: id,
    };
  });
}

function pointNode(section: OutlineSection, point: OutlineSection['points'][number], l10n: Words): Node {
  const { id, title, need, covered, range } = point;
  const state = covered ? l10n.t('found') : l10n.t('not found');
  const remark = need === 'optional' ? l10n.t('optional') : undefined;
  return {
    id: `${section.id}/${id}`,
    label: title,
    ...(remark === undefined ? {} : { description: remark }),
    icon: covered ? ['check', 'charts.green'] : section.status === 'full' ? NOT_NEEDED_ICON : LACKING_ICON,
    spoken: [title, state, ...(remark === undefined ? [] : [remark])].join(l10n.t(', ')),
    context: 'point',
    ...(range ? { click: { type: 'reveal', range } as const } : {}),
  };
}

/** Methods that would fit, and methods in use. */
export function methodNodes(methods: readonly MethodState[], l10n: Words): Node[] {
  const fitting = methods.filter(({ because }) => because.length > 0);
  const used = methods.filter((method) => !fitting.includes(method));
  return [
    ...group('fitting', l10n.t('Would fit'), fitting, l10n),
    ...group('used', l10n.t('In your answer'), used, l10n),
  ];
}

function group(id: string, label: string, methods: readonly MethodState[], l10n: Words): Node[] {
  if (methods.length === 0) return [];
  const children = methods.map((method): Node => {
    const { title, detail, because, range } = method;
    const words = because.join(l10n.t(', '));
    return {
      id: [id, method.id, ...(method.member === undefined ? [] : [method.member])].join('/'),
      label: title,
      ...(words === '' ? {} : { description: words }),
      tooltip: detail,
      icon: because.length > 0 ? ['lightbulb'] : ['check', 'charts.green'],
      spoken: [title, label, ...(words === '' ? [] : [words])].join(l10n.t(', ')),
      context: because.length > 0 ? 'method.fitting' : 'method.used',
      ...(range ? { click: { type: 'reveal', range } as const } : {}),
      method: { id: method.id, ...(method.member === undefined ? {} : { member: method.member }) },
    };
  });
  return [
    {
      id,
      label,
      description: String(methods.length),
      spoken: label,
      children,
      isOpen: true,
      context: 'group',
    },
  ];
}

/** The reference documents; what asks for attention comes first. */
export function documentNodes(documents: readonly DocumentInfo[], l10n: Words): Node[] {
  return unreadFirst(documents).map((info): Node => {
    const { uri, name, warnings = [], problem } = info;
    const { title, sentences, phrases, leftOut } = documentFacts(info, l10n);
    const facts =
      problem === undefined
        ? [...phrases, ...(warnings.length > 0 ? [l10n.t('incomplete')] : [])]
        : [l10n.t('not read')];
    const more = [
      ...title,
      ...(problem === undefined ? [] : [problem]),
      ...sentences,
      ...leftOut,
      ...warnings,
    ];
    const isWarning = problem !== undefined || warnings.length > 0;
    return {
      id: uri,
      label: name,
      description: facts.join(' · '),
      tooltip: more.join('\n'),
      icon: isWarning ? ['warning', 'list.warningForeground'] : ['book'],
      spoken: [name, ...facts, ...(problem === undefined ? [] : [problem])].join(l10n.t(', ')),
      context: problem === undefined ? 'document' : 'document.unread',
      click: { type: 'document', info },
      info,
    };
  });
}

/** Phrases for the section at the cursor. */
export function phraseNodes(phrases: readonly PhraseItem[], l10n: Words): Node[] {
  return phrases.map((phrase, index): Node => {
    const { text, source, register, passage, location } = phrase;
    const manner =
      register === undefined ? [] : [register === 'spoken' ? l10n.t('spoken') : l10n.t('written')];
    const about = [...manner, source].join(' · ');
    return {
      // The same words stand in the list once; the place keeps others apart all the same.
      id: `${index}:${text}`,
      label: text,
      // There is room for the phrase; where it comes from is in the tooltip and behind the button.
      description: manner.join(''),
      tooltip: passage === undefined ? `${text}\n\n${about}` : `${text}\n\n${passage}\n\n${about}`,
      icon: ['quote'],
      spoken: [text, about].join(l10n.t(', ')),
      context: location ? 'phrase.sourced' : 'phrase',
      click: { type: 'phrase', text },
      phrase,
    };
  });
}
