import assert from 'node:assert/strict';
import type { Words } from '../../../client/src/coverage';
import {
  documentNodes,
  methodNodes,
  type Node,
  phraseNodes,
  sectionNodes,
} from '../../../client/src/sidebar/nodes';
import type { OutlineSection } from '../../../server/src/lsp/protocol';

/** English, as VS Code gives it without a bundle. */
const l10n = {
  t: (text: string, ...values: unknown[]) =>
    text.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)])),
} as Words;

const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 5 } };

function section(
  status: OutlineSection['status'],
  need: OutlineSection['need'] = 'required',
): OutlineSection {
  return {
    id: 'attitude',
    title: '态度',
    status,
    need,
    why: '先接住情绪',
    ...(status === 'absent' ? {} : { range }),
    points: [
      { id: 'apologise', title: '道歉', need: 'required', covered: status !== 'absent', range },
      { id: 'thank', title: '感谢', need: 'optional', covered: false },
    ],
  };
}

const only = (nodes: readonly Node[]): Node => {
  assert.equal(nodes.length, 1);
  const [node] = nodes;
  assert(node);
  return node;
};
const iconOf = ({ icon }: Node): string | undefined => icon?.[0];

suite('Side bar: sections', () => {
  test('each status has a shape of its own, and is said in words', () => {
    const nodes = (['full', 'weak', 'absent'] as const).map((status) =>
      only(sectionNodes([section(status)], l10n)),
    );
    assert.deepEqual(nodes.map(iconOf), ['pass', 'color-mode', 'error']);
    assert.deepEqual(
      nodes.map(({ spoken }) => spoken),
      ['态度, full, 1/2', '态度, weak, 1/2', '态度, missing, 0/2'],
    );
    assert.ok(
      nodes.every(({ isOpen }) => isOpen !== true),
      'all sections at a glance',
    );
  });

  test('one that is there leads to its place, one that is not can be inserted', () => {
    const there = only(sectionNodes([section('weak')], l10n));
    assert.deepEqual([there.click, there.context], [{ type: 'reveal', range }, 'section']);
    const absent = only(sectionNodes([section('absent')], l10n));
    assert.deepEqual(
      [absent.click, absent.context, absent.section],
      [undefined, 'section.absent', 'attitude'],
    );
  });

  test('one for extra marks is no alarm', () => {
    const node = only(sectionNodes([section('absent', 'optional')], l10n));
    assert.deepEqual([iconOf(node), node.description], ['circle-slash', 'missing · optional · 0/2']);
  });

  test('points: found ones lead to the words that show them', () => {
    const [apologise, thank] = only(sectionNodes([section('weak')], l10n)).children ?? [];
    assert(apologise && thank);
    assert.deepEqual(
      [apologise.spoken, iconOf(apologise), apologise.click],
      ['道歉, found', 'check', { type: 'reveal', range }],
    );
    assert.deepEqual(
      [thank.spoken, iconOf(thank), thank.click],
      ['感谢, not found, optional', 'close', undefined],
    );
  });
});

suite('Side bar: a full section', () => {
  const full = section('full');

  test('points it does without are not crossed out', () => {
    const [, thank] = only(sectionNodes([full], l10n)).children ?? [];
    assert(thank);
    assert.deepEqual([iconOf(thank), thank.spoken], ['circle-outline', '感谢, not found, optional']);
  });

  test('full in words the points do not list, none are counted', () => {
    const points = full.points.map((point) => ({ ...point, covered: false }));
    assert.equal(only(sectionNodes([{ ...full, points }], l10n)).description, 'full');
    const few = [...full.points, ...points];
    assert.equal(
      only(sectionNodes([{ ...full, points: few }], l10n)).description,
      'full',
      'nor where few are',
    );
    assert.equal(only(sectionNodes([{ ...section('weak'), points }], l10n)).description, 'weak · 0/2');
  });
});

suite('Side bar: methods', () => {
  const method = { id: 'ten', title: '换位思考', detail: '站到对方那边', used: true, because: [] };

  test('those that would fit come first, with the words of the question', () => {
    const fitting = { ...method, id: 'example', title: '典型示范', used: false, because: ['不配合', '观望'] };
    const nodes = methodNodes([{ ...method, member: 'a', range }, fitting], l10n);
    assert.deepEqual(
      nodes.map(({ label, children = [] }) => [label, ...children.map((child) => child.label)]),
      [
        ['Would fit', '典型示范'],
        ['In your answer', '换位思考'],
      ],
    );
    const [first, second] = nodes.flatMap(({ children = [] }) => children);
    assert.deepEqual(
      [first?.description, first?.context, first?.method],
      ['不配合, 观望', 'method.fitting', { id: 'example' }],
    );
    assert.deepEqual(
      [second?.click, second?.context, second?.method],
      [{ type: 'reveal', range }, 'method.used', { id: 'ten', member: 'a' }],
    );
  });

  test('no heading without anything below it', () => assert.deepEqual(methodNodes([], l10n), []));
});

suite('Side bar: documents', () => {
  test('what could not be read comes first, and says why', () => {
    const nodes = documentNodes(
      [
        { uri: 'file:///a.txt', name: 'a.txt', format: 'text', sentences: 9, phrases: 4, dropped: 2 },
        { uri: 'file:///b.pdf', name: 'b.pdf', problem: 'has a password' },
      ],
      l10n,
    );
    assert.deepEqual(
      nodes.map((node) => [node.label, node.description, node.tooltip, iconOf(node), node.context]),
      [
        ['b.pdf', 'not read', 'has a password', 'warning', 'document.unread'],
        ['a.txt', '4 phrases', '9 sentences\nleft out: 2', 'book', 'document'],
      ],
    );
    assert.equal(nodes[0]?.spoken, 'b.pdf, not read, has a password');
  });

  test('one that broke off is marked', () => {
    const info = { uri: 'file:///a.txt', name: 'a.txt', title: '走访', phrases: 4, warnings: ['breaks off'] };
    const node = only(documentNodes([info], l10n));
    assert.deepEqual(
      [iconOf(node), node.description, node.tooltip],
      ['warning', '4 phrases · incomplete', '走访\nbreaks off'],
    );
  });
});

suite('Side bar: phrases', () => {
  test('the phrase, where it is from, and the paragraph it stands in', () => {
    const phrase = {
      text: '先听大家把话说完',
      section: '态度',
      register: 'spoken',
      source: 'a.txt:3',
      passage: '进门先听大家把话说完，再说自己的。',
      location: { uri: 'file:///a.txt', range },
    } as const;
    const node = only(phraseNodes([phrase], l10n));
    assert.deepEqual(
      [node.label, node.description, node.context, node.click],
      ['先听大家把话说完', 'spoken', 'phrase.sourced', { type: 'phrase', text: phrase.text }],
    );
    assert.equal(node.tooltip, `${phrase.text}\n\n${phrase.passage}\n\nspoken · a.txt:3`);
    assert.equal(node.spoken, '先听大家把话说完, spoken · a.txt:3');
  });

  test('one of the built-in ones has no source to open', () => {
    const node = only(phraseNodes([{ text: '甲', section: '', source: '内置' }], l10n));
    assert.equal(node.context, 'phrase');
  });
});
