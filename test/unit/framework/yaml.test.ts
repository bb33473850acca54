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

  test('what is no list of keys is empty', () => {
    for (const source of ['', '先请坐', '- 先请坐']) assert.match(faults(source).join(), /^empty/, source);
  });
});
