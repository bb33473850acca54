import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { URI } from 'vscode-uri';

/** Files by path relative to the folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A folder on disk for one test. */
export class TempFolder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'zhangfa-test-')));

  constructor(files: Files = {}) {
    for (const [path, content] of Object.entries(files)) this.write(path, content);
  }

  /** URI of the folder, or of a path in it, as the server writes it. */
  uri(path = ''): string {
    return URI.file(join(this.path, path)).toString();
  }

  write(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(this.path, path)), { recursive: true });
    writeFileSync(join(this.path, path), content);
  }

  read(path: string): string {
    return readFileSync(join(this.path, path), 'utf8');
  }

  remove(path = ''): void {
    rmSync(join(this.path, path), { recursive: true });
  }
}
