/** Characters of a draft, resp. bytes of a file, that are looked at; an answer has some thousand. */
export const MAX_DRAFT = 2_000_000;
