import { HAN } from '../han';
import { cutEach, spansOf, textOf } from '../lines';
import type { Step } from '../types';

const TONE = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ';
/** A syllable in brackets behind the character it is read for; the tone makes it pinyin and not a word. */
const TONED = new RegExp(`(?<=[${HAN}])[(（]\\s*[a-zü]*[${TONE}][a-zü]*\\s*[)）]`, 'g');
/** The same without a tone mark: 的(de), 了(le). */
const ANY = new RegExp(`(?<=[${HAN}])[(（]\\s*[a-zü${TONE}]{1,6}\\s*[)）]`, 'g');
/** From so many toned syllables on the document is annotated throughout, and toneless ones are pinyin too. */
const THROUGHOUT = 5;

/** Cuts out pinyin set behind characters: 應(yīng)急. Source: domain.md C2 (mirrors that annotate polyphonic characters). */
export const annotations: Step = (lines) => {
  const toned = lines.reduce((sum, line) => sum + spansOf(textOf(line), TONED).length, 0);
  const pattern = toned >= THROUGHOUT ? ANY : TONED;
  return cutEach(lines, (text) => spansOf(text, pattern), 'pinyin');
};
