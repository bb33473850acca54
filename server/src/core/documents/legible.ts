import { isHan } from '../text/count';
import { foldedUnit } from '../text/fold';

/**
 * The characters Chinese is mostly made of, by their frequency in general texts. They are about six in ten of the Han
 * characters of any text, and hardly one in twenty when bytes were read in a wrong encoding.
 */
const COMMON = new Set(
  [
    '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多',
    '定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由',
    '其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意',
    '建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统',
    '接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导',
    '器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示',
    '议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布',
  ]
    .join('')
    .split('')
    .map((char) => char.charCodeAt(0)),
);
/** With fewer Han characters nothing can be said. */
const ENOUGH_HAN = 20;
/** Below this share of common characters a text is not Chinese. */
const COMMON_SHARE = 0.2;
/** Above this share of accented Latin letters, and next to no Han, Chinese bytes were read as Latin. */
const ACCENTED_SHARE = 0.2;

/** What a text is made of. */
export interface Legibility {
  /** Han characters. */
  readonly han: number;
  /** Share of the Han characters that are common ones, 0-1; traditional forms count as their simplified ones. */
  readonly common: number;
  /** Characters a decoder put for bytes it could not read. */
  readonly lost: number;
  /** Whether it was read in a wrong encoding at some time (锟斤拷, ÕâÏî, 鐨勭兢). */
  readonly mojibake: boolean;
}

/** Judges whether a text is Chinese that can be read. Source: domain.md C2 (GBK read as Latin-1; lost bytes). */
export function legibility(text: string): Legibility {
  let han = 0;
  let common = 0;
  let accented = 0;
  let printed = 0;
  let lost = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x20) printed++;
    if (isHan(unit)) {
      han++;
      if (COMMON.has(foldedUnit(unit))) common++;
    } else if (unit >= 0xa1 && unit <= 0xff) accented++;
    else if (unit === 0xfffd) lost++;
  }
  const share = han === 0 ? 0 : common / han;
  const latin = accented > printed * ACCENTED_SHARE && han < accented / 4;
  const foreign = han >= ENOUGH_HAN && share < COMMON_SHARE;
  return { han, common: share, lost, mojibake: latin || foreign || (text.match(/锟斤拷/g)?.length ?? 0) > 1 };
}
