import { NotificationType, RequestType } from 'vscode-languageserver-protocol';
import type { ChosenBy } from '../core/framework/choose';
import type { Need } from '../core/framework/types';
import type { Status } from '../core/analysis/coverage';
import type { MethodItem } from '../core/features/methods';
import type { MethodNode } from '../core/features/methodTree';
import type { PointNode, SectionNode } from '../core/features/sectionTree';
import type { ReportModel } from '../core/features/reportModel';
import type { WorkspaceModel } from '../core/features/reportWorkspace';
import type { ProblemKind } from '../documents/problems';
import type { Location, Position, Range, TextEdit } from 'vscode-languageserver-types';

/** Sent by the client with `initialize`; every field is optional so that any editor can start the server. */
export interface InitializationOptions {
  /** Language of messages (BCP 47); the client's locale when absent. */
  readonly locale?: string;
  /** The client answers FindFiles and ReadFile: needed in a browser and for virtual workspaces. */
  readonly fileAccess?: boolean;
  /** The client has the commands `zhangfa.report`, `zhangfa.setSeverity` and `zhangfa.disputeVerdict`, so lenses and actions may name them. */
  readonly commands?: boolean;
  /** The client is to be told what the analysis of each version found (CoverageNotification). */
  readonly coverage?: boolean;
  /** Folder, as a `file:` URI, where the server may keep what it has built from the reference documents. */
  readonly storage?: string;
  /** The client shows `zhangfa-document:` addresses, whose text it gets with DocumentText. */
  readonly virtualDocuments?: boolean;
  /**
   * False in a workspace the writer has not said to trust: the server then reads no document itself, only through
   * the client (`fileAccess`), which knows what may be read.
   */
  readonly trusted?: boolean;
  /** Settings, as below the section `zhangfa`, for as long as the client tells none. */
  readonly zhangfa?: unknown;
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
  /** Lines (0-based) at which sections begin, in the order of the draft; a section that is not there has none. */
  readonly starts?: readonly { readonly section: string; readonly line: number }[];
  readonly hanzi?: number;
  readonly spokenSeconds?: number;
}

/** Server → client: what the analysis of a document version found, after every analysis, if the client wants to know. */
export const CoverageNotification = new NotificationType<CoverageParams>('zhangfa/coverage');

export interface FrameworkInfo {
  readonly id: string;
  readonly title: string;
  readonly sections: readonly string[];
  /** `builtin:` or the URI of the writer's file. */
  readonly origin: string;
  /** Title of the question kind it is for, when the question is of that kind. */
  readonly kind?: string;
  /** Words of the question that speak for it. */
  readonly because?: readonly string[];
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

/** Client → server: the line the cursor is on in a draft, 0-based, when it has come to another paragraph; null when it is in none. */
export const CursorNotification = new NotificationType<{
  readonly uri: string;
  readonly line: number | null;
}>('zhangfa/cursor');

/** Client → server: from now on nothing is flagged, or everything is again. */
export const PauseNotification = new NotificationType<{ readonly paused: boolean }>('zhangfa/pause');

/** Client → server: the report of one open document as Markdown; null when the document is not open. */
export const ReportRequest = new RequestType<
  { readonly uri: string },
  { readonly markdown: string } | null,
  void
>('zhangfa/report');

/** One check as data, for a page of the client's own. */
export interface ReportAnswer {
  /** Of the document the offsets count in. */
  readonly version: number;
  readonly report: ReportModel;
  /** Where the runs of `report.sources` stand, one after the other; null when a document is gone. */
  readonly locations: readonly (Location | null)[];
}

/** Client → server: the report of one open document as data; null when it is not open, or no draft. */
export const ReportModelRequest = new RequestType<{ readonly uri: string }, ReportAnswer | null, void>(
  'zhangfa/reportModel',
);

/** Client → server: a summary of every draft in the workspace; reports progress and can be cancelled. */
export const WorkspaceReportRequest = new RequestType<
  { readonly workDoneToken?: string },
  WorkspaceModel,
  void
>('zhangfa/workspaceReport');

/** Client → server: the text of a new draft: front matter, question and the framework's scaffold. */
export const NewDraftRequest = new RequestType<
  { readonly framework: string; readonly question: string },
  { readonly text: string } | null,
  void
>('zhangfa/newDraft');

/** Edits as the server computed them for a version of the document. */
export interface VersionedEdits {
  readonly version: number;
  readonly edits: readonly TextEdit[];
}

/** Client → server: the edits that insert a section's outline at its place, or null when there are none. */
export const InsertSectionRequest = new RequestType<
  { readonly uri: string; readonly section: string },
  VersionedEdits | null,
  void
>('zhangfa/insertSection');

/** Client → server: the methods there are, the suggested ones first; null when the document is no draft. */
export const MethodsRequest = new RequestType<{ readonly uri: string }, readonly MethodItem[] | null, void>(
  'zhangfa/methods',
);

/** Client → server: the edits that insert a method after the paragraph of a position, or null when there are none. */
export const InsertMethodRequest = new RequestType<
  {
    readonly uri: string;
    readonly method: string;
    readonly member?: string;
    readonly position?: Position;
  },
  VersionedEdits | null,
  void
>('zhangfa/insertMethod');

/** Client → server: the edit that names a framework in the draft's front matter, or null when there is none. */
export const SetFrameworkRequest = new RequestType<
  { readonly uri: string; readonly framework: string },
  VersionedEdits | null,
  void
>('zhangfa/setFramework');

/** A node of a tree with its place in the document, if it has one. */
export type Placed<T> = Omit<T, 'range' | 'points'> & { readonly range?: Range };

/** A section with its points, for the side bar. */
export interface OutlineSection extends Placed<SectionNode> {
  readonly points: readonly Placed<PointNode>[];
}

/** Client → server: the sections of a draft with their points and where they begin; null when it is no draft. */
export const OutlineRequest = new RequestType<
  { readonly uri: string },
  {
    readonly version: number;
    /** Title; empty when there is none. */
    readonly framework: string;
    readonly sections: readonly OutlineSection[];
  } | null,
  void
>('zhangfa/outline');

export type MethodState = Placed<MethodNode>;

/** Client → server: the methods a draft uses and those that fit its question; null when it is no draft. */
export const MethodTreeRequest = new RequestType<
  { readonly uri: string },
  { readonly version: number; readonly methods: readonly MethodState[] } | null,
  void
>('zhangfa/methodTree');

/** Server → client: URIs of the files below a folder that match one of the globs (relative to the folder). */
export const FindFilesRequest = new RequestType<
  { readonly folder: string; readonly globs: readonly string[]; readonly limit: number },
  readonly string[],
  void
>('zhangfa/findFiles');

/** Server → client: the bytes of a file as base64, or why it cannot be read; null when nothing is known of the reason. */
export const ReadFileRequest = new RequestType<
  { readonly uri: string },
  { readonly base64: string } | { readonly problem: ProblemKind; readonly detail?: string } | null,
  void
>('zhangfa/readFile');

export * from './questionProtocol';
export * from './referenceProtocol';
export * from './toolProtocol';
