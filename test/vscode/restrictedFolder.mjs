/**
 * A folder as a stranger might send it: its settings name files of the machine, and a link among its documents
 * leads out of it. Links are made here because not every file system lets a repository hold them.
 */
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from './cleanup.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const TEXT = '先到现场一盏一盏地看，再把哪一天修好写在单元门口。\n';

/** @returns {{ folder: string, path: string, remove: () => void }} `folder` is to be opened */
export function restrictedFolder() {
  const temporary = temporaryFolder();
  const folder = join(temporary.path, 'folder');
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  mkdirSync(join(folder, 'documents'));
  cpSync(join(here, 'workspace/路灯.md'), join(folder, '路灯.md'));
  writeFileSync(join(folder, 'documents/手册.txt'), TEXT);
  writeFileSync(join(temporary.path, '秘密.txt'), TEXT);
  symlinkSync(join(temporary.path, '秘密.txt'), join(folder, 'documents/秘密.txt'));
  const settings = {
    'zhangfa.documents': [temporary.path],
    'zhangfa.rubrics': [temporary.path],
    'zhangfa.minutes': 7,
  };
  writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify(settings));
  return { ...temporary, folder };
}
