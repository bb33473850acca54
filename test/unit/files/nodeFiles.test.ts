import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { textOfFile } from '../../../server/src/files/decode';
import { nodeFiles } from '../../../server/src/files/nodeFiles';

let root: string;
setup(() => (root = mkdtempSync(join(tmpdir(), 'zhangfa-files-'))));
teardown(() => rmSync(root, { recursive: true, force: true }));

const read = async (name: string): Promise<ReturnType<typeof textOfFile>> =>
  textOfFile(await nodeFiles.read(pathToFileURL(join(root, name)).toString()));

suite('files/nodeFiles', () => {
  test('a file is read; one that is larger than any writer makes is not', async () => {
    writeFileSync(join(root, 'a.yaml'), '甲');
    assert.deepEqual(await read('a.yaml'), { text: '甲' });
    truncateSync(join(root, 'a.yaml'), 3_000_000_000);
    assert.deepEqual(await read('a.yaml'), { reason: 'too-large' });
  });

  test('what never ends is not begun: pipes, devices, folders', async function () {
    if (process.platform === 'win32') this.skip();
    execFileSync('mkfifo', [join(root, 'pipe.yaml')]);
    symlinkSync('/dev/zero', join(root, 'zero.yaml'));
    symlinkSync('.', join(root, 'round.yaml'));
    for (const name of ['pipe.yaml', 'zero.yaml', 'round.yaml', 'gone.yaml'])
      assert.deepEqual(await read(name), { reason: 'gone' }, name);
    const folder = pathToFileURL(root).toString();
    assert.deepEqual(await nodeFiles.find(folder, ['*.yaml'], 10), []);
  });
});
