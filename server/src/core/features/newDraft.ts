import type { Framework } from '../framework/types';
import { stringify } from 'yaml';

/** The text of a new draft: front matter with the question and the framework, and every section's outline. */
export function newDraft(framework: Framework, question: string): string {
  const frontMatter = stringify(
    { question: question.trim().replace(/\s*\n\s*/g, ''), framework: framework.id },
    { lineWidth: 0 },
  );
  const sections = framework.sections.map(({ title, scaffold }) => `## ${title.zh}\n\n${scaffold.trim()}\n`);
  return `---\n${frontMatter}---\n\n${sections.join('\n')}`;
}
