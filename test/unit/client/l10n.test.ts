import * as assert from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { RULE_CODES } from '../../../server/src/core/rules/types';

/** From out/test/unit/client. */
const ROOT = join(__dirname, '../../../..');

function json(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Record<string, unknown>;
}

/** The texts given to `l10n.t`, with the file of each; a text that is not written out cannot be translated. */
function keysInSource(): Map<string, string> {
  const keys = new Map<string, string>();
  const folder = join(ROOT, 'client/src');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    const source = ts.createSourceFile(
      name,
      readFileSync(join(folder, name), 'utf8'),
      ts.ScriptTarget.Latest,
    );
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && /(?:^|\.)l10n\.t$/.test(node.expression.getText(source))) {
        const key = node.arguments[0];
        assert.ok(
          key && ts.isStringLiteralLike(key),
          `${name}: l10n.t needs a text written out: ${node.getText(source)}`,
        );
        keys.set(key.text, name);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return keys;
}

const placeholders = (text: string): string[] => [...new Set(text.match(/\{\d+\}/g) ?? [])].sort();

suite('Texts of the client', () => {
  const bundle = json('l10n/bundle.l10n.zh-cn.json');
  const keys = keysInSource();

  test('every text has a Chinese one', () => {
    assert.ok(keys.size > 0);
    for (const [key, file] of keys)
      assert.ok(typeof bundle[key] === 'string' && bundle[key] !== '', `${file}: ${key}`);
  });

  test('no Chinese text is left over', () => {
    assert.deepStrictEqual(
      Object.keys(bundle).filter((key) => !keys.has(key)),
      [],
    );
  });

  test('the Chinese texts have the placeholders of the English ones', () => {
    for (const [key, text] of Object.entries(bundle))
      assert.deepStrictEqual(placeholders(String(text)), placeholders(key), key);
  });
});

suite('Texts of the manifest', () => {
  const manifest = readFileSync(join(ROOT, 'package.json'), 'utf8');
  const used = new Set([...manifest.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? ''));
  const english = json('package.nls.json');
  const chinese = json('package.nls.zh-cn.json');

  test('both languages have the same keys, all with a text', () => {
    assert.deepStrictEqual(Object.keys(chinese).sort(), Object.keys(english).sort());
    for (const [key, text] of [...Object.entries(english), ...Object.entries(chinese)])
      assert.ok(typeof text === 'string' && text !== '', key);
  });

  test('the keys are those the manifest uses', () => {
    assert.deepStrictEqual(Object.keys(english).sort(), [...used].sort());
  });

  test('everything the manifest says to people is translated', () => {
    const SAID =
      /^(?:title|category|description|markdownDescription|displayName|altText|aliases|(?:user|model)Description)$/;
    const plain: string[] = [];
    const visit = (value: unknown, path: readonly string[]): void => {
      if (typeof value === 'object' && value !== null)
        for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key]);
      else if (path.some((key) => SAID.test(key)) && typeof value === 'string' && !/^%[^%]+%$/.test(value))
        plain.push(`${path.join('.')}: ${value}`);
    };
    visit(json('package.json')['contributes'], []);
    assert.deepStrictEqual(plain, []);
  });

  test('the severity of every rule can be set, and of nothing else', () => {
    const { contributes } = json('package.json') as {
      contributes: { configuration: { properties: Record<string, { properties?: object }> } };
    };
    const { properties } = contributes.configuration.properties['zhangfa.severity'] ?? {};
    assert.deepStrictEqual(Object.keys(properties ?? {}).sort(), [...RULE_CODES].sort());
  });
});
