import type { Range } from '../../text/range';
import { HAS_HAN } from '../han';
import { cutEach, spansOf, textOf } from '../lines';
import type { Step } from '../types';

const TONE = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ';
/** A syllable in brackets behind the character it is read for; the tone makes it pinyin and not a word. */
const TONED = new RegExp(`[(（]\\s?[a-zü]{0,6}[${TONE}][a-zü]{0,6}\\s?[)）]`, 'g');
/** The same without a tone mark: 的(de), 了(le). */
const ANY = new RegExp(`[(（]\\s?[a-zü${TONE}]{1,6}\\s?[)）]`, 'g');
/** From so many toned syllables on the document is annotated throughout, and toneless ones are pinyin too. */
const THROUGHOUT = 5;

/** Cuts out pinyin set behind characters: 應(yīng)急. Source: domain.md C2 (mirrors that annotate polyphonic characters). */
export const annotations: Step = (lines) => {
  const toned = lines.reduce((sum, line) => sum + readings(textOf(line), TONED).length, 0);
  if (toned === 0) return { lines, drops: [] };
  const pattern = toned >= THROUGHOUT ? ANY : TONED;
  return cutEach(lines, (text) => readings(text, pattern), 'pinyin');
};

function readings(text: string, pattern: RegExp): Range[] {
  return spansOf(text, pattern).filter(({ from }) => HAS_HAN.test(text.charAt(from - 1)));
}
