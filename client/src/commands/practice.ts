import { l10n, Position, type QuickPickItem, QuickPickItemKind, Range, type Uri, window } from 'vscode';
import { type KindInfo, KindsRequest } from '../../../server/src/lsp/protocol';
import { createDraft } from '../draftFiles';
import { connect } from '../notices';
import { type QuestionBank, readQuestions } from '../practice/questions';
import type { Services } from '../services';
import { askQuestion } from './newDraft';

/** Minutes for a question whose kind has none of its own. */
const MINUTES = 3;
const MOST_MINUTES = 60;

/** What to practise on: a question, and the draft it is already in. */
interface Task {
  readonly question: string;
  readonly draft?: Uri;
}

/** `zhangfa.practice`: asks for a question and the minutes, opens a draft for it and starts the clock. */
export async function practise({ session, drafts, practice, extensionUri }: Services): Promise<void> {
  const client = await connect(session);
  const { editor } = drafts;
  const uri = editor && drafts.isDraft(editor.document.uri) ? editor.document.uri : undefined;
  const known = await client.sendRequest(KindsRequest, uri ? { uri: uri.toString() } : {});
  const own = uri && known.question !== undefined ? { question: known.question, draft: uri } : undefined;
  const task = await chooseTask(own, known.kinds, await readQuestions(extensionUri));
  if (!task) return;
  const facts = task.draft ? known : await client.sendRequest(KindsRequest, { question: task.question });
  const kind = facts.kinds.find(({ id }) => id === facts.kind);
  const minutes = await askMinutes(facts.minutes ?? MINUTES, kind);
  if (minutes === undefined) return;
  practice.start(task.draft ? await showAgain(task.draft) : await openFor(task.question, minutes), minutes);
}

type Choice = QuickPickItem & { readonly choose?: () => Promise<Task | undefined> | Task };

async function chooseTask(
  own: Task | undefined,
  kinds: readonly KindInfo[],
  bank: QuestionBank,
): Promise<Task | undefined> {
  const questions = Object.values(bank).flat();
  const random = (): Task => ({ question: questions[Math.floor(Math.random() * questions.length)] ?? '' });
  const items: Choice[] = [
    ...(own
      ? [
          {
            label: `$(edit) ${l10n.t('The question of this draft')}`,
            detail: own.question,
            choose: () => own,
          },
        ]
      : []),
    { label: `$(clippy) ${l10n.t('Paste a question…')}`, choose: askForTask },
    { label: `$(symbol-event) ${l10n.t('Any question')}`, choose: random },
    ...Object.entries(bank).flatMap(([id, ofKind]): Choice[] => [
      { label: kinds.find((kind) => kind.id === id)?.title ?? id, kind: QuickPickItemKind.Separator },
      ...ofKind.map((question) => ({ label: question, choose: () => ({ question }) })),
    ]),
  ];
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Practice'),
    placeHolder: l10n.t('Choose a question to answer against the clock'),
    ignoreFocusOut: true,
  });
  return picked?.choose?.();
}

async function askForTask(): Promise<Task | undefined> {
  const question = await askQuestion(l10n.t('Practice'), l10n.t('Paste the question'));
  return question === undefined || question === '' ? undefined : { question };
}

async function askMinutes(usual: number, kind: KindInfo | undefined): Promise<number | undefined> {
  const isTime = (value: number): boolean => value > 0 && value <= MOST_MINUTES;
  const answer = await window.showInputBox({
    title: l10n.t('Minutes for this question'),
    prompt:
      kind?.minutes === undefined
        ? l10n.t('The clock starts when you press Enter.')
        : l10n.t('{0}: usually {1} min. The clock starts when you press Enter.', kind.title, kind.minutes),
    value: String(usual),
    ignoreFocusOut: true,
    validateInput: (text) =>
      isTime(toNumber(text)) ? undefined : l10n.t('A number of minutes, at most {0}', MOST_MINUTES),
  });
  const minutes = toNumber(answer ?? '');
  return isTime(minutes) ? minutes : undefined;
}

/** Also what an input method makes of digits. */
function toNumber(text: string): number {
  const plain = text.normalize('NFKC').trim();
  return /^\d{1,3}(?:\.\d{1,2})?$/.test(plain) ? Number(plain) : 0;
}

async function showAgain(uri: Uri): Promise<Uri> {
  await window.showTextDocument(uri, { preview: false });
  return uri;
}

/** A draft that has nothing but its question: who practises does without an outline. */
async function openFor(question: string, minutes: number): Promise<Uri> {
  // Every JSON string is one of YAML.
  const content = `---\nquestion: ${JSON.stringify(question)}\nminutes: ${minutes}\n---\n\n`;
  const document = await createDraft(question, content);
  const end = new Position(document.lineCount - 1, 0);
  await window.showTextDocument(document, { preview: false, selection: new Range(end, end) });
  return document.uri;
}
