import assert from 'node:assert/strict';
import { parseDraft } from '../../server/src/core/draft/draft';
import type { RuleCode } from '../../server/src/core/rules/types';
import { checkRule, type Found, type TestOptions } from './check';
import { crlf, mark, marked } from './marked';

/** A draft in which a rule finds what is marked «…», in this order. */
export interface Invalid {
  readonly name?: string;
  readonly text: string;
  /** Of the first finding, in Chinese: the whole text, or what it has to match. */
  readonly message: string | RegExp;
  /** The same in English. */
  readonly english?: string | RegExp;
  readonly severity?: Found['severity'];
  readonly options?: TestOptions;
}

/** A draft in which a rule finds nothing. */
export interface Valid {
  readonly name?: string;
  readonly text: string;
  readonly options?: TestOptions;
}

export interface RuleCases {
  readonly options?: TestOptions;
  readonly valid: readonly (string | Valid)[];
  readonly invalid: readonly Invalid[];
}

/**
 * Defines a test for every case of a rule. Every invalid case is also checked with Windows line ends and after lone
 * surrogates and emoji, and with the rule switched off in every way there is.
 */
export function testRule(code: RuleCode, cases: RuleCases): void {
  for (const valid of cases.valid) {
    const { text, name = text, options } = typeof valid === 'string' ? { text: valid } : valid;
    test(`accepts ${title(name)}`, () => {
      assert.deepEqual(shown(text, checkRule(code, text, { ...cases.options, ...options })), text);
    });
  }
  for (const invalid of cases.invalid) {
    const options = { ...cases.options, ...invalid.options };
    const { text } = marked(invalid.text);
    test(`finds ${title(invalid.name ?? invalid.text)}`, () => checkInvalid(code, invalid, options));
    test(`off: ${title(invalid.name ?? invalid.text)}`, () => {
      assert.deepEqual(checkRule(code, text, { ...options, severity: { [code]: 'off' } }), []);
      assert.deepEqual(foundAfterDisabling(code, text, options), []);
      assert.deepEqual(checkRule(code, disabledInFrontMatter(text, code), options), []);
    });
  }
}

function checkInvalid(code: RuleCode, invalid: Invalid, options: TestOptions): void {
  const { text, ranges } = marked(invalid.text);
  const findings = checkRule(code, text, options);
  assert.equal(shown(text, findings), mark(text, ranges));
  assert.equal(findings.length, ranges.length, 'number of findings');
  matches(findings[0]?.message, invalid.message);
  if (invalid.english !== undefined)
    matches(checkRule(code, text, { ...options, locale: 'en' })[0]?.message, invalid.english);
  if (invalid.severity) assert.equal(findings[0]?.severity, invalid.severity);
  const windows = marked(crlf(invalid.text));
  assert.equal(
    shown(windows.text, checkRule(code, windows.text, options)),
    mark(windows.text, windows.ranges),
    'with Windows line ends',
  );
}

/** Marks what was found; several findings at one place are marked once. */
function shown(text: string, findings: readonly Found[]): string {
  return mark(
    text,
    findings.map(({ range }) => range),
  );
}

function matches(actual: string | undefined, expected: string | RegExp): void {
  if (typeof expected === 'string') assert.equal(actual, expected);
  else assert.match(actual ?? '', expected);
}

/** What is still found below a comment that switches the rule off at the start of the text, after front matter. */
function foundAfterDisabling(code: RuleCode, text: string, options: TestOptions): Found[] {
  const start = parseDraft(text).frontMatter.range.to;
  const comment = `\n<!-- zhangfa-disable ${code} -->\n\n`;
  const disabled = text.slice(0, start) + comment + text.slice(start);
  return checkRule(code, disabled, options).filter(({ range }) => range.from >= start + comment.length);
}

function disabledInFrontMatter(text: string, code: string): string {
  return /^---\r?\n/.test(text)
    ? text.replace(/^---\r?\n/, (fence) => `${fence}zhangfa-disable: [${code}]\n`)
    : `---\nzhangfa-disable: [${code}]\n---\n\n${text}`;
}

function title(text: string): string {
  return text.replaceAll('\n', '⏎').slice(0, 60);
}
