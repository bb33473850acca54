import { keptWith, Shelf } from '../text/kept';

/** Something that stands in a row with others of its kind. */
export interface Member<T> {
  /** Whether a chapter ends with it. */
  readonly endsChapter: boolean;
  /** The chapter it began last. */
  chapter: Chapter<T> | undefined;
}

/**
 * A stretch of members that remembers what they add up to. What a whole draft adds up to is then added up from a few
 * dozen chapters after an edit, of which one changed. Where chapters end is up to the text there, so the same text is
 * always divided alike, whatever was edited before.
 */
export class Chapter<T> {
  static readonly shelf = new Shelf();
  readonly kept = Chapter.shelf.make();

  constructor(readonly members: readonly T[]) {}
}

/** Some members divided into chapters, with the number of the first member of each. */
export interface Chapters<T> {
  readonly chapters: readonly Chapter<T>[];
  readonly starts: readonly number[];
}

/** Divides members into chapters; those that hold the same members as before are the same objects. */
export function divide<T extends Member<T>>(members: readonly T[]): Chapters<T> {
  const chapters: Chapter<T>[] = [];
  const starts: number[] = [];
  let from = 0;
  for (let i = 0; i < members.length; i++) {
    if (members[i]?.endsChapter !== true && i < members.length - 1) continue;
    chapters.push(chapterOf(members, from, i + 1));
    starts.push(from);
    from = i + 1;
  }
  return { chapters, starts };
}

function chapterOf<T extends Member<T>>(members: readonly T[], from: number, to: number): Chapter<T> {
  const first = members[from];
  const known = first?.chapter;
  if (known && isSame(known.members, members, from, to)) return known;
  const chapter = new Chapter(members.slice(from, to));
  if (first) first.chapter = chapter;
  return chapter;
}

function isSame<T>(own: readonly T[], members: readonly T[], from: number, to: number): boolean {
  if (own.length !== to - from) return false;
  for (let i = 0; i < own.length; i++) if (own[i] !== members[from + i]) return false;
  return true;
}

/** Gives the numbers of the members for which `has` holds; a chapter is asked once. */
export function membersThat<T>(has: (member: T) => boolean): (divided: Chapters<T>) => number[] {
  const inChapter = keptWith(Chapter, ({ members }: Chapter<T>): readonly number[] => {
    let found: number[] | undefined;
    for (let i = 0; i < members.length; i++) {
      const member = members[i];
      if (member !== undefined && has(member)) (found ??= []).push(i);
    }
    return found ?? NONE;
  });
  return ({ chapters, starts }) => {
    const found: number[] = [];
    for (let i = 0; i < chapters.length; i++) {
      const chapter = chapters[i];
      if (chapter) for (const index of inChapter(chapter)) found.push((starts[i] ?? 0) + index);
    }
    return found;
  };
}

const NONE: readonly number[] = [];
