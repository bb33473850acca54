import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { DocumentProblem } from '../../../server/src/documents/problems';

export const FIRST = '先请几位邻居坐下，把话一句一句听完。';
export const SECOND = '再带上师傅去看路灯，一盏一盏数清楚。';
export const THIRD = '修好之后再打一遍电话，问还满意不满意。';

/** A folder that every test of a suite has anew. */
export interface DocumentFolder {
  readonly path: string;
  /** Writes a file in it. @returns its path */
  write(path: string, content?: string | Uint8Array): string;
  /** A problem as `path kind detail`, with the path in the folder. */
  shown(problem: DocumentProblem): string;
}

/** To be called in a suite. */
export function documentFolder(): DocumentFolder {
  let root = '';
  setup(() => {
    root = mkdtempSync(join(tmpdir(), 'zhangfa-documents-'));
  });
  teardown(() => rmSync(root, { recursive: true, force: true }));
  return {
    get path() {
      return root;
    },
    write(path, content = FIRST + SECOND + THIRD) {
      const whole = join(root, path);
      mkdirSync(dirname(whole), { recursive: true });
      writeFileSync(whole, content);
      return whole;
    },
    shown({ path, kind, detail }) {
      return `${path === '.' ? '.' : relative(root, path)} ${kind} ${detail ?? ''}`.trim();
    },
  };
}
