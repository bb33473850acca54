/** So many characters of a text are shown in a warning. */
const SHOWN = 20;

/** The start of a text for a warning. */
export function startOf(text: string): string {
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}…`;
}

/** The end of a text for a warning. */
export function endOf(text: string): string {
  return text.length <= SHOWN ? text : `…${text.slice(-SHOWN)}`;
}
