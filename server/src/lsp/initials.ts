import type { PhraseIndex } from '../core/phrases/index';
import type { Initials } from '../core/phrases/initials';

/** Gives a phrase index the readings of characters when letters are first typed; until then they take no memory. */
export class InitialsLoader {
  #loaded: Promise<Initials | undefined> | undefined;

  /** @param failed told once when the readings cannot be loaded: letters are then only letters */
  constructor(
    private readonly load: () => Promise<Initials>,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** @param typed what is typed or searched for */
  async prepare(phrases: PhraseIndex, typed: string): Promise<void> {
    const spells = (): boolean => phrases.spells;
    if (spells() || !/[A-Za-z]/.test(typed)) return;
    this.#loaded ??= this.load().catch((error: unknown) => {
      this.failed(error);
      return undefined;
    });
    const initials = await this.#loaded;
    if (initials && !spells()) phrases.useInitials(initials);
  }
}
