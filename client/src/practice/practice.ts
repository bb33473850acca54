import {
  commands,
  type Disposable,
  l10n,
  type QuickPickItem,
  StatusBarAlignment,
  type StatusBarItem,
  ThemeColor,
  type Uri,
  window,
} from 'vscode';
import { ReportModelRequest } from '../../../server/src/lsp/protocol';
import { CLIENT_ID } from '../client';
import { duration } from '../duration';
import { tell } from '../notices';
import type { Session } from '../session';
import { type Clock, clockFace, Countdown, systemClock } from './countdown';

/** The context key that tells whether somebody practises. */
const PRACTISING = `${CLIENT_ID}.practising`;
/** Beside the coverage, to the left of it. */
const PRIORITY = 106;
/** Seconds before the end at which the colour warns. */
const LAST = 30;

/** What the status bar shows; VS Code's API cannot read it. */
export interface PracticeStatus {
  readonly text: string;
  readonly label: string;
  readonly warns: boolean;
}

/** One exercise: a draft written against the clock, which the status bar shows. */
export class Practice implements Disposable {
  /** Another one in tests. */
  clock: Clock = systemClock;
  readonly #session: Session;
  readonly #item: StatusBarItem;
  #countdown: Countdown | undefined;
  #exercise: { readonly uri: Uri; readonly seconds: number } | undefined;

  constructor(session: Session) {
    this.#session = session;
    this.#item = window.createStatusBarItem('zhangfa.practice', StatusBarAlignment.Right, PRIORITY);
    this.#item.name = l10n.t('Zhangfa: practice');
    this.#item.command = 'zhangfa.practiceMenu';
  }

  /** Undefined while nobody practises. */
  get status(): PracticeStatus | undefined {
    if (!this.#countdown) return undefined;
    const { text, accessibilityInformation, backgroundColor } = this.#item;
    return {
      text,
      label: accessibilityInformation?.label ?? '',
      warns: backgroundColor !== undefined,
    };
  }

  /** Begins to count down for a draft; an exercise that is under way is given up. */
  start(uri: Uri, minutes: number): void {
    this.stop();
    const seconds = Math.round(minutes * 60);
    this.#exercise = { uri, seconds };
    this.#countdown = new Countdown(seconds, this.clock, () => this.#update());
    this.#update();
    this.#item.show();
    void commands.executeCommand('setContext', PRACTISING, true);
  }

  /** The clock stands still while the writer chooses what to do; it goes on standing still when they choose nothing. */
  async menu(): Promise<void> {
    const countdown = this.#countdown;
    if (!countdown) {
      tell('information', l10n.t('No practice is under way.'), {
        [l10n.t('Practise')]: () => commands.executeCommand('zhangfa.practice'),
      });
      return;
    }
    countdown.pause();
    const items: (QuickPickItem & { readonly run: () => unknown })[] = [
      { label: `$(debug-continue) ${l10n.t('Go on')}`, run: () => countdown.resume() },
      {
        label: `$(check) ${l10n.t('Finish, and see how long it takes to say')}`,
        run: async () => this.#finish(),
      },
      { label: `$(close) ${l10n.t('Give up the practice')}`, run: () => this.stop() },
    ];
    const picked = await window.showQuickPick(items, {
      title: l10n.t('Practice: {0} left, paused', clockFace(countdown.seconds)),
    });
    if (countdown === this.#countdown) await picked?.run();
  }

  /** Ends it without a word. */
  stop(): void {
    this.#countdown?.dispose();
    this.#countdown = undefined;
    this.#exercise = undefined;
    this.#item.hide();
    void commands.executeCommand('setContext', PRACTISING, false);
  }

  dispose(): void {
    this.stop();
    this.#item.dispose();
  }

  #update(): void {
    // The one that is begun just now is not known yet; one that was given up says nothing any more.
    const countdown = this.#countdown;
    if (countdown?.state === 'ended') void this.#finish();
    else if (countdown) this.#show(countdown);
  }

  #show({ seconds, state }: Countdown): void {
    const isPaused = state === 'paused';
    const warns = !isPaused && seconds <= LAST;
    this.#item.text = `${isPaused ? '$(debug-pause)' : '$(watch)'} ${clockFace(seconds)}`;
    this.#item.tooltip = isPaused ? l10n.t('Practice, paused: click to go on or finish') : tooltip();
    this.#item.backgroundColor = warns ? new ThemeColor('statusBarItem.warningBackground') : undefined;
    // A label that changed every second would be read out all the time.
    const label = isPaused
      ? l10n.t('Practice paused')
      : warns
        ? l10n.t('Practice: less than {0} s left', LAST)
        : l10n.t('Practice: about {0} min left', Math.ceil(seconds / 60));
    if (this.#item.accessibilityInformation?.label !== label) this.#item.accessibilityInformation = { label };
  }

  /** Says once how long what was written takes to say, held against the time there was. */
  async #finish(): Promise<void> {
    const exercise = this.#exercise;
    const left = this.#countdown?.seconds ?? 0;
    this.stop();
    if (!exercise) return;
    const { uri, seconds } = exercise;
    const ending = left === 0 ? l10n.t('Time is up.') : l10n.t('Done after {0}.', duration(seconds - left));
    const check = {
      [l10n.t('Check Before Submitting')]: () => commands.executeCommand('zhangfa.report', uri.toString()),
    };
    const written = await this.#written(uri);
    if (!written || written.hanzi === 0) tell('information', l10n.t('{0} Nothing was written.', ending));
    else {
      const compared = comparison(written.hanzi, written.seconds, seconds);
      tell('information', l10n.t('{0} {1}', ending, compared), check);
    }
  }

  /** Of the draft as it is now; undefined when it is closed, or there is nobody to ask. */
  async #written(uri: Uri): Promise<{ readonly hanzi: number; readonly seconds: number } | undefined> {
    try {
      const client = await this.#session.ready();
      const answer = await client.sendRequest(ReportModelRequest, { uri: uri.toString() });
      return answer?.report.time;
    } catch {
      return undefined;
    }
  }
}

function tooltip(): string {
  return l10n.t('Practice: click to pause or finish');
}

function comparison(hanzi: number, spoken: number, limit: number): string {
  const facts = l10n.t(
    '{0} characters, about {1} spoken; the limit is {2}',
    hanzi,
    duration(spoken),
    duration(limit),
  );
  return spoken > limit
    ? l10n.t('{0}, {1} too long.', facts, duration(spoken - limit))
    : l10n.t('{0}.', facts);
}
