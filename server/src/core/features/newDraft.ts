import type { Framework } from '../framework/types';
import { stringify } from 'yaml';

/** The text of a new draft: front matter with the question and the framework, and every section's outline. */
export function newDraft(framework: Framework, question: string): string {
  const sections = framework.sections.map(({ title, scaffold }) => `## ${title.zh}\n\n${scaffold.trim()}\n`);
  return `${frontMatter({ question: oneLine(question), framework: framework.id })}\n${sections.join('\n')}`;
}

/** A draft that has nothing but its question, to see which framework the question calls for. */
export function questionOnly(question: string): string {
  return frontMatter({ question: oneLine(question) });
}

function frontMatter(keys: Readonly<Record<string, string>>): string {
  return `---\n${stringify(keys, { lineWidth: 0 })}---\n`;
}

function oneLine(question: string): string {
  return question.trim().replace(/\s*\n\s*/g, '');
}
