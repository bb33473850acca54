/**
 * Draws media/icon.png (128 × 128, what the marketplace shows) from media/icon.svg with Chromium.
 * `node media/icon.mjs [PATH OF CHROMIUM]`, after a change of the drawing.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const SIZE = 128;
const here = dirname(fileURLToPath(import.meta.url));
const chromium = process.argv[2] ?? 'chromium';
const folder = mkdtempSync(join(tmpdir(), 'zhangfa-icon-'));
try {
  // The page draws the picture and prints it: a screenshot has the size of a window, whatever that is.
  const drawing = readFileSync(join(here, 'icon.svg')).toString('base64');
  const page = join(folder, 'icon.html');
  writeFileSync(
    page,
    `<img src="data:image/svg+xml;base64,${drawing}"><script>
      onload = () => {
        const canvas = Object.assign(document.createElement('canvas'), { width: ${SIZE}, height: ${SIZE} });
        canvas.getContext('2d').drawImage(document.querySelector('img'), 0, 0, ${SIZE}, ${SIZE});
        document.body.textContent = canvas.toDataURL('image/png');
      };
    </script>`,
  );
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${folder}`, '--dump-dom'];
  const { stdout, stderr, error } = spawnSync(chromium, [...flags, pathToFileURL(page).href], {
    encoding: 'utf8',
  });
  if (error) throw error;
  const [, picture] = /data:image\/png;base64,([A-Za-z0-9+/=]+)<\/body>/.exec(stdout) ?? [];
  if (!picture) throw new Error(`No picture from ${chromium}:\n${stderr}`);
  writeFileSync(join(here, 'icon.png'), Buffer.from(picture, 'base64'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
