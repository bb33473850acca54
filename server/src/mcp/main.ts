import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { CHECK_INPUT, SUGGEST_INPUT } from './schemas';
import type { Answer, Tools } from './types';

const INSTRUCTIONS = `检查群众工作类面试题的作答草稿，并提示有出处的表述。先用 zhangfa_check 看缺哪些环节、哪些话会丢分；再用 zhangfa_suggest 取那个环节的表述，环节写作 framework.id/sections[].id（如 public-doubt/action）。
Checks drafts of answers to Chinese interview questions about working with the public. Begin with zhangfa_check; then ask zhangfa_suggest for a section, written framework.id/sections[].id.`;

/** Nothing is changed, and nothing outside the machine is asked. */
const ANNOTATIONS = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
};

/** Offers the tools over the Model Context Protocol on standard input and output, until the input ends. */
export async function serveMcp(tools: Tools, version: string): Promise<void> {
  const server = new McpServer({ name: 'zhangfa', title: '章法', version }, { instructions: INSTRUCTIONS });
  server.registerTool(
    'zhangfa_check',
    {
      title: '检查草稿 Check a draft',
      description:
        '检查一篇作答草稿：各环节完整、薄弱还是缺失，哪些话会丢分，先改什么，要说多久。返回 Markdown 报告和 JSON（行、列从 0 数）。 / Checks an answer draft: sections full, weak or missing, wording that costs marks, what to fix first, spoken time. Returns a Markdown report and JSON (lines and columns from 0).',
      inputSchema: CHECK_INPUT,
      annotations: ANNOTATIONS,
    },
    (request) => tools.check(request).then(toResult),
  );
  server.registerTool(
    'zhangfa_suggest',
    {
      title: '提示表述 Suggest phrases',
      description:
        '给一个环节提示表述：来自参考文档（注明文件和行）和内置表述，排在前面的更合适。不认识的环节会列出全部环节。 / Phrases for a section out of reference documents (with file and line) and the built-in bank, best first. An unknown section is answered with the list of all.',
      inputSchema: SUGGEST_INPUT,
      annotations: ANNOTATIONS,
    },
    (request) => tools.suggest(request).then(toResult),
  );
  // Standard output belongs to the protocol.
  server.server.onerror = (error) => process.stderr.write(`zhangfa mcp: ${error.message}\n`);
  await server.connect(new StdioServerTransport());
}

function toResult({ text, result }: Answer): CallToolResult {
  return {
    content: [
      { type: 'text', text },
      { type: 'text', text: JSON.stringify(result) },
    ],
  };
}
