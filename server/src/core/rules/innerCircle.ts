import { Chapter } from '../analysis/chapter';
import type { Labelling } from '../analysis/label';
import { LabelledPassage } from '../analysis/labelledPassage';
import { keptWith } from '../text/kept';

/** The question asks how to get on with the people one serves. */
const ASKS_FOR_PEOPLE =
  /[与和跟同](?:人民)?群众|群众(?:的)?关系|联系群众|[与和跟同](?:村民|居民|老乡|乡亲)[^,。;]{0,6}(?:关系|相处|打交道)/;
/** Whoever is served. */
const SERVED =
  /群众|居民|村民|老乡|乡亲|百姓|业主|老人|住户|商户|摊主|观众|读者|市民|家长|患者|病人|旅客|乘客|顾客|农户|牧民|渔民|老兵|学生|孩子|来访|来人|大[爷妈娘叔婶伯姐]|阿姨|奶奶|爷爷|您|街坊|邻居|户|他们家|人家|谁家|哪家/;
const SUPERIORS = /领导|上级|[馆站所局科校院]长|前辈/;
/** Beside superiors: colleagues, partners and oneself. */
const BESIDE = /同事|科室|老同志|集体|团队|合作单位|兄弟单位|自己|我的专业|部门/;

/** Share of the sentences, announcing ones too, that speak of superiors, colleagues, partners and oneself. */
const INNER_SHARE = 0.4;
/** An answer that only speaks of superiors may be about reporting to them. */
const MIN_BESIDE = 2;

interface Circle {
  spoken: number;
  inner: number;
  beside: number;
  served: number;
}

const circleIn = keptWith(LabelledPassage, ({ passage: { lines } }: LabelledPassage): Circle => {
  const circle = { spoken: 0, inner: 0, beside: 0, served: 0 };
  for (const { sentence } of lines) {
    circle.spoken++;
    if (SERVED.test(sentence.folded)) {
      circle.served++;
      continue;
    }
    const isBeside = BESIDE.test(sentence.folded);
    if (isBeside) circle.beside++;
    if (isBeside || SUPERIORS.test(sentence.folded)) circle.inner++;
  }
  return circle;
});

const chapterCircle = keptWith(Chapter, ({ members }: Chapter<LabelledPassage>): Circle =>
  addUp(members.map(circleIn)),
);

function addUp(parts: readonly Circle[]): Circle {
  const all = { spoken: 0, inner: 0, beside: 0, served: 0 };
  for (const { spoken, inner, beside, served } of parts) {
    all.spoken += spoken;
    all.inner += inner;
    all.beside += beside;
    all.served += served;
  }
  return all;
}

/**
 * Asked how to get on with the people he serves, the writer speaks of superiors, colleagues, partners and himself, and
 * hardly of them.
 * @param question folded
 */
export function staysInside(question: string, { chapters }: Labelling): boolean {
  if (!ASKS_FOR_PEOPLE.test(question)) return false;
  const { spoken, inner, beside, served } = addUp(chapters.chapters.map(chapterCircle));
  return inner >= spoken * INNER_SHARE && beside >= MIN_BESIDE && served * 2 < inner;
}
