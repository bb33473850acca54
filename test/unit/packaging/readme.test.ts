import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { RULES } from '../../../server/src/core/rules/registry';
import { ROOT } from '../../support/rubrics';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

interface Command {
  readonly command: string;
  readonly title: string;
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly Command[];
    readonly menus: {
      readonly commandPalette: readonly { readonly command: string; readonly when: string }[];
    };
    readonly keybindings: readonly {
      readonly command: string;
      readonly key: string;
      readonly mac?: string;
    }[];
    readonly configuration: {
      readonly properties: Readonly<
        Record<string, { readonly default: unknown; readonly minimum?: number; readonly maximum?: number }>
      >;
    };
  };
}

const { contributes } = JSON.parse(read('package.json')) as Manifest;
const words = (file: string): Readonly<Record<string, string>> =>
  JSON.parse(read(file)) as Readonly<Record<string, string>>;
const [english, chinese] = [words('package.nls.json'), words('package.nls.zh-cn.json')];

/** The rows of the table below a heading of a page, as their cells. */
function table(page: string, heading: string): string[][] {
  const part = page.split(new RegExp(`^##? ${heading}$`, 'm'))[1]?.split(/^## /m)[0] ?? '';
  const rows = [...part.matchAll(/^\|(.+)\|$/gm)].map(([, row = '']) => row.split('|'));
  return rows.slice(2).map((cells) => cells.map((cell) => cell.trim()));
}

/** `Ctrl+Alt+Enter`, of what the manifest writes in small letters. */
function key(binding: string): string {
  return binding.replace(/(^|\+)([a-z])/g, (_, plus: string, letter: string) => plus + letter.toUpperCase());
}

suite('What README and docs say of commands, settings, rules and files', () => {
  const readme = read('README.md');
  const pages = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', 'rubrics/README.md'].concat(
    ['docs', 'docs/rules'].flatMap((folder) =>
      readdirSync(join(ROOT, folder))
        .filter((name) => name.endsWith('.md'))
        .map((name) => `${folder}/${name}`),
    ),
  );

  test('its table of commands has those of the palette, with their titles and keys', () => {
    const hidden = new Set(
      contributes.menus.commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command),
    );
    const shown = contributes.commands.filter(({ command }) => !hidden.has(command));
    const expected = shown.map(({ command, title }) => {
      const name = title.replaceAll('%', '');
      const bound = contributes.keybindings.find((one) => one.command === command);
      const mac = bound?.mac === undefined ? '' : `（macOS \`${key(bound.mac)}\`）`;
      return [chinese[name], english[name], bound === undefined ? '' : `\`${key(bound.key)}\`${mac}`];
    });
    const listed = table(readme, '命令');
    assert.deepEqual(listed.toSorted(), expected.toSorted());
  });

  test('its table of settings has all of them, with their defaults', () => {
    const shown = (value: unknown): string =>
      value === '' ? '空' : `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
    assert.deepEqual(
      table(readme, '设置').map(([name, value]) => [name, value]),
      Object.entries(contributes.configuration.properties).map(([name, property]) => [
        `\`${name}\``,
        shown(property.default),
      ]),
    );
  });

  test('its table of snippets has all of them, by what one types', () => {
    // JSON with comments and trailing commas, which YAML understands.
    const snippets = Object.values(
      parse(read('snippets/drafts.code-snippets')) as Record<string, { readonly prefix: readonly string[] }>,
    );
    assert.deepEqual(
      table(readme, '片段').map(([prefixes]) => prefixes),
      snippets.map(({ prefix }) => prefix.map((one) => `\`${one}\``).join(' ')),
    );
  });

  test('settings that pages name are there, and their bounds are those of the manifest', () => {
    const { properties } = contributes.configuration;
    let bounds = 0;
    for (const page of pages) {
      const text = read(page);
      for (const [, name = ''] of text.matchAll(/`"?(zhangfa\.[\w.]+)"?[:`]/g))
        assert.ok(name in properties || name === 'zhangfa.vsix', `${page}: ${name}`);
      for (const [said, name = '', low, high] of text.matchAll(
        /`(zhangfa\.\w+)`[^。\n]{0,40}?(\d+)–(\d+)/g,
      )) {
        const { minimum, maximum } = properties[name] ?? {};
        bounds++;
        assert.deepEqual([Number(low), Number(high)], [minimum, maximum], `${page}: ${said}`);
      }
    }
    assert.ok(bounds >= 2, 'README and result-format.md say how fast one may speak');
  });

  test('the rules have the severities they are said to have', () => {
    const names = { error: '错误', warning: '警告', information: '提示', hint: '建议' } as const;
    const listed = new Map(
      table(read('docs/rules/README.md'), '规则').map(([link = '', severity = '']) => [
        /`(.+?)`/.exec(link)?.[1],
        /`(.+?)`/.exec(severity)?.[1],
      ]),
    );
    for (const { code, severity } of RULES) {
      assert.equal(listed.get(code), severity, code);
      for (const nls of [english, chinese])
        assert.equal(/`(\w+)`/.exec(nls[`rule.${code}`] ?? '')?.[1], severity, code);
      const page = read(`docs/rules/${code}.md`);
      assert.ok(page.includes(`${names[severity]}（\`${severity}\`）`), code);
      for (const [said, name] of page.matchAll(/默认(?:级别)?(?:是|为)“?([\u4e00-\u9fff]{2})/g))
        assert.equal(name, names[severity], `${code}: ${said}`);
    }
  });

  test('the files that pages name or link to are there', () => {
    // Code is named by its path below one of these, at times without the ending of its name.
    const isThere = (path: string): boolean =>
      ['', 'server/src', 'server/src/core'].some((folder) =>
        [path, `${path}.ts`].some((name) => existsSync(join(ROOT, folder, name))),
      );
    const named =
      /`((?:client|core|docs|draft|framework|lsp|media|references|rubrics|rules|server|test|text)\/[\w./-]*\w)\/?`/g;
    for (const page of pages) {
      const text = read(page);
      for (const [, link = ''] of text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g))
        assert.ok(existsSync(join(ROOT, dirname(page), link)), `${page}: ${link}`);
      for (const [, path = ''] of text.matchAll(named)) assert.ok(isThere(path), `${page}: ${path}`);
    }
  });

  test('what pages say is in a file is in it', () => {
    let said = 0;
    for (const page of pages) {
      for (const [, path = '', name = ''] of read(page).matchAll(/`([\w./-]+\.ts)` 的 `(#?\w+)`/g)) {
        const file = ['', 'server/src', 'server/src/core', 'server/src/core/rules', 'client/src']
          .map((folder) => join(folder, path))
          .find((one) => existsSync(join(ROOT, one)));
        assert.ok(file !== undefined && read(file).includes(name), `${page}: ${name} in ${path}`);
        said++;
      }
    }
    assert.ok(said >= 4, 'architecture.md and CONTRIBUTING.md name constants and methods');
  });

  test('the structure names files that are there', () => {
    const files = new Set(
      ['client/src', 'server/src'].flatMap((folder) =>
        readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) => basename(path)),
      ),
    );
    for (const [, name = ''] of read('docs/architecture.md').matchAll(/`(?:[\w-]+\/)*([\w-]+\.ts)`/g))
      if (!name.endsWith('.test.ts')) assert.ok(files.has(name), name);
  });

  test('its contents list every part', () => {
    const parts = [...readme.matchAll(/^## (.+)$/gm)].map(([, title = '']) => title);
    const listed = [...readme.matchAll(/(?<=· |^)\[([^\]]+)\]\(#[^)]+\)(?= ·|$)/gm)].map(
      ([, title]) => title,
    );
    assert.deepEqual(
      listed,
      parts.filter((title) => title !== '许可'),
    );
  });

  test('CONTRIBUTING.md has every script one runs by hand', () => {
    const { scripts } = JSON.parse(read('package.json')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const contributing = read('CONTRIBUTING.md');
    for (const name of Object.keys(scripts).filter((one) => !/^pre|^vscode:/.test(one))) {
      const written = name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`;
      assert.match(contributing, new RegExp(`^\\|.*\`${written}[ \`]`, 'm'), name);
    }
  });
});
