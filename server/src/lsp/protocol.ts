import { NotificationType, RequestType } from 'vscode-languageserver-protocol';
import type { ChosenBy } from '../core/framework/choose';
import type { Need } from '../core/framework/types';
import type { Status } from '../core/analysis/coverage';
import type { TextEdit } from 'vscode-languageserver-types';

/** Sent by the client with `initialize`; every field is optional so that any editor can start the server. */
export interface InitializationOptions {
  /** Language of messages (BCP 47); the client's locale when absent. */
  readonly locale?: string;
  /** The client answers FindFiles and ReadFile: needed in a browser and for virtual workspaces. */
  readonly fileAccess?: boolean;
  /** The client has the commands `zhangfa.report` and `zhangfa.setSeverity`, so lenses and actions may name them. */
  readonly commands?: boolean;
}

/** One section as the status bar, the lens and the tree show it. */
export interface SectionState {
  readonly id: string;
  readonly title: string;
  readonly status: Status;
  readonly need: Need;
}

export interface CoverageParams {
  readonly uri: string;
  readonly version: number;
  /** False for Markdown that is not an answer draft: nothing else is set then. */
  readonly isDraft: boolean;
  readonly framework?: {
    readonly id: string;
    readonly title: string;
    readonly chosenBy: ChosenBy;
    readonly confidence: number;
  };
  readonly sections?: readonly SectionState[];
  readonly hanzi?: number;
  readonly spokenSeconds?: number;
}

/** Server → client: what the analysis of a document version found, after every analysis. */
export const CoverageNotification = new NotificationType<CoverageParams>('zhangfa/coverage');

export interface FrameworkInfo {
  readonly id: string;
  readonly title: string;
  readonly sections: readonly string[];
  /** `builtin:` or the URI of the writer's file. */
  readonly origin: string;
}

/** Client → server: the frameworks there are, for a quick pick; the likeliest for the draft or the question first. */
export const FrameworksRequest = new RequestType<
  { readonly uri?: string; readonly question?: string },
  readonly FrameworkInfo[],
  void
>('zhangfa/frameworks');

/** Client → server: treat a document as a draft whatever it looks like, until it is closed. */
export const TreatAsDraftNotification = new NotificationType<{ readonly uri: string }>(
  'zhangfa/treatAsDraft',
);

/** Client → server: the report of one open document as Markdown; null when the document is not open. */
export const ReportRequest = new RequestType<
  { readonly uri: string },
  { readonly markdown: string } | null,
  void
>('zhangfa/report');

/** Client → server: a summary of every draft in the workspace as Markdown; reports progress and can be cancelled. */
export const WorkspaceReportRequest = new RequestType<
  { readonly workDoneToken?: string },
  { readonly markdown: string; readonly drafts: number },
  void
>('zhangfa/workspaceReport');

/** Client → server: the text of a new draft: front matter, question and the framework's scaffold. */
export const NewDraftRequest = new RequestType<
  { readonly framework: string; readonly question: string },
  { readonly text: string } | null,
  void
>('zhangfa/newDraft');

/** Client → server: the edits that insert a section's outline at its place, or null when there is no such section. */
export const InsertSectionRequest = new RequestType<
  { readonly uri: string; readonly section: string },
  { readonly version: number; readonly edits: readonly TextEdit[] } | null,
  void
>('zhangfa/insertSection');

/** Client → server: the edit that names a framework in the draft's front matter, or null when there is no such framework. */
export const SetFrameworkRequest = new RequestType<
  { readonly uri: string; readonly framework: string },
  { readonly version: number; readonly edits: readonly TextEdit[] } | null,
  void
>('zhangfa/setFramework');

/** Server → client: URIs of the files below a folder that match one of the globs (relative to the folder). */
export const FindFilesRequest = new RequestType<
  { readonly folder: string; readonly globs: readonly string[]; readonly limit: number },
  readonly string[],
  void
>('zhangfa/findFiles');

/** Server → client: the bytes of a file as base64; null when it cannot be read. */
export const ReadFileRequest = new RequestType<
  { readonly uri: string },
  { readonly base64: string } | null,
  void
>('zhangfa/readFile');
