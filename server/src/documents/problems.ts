import type { Locale } from '../core/messages/messages';

/** Why a file, or a place where files were looked for, gave nothing. */
export type ProblemKind =
  | 'gone'
  | 'no-match'
  | 'unreadable'
  | 'untrusted'
  | 'outside'
  | 'not-a-file'
  | 'loop'
  | 'too-deep'
  | 'too-many'
  | 'too-large'
  | 'unsupported'
  | 'not-here'
  | 'binary'
  | 'encoding'
  | 'mojibake'
  | 'encrypted'
  | 'corrupt'
  | 'bomb'
  | 'timeout'
  | 'memory'
  | 'no-text'
  | 'failed';

/** A file or folder that could not be read; the others are. */
export interface DocumentProblem {
  readonly path: string;
  readonly kind: ProblemKind;
  /** What the message names besides: a size, a count, a format. */
  readonly detail?: string;
}

/** Thrown by readers: the document cannot be read, for this reason. */
export class Unreadable extends Error {
  /** Tells it apart in every bundle: the readers are files of their own, each with a copy of this class. */
  override readonly name = 'Unreadable';

  constructor(
    readonly kind: ProblemKind,
    readonly detail?: string,
  ) {
    super(detail === undefined ? kind : `${kind}: ${detail}`);
  }
}

/** Whether an error is `Unreadable`, whichever bundle threw it. */
export function isUnreadable(error: unknown): error is Unreadable {
  return error instanceof Error && error.name === 'Unreadable' && 'kind' in error;
}

const ZH: Readonly<Record<ProblemKind, (detail: string) => string>> = {
  gone: () => '没有这个文件或文件夹',
  'no-match': () => '没有匹配的文件',
  unreadable: () => '没有权限读取',
  untrusted: () => '工作区未受信任，没有读工作区以外的文件；信任工作区以后会读',
  outside: () => '链接通向文件夹以外，没有读',
  'not-a-file': () => '不是普通文件',
  loop: () => '符号链接绕回了上层文件夹，没有再进去',
  'too-deep': (levels) => `文件夹超过 ${levels} 层，没有再进去`,
  'too-many': (count) => `文件太多，只读了 ${count}`,
  'too-large': (size) => `文件太大（上限 ${size}）`,
  unsupported: (format) => `不支持 ${format} 格式，请另存为 docx、pdf 或 txt`,
  'not-here': (format) => `浏览器里读不了 ${format}，请在桌面版 VS Code 中打开，或另存为 docx、txt`,
  binary: () => '不是文本文件',
  encoding: () => '认不出文字编码（认得 UTF-8、UTF-16、GB18030/GBK、Big5）',
  mojibake: () => '是乱码：文字曾用错误的编码转存，没有收入',
  encrypted: () => '有密码，打不开',
  corrupt: (detail) => `文件损坏${detail ? `（${detail}）` : ''}`,
  bomb: (detail) => `压缩包异常（${detail}），没有解开`,
  timeout: (seconds) => `读了 ${seconds} 秒还没有读完，已放弃`,
  memory: () => '内容太多，读它要用的内存超过了上限，已放弃',
  'no-text': (detail) => (detail === 'pdf' ? '没有文字层（可能是扫描件），需要先做文字识别' : '没有中文文字'),
  failed: (detail) => `读取时出错${detail ? `：${detail}` : ''}`,
};

const EN: Readonly<Record<ProblemKind, (detail: string) => string>> = {
  gone: () => 'no such file or folder',
  'no-match': () => 'nothing matches',
  unreadable: () => 'permission denied',
  untrusted: () => 'outside a workspace that is not trusted; not read until you trust it',
  outside: () => 'a link leads out of the folder; not read',
  'not-a-file': () => 'not a regular file',
  loop: () => 'a symbolic link leads back to a folder above; not entered again',
  'too-deep': (levels) => `more than ${levels} folders deep; not entered`,
  'too-many': (count) => `too many files; read ${count}`,
  'too-large': (size) => `too large (limit ${size})`,
  unsupported: (format) => `${format} is not supported; save it as docx, pdf or txt`,
  'not-here': (format) =>
    `${format} cannot be read in a browser; use desktop VS Code, or save it as docx or txt`,
  binary: () => 'not a text file',
  encoding: () => 'unknown encoding (UTF-8, UTF-16, GB18030/GBK and Big5 are known)',
  mojibake: () => 'garbled: it was once converted from a wrong encoding; not used',
  encrypted: () => 'protected by a password',
  corrupt: (detail) => `damaged${detail ? ` (${detail})` : ''}`,
  bomb: (detail) => `suspicious archive (${detail}); not unpacked`,
  timeout: (seconds) => `not read after ${seconds} seconds; given up`,
  memory: () => 'holds too much; reading it takes more memory than allowed; given up',
  'no-text': (detail) =>
    detail === 'pdf' ? 'no text layer (a scan?); needs text recognition first' : 'no Chinese text',
  failed: (detail) => `error while reading${detail ? `: ${detail}` : ''}`,
};

/** Whether something told by others is a kind of problem there are words for. */
export function isProblemKind(value: unknown): value is ProblemKind {
  return typeof value === 'string' && Object.hasOwn(ZH, value);
}

/** What a problem says to a person, without the path. */
export function describeProblem({ kind, detail }: Omit<DocumentProblem, 'path'>, locale: Locale): string {
  return (locale === 'zh' ? ZH : EN)[kind](detail ?? '');
}

/** A problem in a machine-readable result, see docs/result-format.md. */
export interface ProblemJson {
  readonly path: string;
  readonly kind: ProblemKind;
  readonly message: string;
}

/** A problem for a machine-readable result. */
export function toProblemJson(problem: DocumentProblem, locale: Locale): ProblemJson {
  return { path: problem.path, kind: problem.kind, message: describeProblem(problem, locale) };
}
