import type { RuleCode } from '../rules/types';
import { RULE_CODES, type Severity } from '../rules/types';
import type { CheckResult } from './result';

const LEVEL: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** Address of the page about a rule, or about faults of rubrics. */
export function ruleUrl(code: RuleCode | 'rubric.invalid'): string {
  return `https://github.com/zhangfa/zhangfa/blob/main/docs/rules/${code}.md`;
}

/** The result as SARIF 2.1.0, for tools that collect findings. */
export function toSarif(result: CheckResult, toolVersion: string): object {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'zhangfa',
            version: toolVersion,
            informationUri: 'https://github.com/zhangfa/zhangfa',
            rules: RULE_CODES.map((id) => ({ id, helpUri: ruleUrl(id) })),
          },
        },
        // SARIF columns count UTF-16 units too when said so.
        columnKind: 'utf16CodeUnits',
        results: result.files.flatMap(({ path, findings }) =>
          findings.map(({ code, severity, range, message }) => ({
            ruleId: code,
            level: LEVEL[severity],
            message: { text: message },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: toUri(path) },
                  region: {
                    startLine: range.start.line + 1,
                    startColumn: range.start.character + 1,
                    endLine: range.end.line + 1,
                    endColumn: range.end.character + 1,
                  },
                },
              },
            ],
          })),
        ),
      },
    ],
  };
}

/** A path as a relative reference; half of a surrogate pair cannot be encoded and is replaced. */
function toUri(path: string): string {
  const whole = path.replace(
    /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    '\ufffd',
  );
  return whole.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
}
