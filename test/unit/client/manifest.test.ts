import * as assert from 'node:assert';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FASTEST_RATE, MOST_MINUTES, SLOWEST_RATE } from '../../../server/src/core/rules/bounds';
import { RULE_CODES, SEVERITIES } from '../../../server/src/core/rules/types';
import { MOST_SUGGESTIONS } from '../../../server/src/mcp/limits';

/** From out/test/unit/client. */
const ROOT = join(__dirname, '../../../..');

interface Step {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly svg: string };
  readonly completionEvents: readonly string[];
}

interface Bounds {
  readonly minimum?: number;
  readonly maximum?: number;
}

interface Manifest {
  readonly icon: string;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly icon?: string }[];
    readonly walkthroughs: readonly { readonly steps: readonly Step[] }[];
    readonly 'markdown.previewStyles': readonly string[];
    readonly languageModelTools: readonly {
      readonly name: string;
      readonly inputSchema: { readonly properties: Readonly<Record<string, Bounds>> };
    }[];
    readonly configuration: {
      readonly properties: Readonly<Record<string, Bounds & { readonly enum?: readonly string[] }>> & {
        readonly 'zhangfa.severity': {
          readonly properties: Readonly<Record<string, { readonly enum: readonly string[] }>>;
        };
      };
    };
  };
}

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const { commands, walkthroughs, languageModelTools, configuration } = manifest.contributes;
const packed = read('.vscodeignore');
const ids = new Set(commands.map(({ command }) => command));

suite('What the manifest names', () => {
  const steps = walkthroughs.flatMap((one) => one.steps);

  for (const { id, media, completionEvents, description } of steps)
    test(`walkthrough, ${id}: a picture for every theme, a button, and done by what the button does`, () => {
      for (const language of ['', '.zh-cn']) {
        const texts = JSON.parse(read(`package.nls${language}.json`)) as Record<string, string>;
        const path = texts[media.svg.replaceAll('%', '')] ?? '';
        const picture = read(path);
        assert.ok(statSync(join(ROOT, path)).size < 10_000);
        assert.equal(/缺失|薄弱|环节|先改|草稿|文档/.test(picture), language !== '', 'its language');
        // Colours of the theme, each with one for themes that have none; nothing from elsewhere, nothing that runs.
        const colours = [...picture.matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(([, colour]) => colour ?? '');
        for (const colour of colours) assert.match(colour, /^(?:none|var\(--vscode-.+, #[0-9a-f]{6}\)+)$/);
        assert.ok(!/<script|<image|<foreignObject|href=| on\w+=/i.test(picture));
        const said = texts[description.replaceAll('%', '')] ?? '';
        const buttons = [...said.matchAll(/\(command:([\w.]+)(?:\?%5B%5D)?\)/g)].map(
          ([, command]) => command ?? '',
        );
        assert.ok(buttons.length > 0, said);
        assert.doesNotMatch(said, /`/, 'VS Code shows code here as it is written');
        for (const command of buttons)
          assert.ok(ids.has(command) || command.startsWith('workbench.'), command);
        assert.ok(
          buttons.some((command) => completionEvents.includes(`onCommand:${command}`)),
          `${said} ↔ ${completionEvents.join()}`,
        );
      }
      for (const event of completionEvents) assert.match(event, /^onCommand:(?:zhangfa|workbench)\./);
    });

  test('icons of commands are those of the theme', () => {
    for (const { icon } of commands) if (icon !== undefined) assert.match(icon, /^\$\([a-z-]+\)$/);
  });

  test('an icon for the gallery, square and large enough', () => {
    const png = readFileSync(join(ROOT, manifest.icon));
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    assert.strictEqual(width, height);
    assert.ok(width >= 128, String(width));
  });

  test('the files are there, and in the package', () => {
    const files = [
      manifest.icon,
      ...manifest.contributes['markdown.previewStyles'].map((path) => path.replace('./', '')),
      'media/questions.json',
      'docs/examples/complaint.md',
    ];
    for (const path of files) {
      assert.ok(existsSync(join(ROOT, path)), path);
      assert.ok(packed.includes(`!${path}\n`), `${path} in .vscodeignore`);
    }
    for (const pictures of ['media/walkthrough/*.svg', 'media/walkthrough/en/*.svg'])
      assert.ok(packed.includes(`!${pictures}\n`), pictures);
  });

  test('the arguments of the tools are those they read', () => {
    const source = read('client/src/tools/input.ts');
    for (const { name, inputSchema } of languageModelTools) {
      const keys = Object.keys(inputSchema.properties);
      assert.ok(source.includes(`[${keys.map((key) => `'${key}'`).join(', ')}]`), name);
    }
  });

  test('the bounds of settings and arguments are those they are held to', () => {
    const boundsOf = ({ minimum, maximum }: Bounds = {}) => [minimum, maximum];
    const [check, suggest] = languageModelTools.map(({ inputSchema }) => inputSchema.properties);
    for (const rate of [configuration.properties['zhangfa.speakingRate'], check?.['rate']])
      assert.deepStrictEqual(boundsOf(rate), [SLOWEST_RATE, FASTEST_RATE]);
    for (const minutes of [configuration.properties['zhangfa.minutes'], check?.['minutes']])
      assert.deepStrictEqual(boundsOf(minutes), [0, MOST_MINUTES]);
    assert.deepStrictEqual(boundsOf(suggest?.['limit']), [1, MOST_SUGGESTIONS]);
  });

  test('every rule can be set to every severity', () => {
    const { properties } = configuration.properties['zhangfa.severity'];
    assert.deepStrictEqual(Object.keys(properties), [...RULE_CODES]);
    for (const [code, { enum: levels }] of Object.entries(properties))
      assert.deepStrictEqual(levels, [...SEVERITIES, 'off'], code);
  });
});
