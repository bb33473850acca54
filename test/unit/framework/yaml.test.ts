import assert from 'node:assert/strict';
import { readYaml } from '../../../server/src/core/framework/yaml';
import { slice } from '../../support/marked';

const ANY = (): object => ({ type: 'object' });

/** What is wrong with a file: kind, the text it is shown at, and the detail. */
const faults = (source: string): string[] =>
  readYaml(source, ANY).problems.map(
    ({ kind, range, detail }) => `${kind} ${slice(source, range)}: ${detail}`,
  );

/** Each name stands for nine of the one before. */
const MULTIPLYING = [
  'a: &a [笑, 笑, 笑, 笑, 笑, 笑, 笑, 笑, 笑]',
  ...['b', 'c', 'd', 'e', 'f', 'g'].map((name, at) => {
    const before = 'abcdefg'.charAt(at);
    return `${name}: &${name} [${new Array<string>(9).fill(`*${before}`).join(', ')}]`;
  }),
].join('\n');

suite('framework/yaml', () => {
  test('a file without fault has its data', () => {
    const { problems, data } = readYaml('phrases: [先请坐]', ANY);
    assert.deepEqual([problems, data], [[], { phrases: ['先请坐'] }]);
  });

  test('an alias to nothing is shown where it stands', () => {
    const [fault, ...more] = faults('phrases: [先请坐, *nobody]');
    assert.deepEqual(more, []);
    assert.match(fault ?? '', /^syntax \*nobody: .*nobody/);
  });

  test('aliases that multiply are refused', () => {
    const [fault, ...more] = faults(MULTIPLYING);
    assert.deepEqual(more, []);
    assert.match(fault ?? '', /^syntax .*alias/i);
  });

  test('nesting without end is refused before it is read', () =>
    assert.match(faults(`a: ${'['.repeat(10_000)}`).join(), /^syntax .: nested too deeply$/));

  test('what is larger than a writer makes is refused before it is read', () => {
    assert.deepEqual(faults(`# ${'笑'.repeat(400_000)}\na: 1`), ['syntax #: too large']);
    const many = `a: &a 笑\nb: [${'*a, '.repeat(1001)}]`;
    assert.deepEqual(faults(many), ['syntax *a: too many aliases']);
  });

  test('keys that stand twice are named, however many there are', () => {
    assert.deepEqual(faults('a: 1\nb: {c: 2, d: 3, c: 4}\na: 5'), [
      'syntax a: Map keys must be unique',
      'syntax c: Map keys must be unique',
    ]);
    // Compared each with each, these would take minutes.
    const keys = Array.from({ length: 25_000 }, (_, index) => `k${index}: 笑`).join('\n');
    assert.deepEqual(readYaml(keys, ANY).problems, []);
    const unknown = readYaml(keys, () => ({ type: 'object', additionalProperties: false }));
    assert.equal(unknown.problems.length, 50);
  });

  test('what is no list of keys is empty', () => {
    for (const source of ['', '先请坐', '- 先请坐']) assert.match(faults(source).join(), /^empty/, source);
  });
});
