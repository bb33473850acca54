import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/rubrics';
import type { Files } from './tempFolder';

/** The text of a file in test/fixtures/protocol. */
export function fixture(name: string): string {
  return readFileSync(join(ROOT, 'test/fixtures/protocol', name), 'utf8');
}

/** A writer's framework of the sections 倾听, 调解 and 回访, so that no test hangs on the built-in rubrics. */
export const FRAMEWORK = fixture('neighbours.yaml');
/** A writer's list of words, with 少来敲门 among them. */
export const WORDING = fixture('wording.yaml');
/** A draft for that framework: 回访 is missing, 调解 has a placeholder left, 少来敲门 is said. */
export const DRAFT = fixture('leak.md');
export const DRAFT_CODES = ['section.missing', 'wording.taboo', 'section.weak'];

/** The folder a writer has with rubrics of his own. */
export const OWN_RUBRICS: Files = {
  '.zhangfa/rubrics/neighbours.yaml': FRAMEWORK,
  '.zhangfa/rubrics/wording.yaml': WORDING,
};

/** The same framework under another name and with another title. */
export function framework(id: string, title: string): string {
  return FRAMEWORK.replace('id: neighbours', `id: ${id}`).replace('邻里调解', title);
}

/** Markdown in GB18030, which no UTF-8 decoder takes: 题目 */
export const GB18030 = Buffer.from([0x23, 0x20, 0xcc, 0xe2, 0xc4, 0xbf, 0x0a]);
/** What an image begins with. */
export const BINARY = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d]);
