/** What an agent asks of `zhangfa_check`; one of `text` and `path`. */
export interface CheckRequest {
  readonly text?: string | undefined;
  readonly path?: string | undefined;
  readonly framework?: string | undefined;
  readonly minutes?: number | undefined;
  readonly rate?: number | undefined;
}

/** What an agent asks of `zhangfa_suggest`. */
export interface SuggestRequest {
  readonly section: string;
  readonly words?: string | undefined;
  readonly documents?: readonly string[] | undefined;
  readonly limit?: number | undefined;
}

/** What a tool answers: for reading, and the same for programs. */
export interface Answer {
  readonly text: string;
  readonly result: object;
}

/** The tools, apart from how they are offered. */
export interface Tools {
  /** @throws ToolError */
  check(request: CheckRequest): Promise<Answer>;
  /** @throws ToolError */
  suggest(request: SuggestRequest): Promise<Answer>;
}

/** Why a tool cannot answer; its message is for the agent, in both languages. */
export class ToolError extends Error {}
