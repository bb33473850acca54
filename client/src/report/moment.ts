import { env } from 'vscode';

/** A moment as the writer's language has it. */
export function moment(at: number): string {
  return new Intl.DateTimeFormat(env.language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}
