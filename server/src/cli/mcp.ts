import { pathToFileURL } from 'node:url';
import type { Builtin } from '../builtin';
import type { Locale } from '../core/messages/messages';
import { nodeFiles } from '../files/nodeFiles';
import { check } from '../mcp/checkTool';
import { PhraseShelf } from '../mcp/phraseShelf';
import { suggest } from '../mcp/suggestTool';
import type { Tools } from '../mcp/types';
import { DEFAULT_RUBRICS } from '../rubrics/rubricPlaces';
import { type RubricSet, RubricStore } from '../rubrics/rubricStore';
import { VERSION } from '../version';
import { localeIn, readArguments, runWith, UsageError } from './arguments';
import { complainAboutRubrics } from './complaints';
import { MCP_USAGE } from './mcpUsage';

interface McpOptions {
  readonly folder: string;
  /** Undefined for the folder a writer keeps documents in, if there is one. */
  readonly documents: readonly string[] | undefined;
  readonly rubrics: readonly string[];
  readonly locale: Locale;
  readonly help: boolean;
}

/**
 * `zhangfa mcp`: the tools for agents on standard input and output. What speaks the protocol is a file of its own
 * beside this one, loaded only here. @returns exit status for the time when the server has started
 */
export async function runMcp(args: readonly string[], builtin: Builtin): Promise<number> {
  return runWith(
    'mcp',
    MCP_USAGE,
    () => {
      const options = readMcpOptions(args);
      if (!options.help) enter(options.folder);
      return options;
    },
    (options) => serve(options, builtin),
  );
}

async function serve(options: McpOptions, builtin: Builtin): Promise<number> {
  const { locale, documents } = options;
  const store = new RubricStore({ builtin }, nodeFiles);
  const rubrics = (): Promise<RubricSet> => {
    store.reload(); // the writer may have edited them between two calls
    return store.for(pathToFileURL(process.cwd()).toString(), options.rubrics);
  };
  complainAboutRubrics(await rubrics(), locale);
  const shelf = new PhraseShelf(builtin);
  const tools: Tools = {
    check: async (request) => check(request, await rubrics(), locale),
    suggest: async (request) => suggest(request, documents, { shelf, rubrics: await rubrics(), locale }),
  };
  const { serveMcp } = await import('../mcp/main.js');
  await serveMcp(tools, VERSION);
  return 0;
}

/** Everything is relative to the folder from now on. @throws UsageError when it is not one */
function enter(folder: string): void {
  try {
    process.chdir(folder);
  } catch {
    throw new UsageError(`--folder: 没有文件夹“${folder}” / no such folder`);
  }
}

/** @throws UsageError naming the argument that is wrong */
function readMcpOptions(args: readonly string[]): McpOptions {
  const { values } = readArguments({
    args: [...args],
    options: {
      folder: { type: 'string' },
      documents: { type: 'string', multiple: true },
      rubrics: { type: 'string', multiple: true },
      lang: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  return {
    folder: values.folder ?? '.',
    documents: values.documents,
    rubrics: values.rubrics ?? DEFAULT_RUBRICS,
    locale: localeIn(values.lang),
    help: values.help ?? false,
  };
}
