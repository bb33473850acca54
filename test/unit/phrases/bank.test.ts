import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DenyFilter, denyWording } from '../../../server/src/core/phrases/deny';
import { phrasesFrom, setPhrases } from '../../../server/src/core/phrases/fromPassages';
import { PhraseClassifier } from '../../../server/src/core/phrases/classify';
import { type LoadedPhrases, loadPhrases } from '../../../server/src/core/phrases/load';
import type { Framework } from '../../../server/src/core/framework/types';
import type { PhraseBank } from '../../../server/src/core/phrases/types';
import { fold } from '../../../server/src/core/text/fold';
import { nearDuplicates, shingles } from '../../support/nearDuplicates';
import { referenceTexts } from '../../support/referenceDocuments';
import { readRubrics, ROOT } from '../../support/rubrics';

/** Longest run of Han characters a phrase may share with a document (rubrics/README.md). */
const LONGEST_RUN = 12;

function read(folder: string): LoadedPhrases[] {
  return readdirSync(join(ROOT, 'rubrics', folder))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => {
      const loaded = loadPhrases(
        readFileSync(join(ROOT, 'rubrics', folder, name), 'utf8'),
        `builtin:${folder}/${name}`,
      );
      assert.deepEqual(loaded.problems, [], name);
      return loaded;
    });
}

const rubrics = readRubrics();
const banks = read('phrases').flatMap((loaded) => loaded.banks);
const lists = read('deny').flatMap((loaded) => loaded.deny);
const deny = new DenyFilter(
  [...lists, ...denyWording(rubrics.wording)],
  setPhrases(rubrics.frameworks, banks),
);
const han = (text: string): string => fold(text).replace(/[^㐀-鿿]/g, '');
const documents = [...referenceTexts()].map(([number, text]) => ({ number, text }));

/** The phrases of a bank that name a framework, section or point there is not, as `section/point: text`. */
function strayPhrases(bank: PhraseBank, frameworks: readonly Framework[]): string[] {
  const framework = frameworks.find(({ id }) => id === bank.framework);
  return bank.phrases
    .filter(({ section, point }) => {
      const points = framework?.sections.find(({ id }) => id === section)?.points;
      return !points?.some(({ id }) => id === point);
    })
    .map(({ section, point, text }) => `${section}/${point}: ${text}`);
}

suite('rubrics/phrases: the built-in bank', () => {
  // Structures of essays and frameworks for whole kinds of questions have no bank.
  const particular = rubrics.frameworks.filter(({ tier, general }) => tier !== 2 && !general);

  test('one for each framework for particular questions, and every phrase at a point there is', () => {
    assert.deepEqual(banks.map((bank) => bank.framework).sort(), particular.map(({ id }) => id).sort());
    for (const bank of banks) assert.deepEqual(strayPhrases(bank, rubrics.frameworks), [], bank.id);
  });

  for (const { id, sections } of particular) {
    for (const section of sections) {
      test(`${id}/${section.id}: twelve and more in our own words, both registers, every point`, () => {
        const own = banks.filter((bank) => bank.framework === id).flatMap(({ phrases }) => phrases);
        const there = own.filter((phrase) => phrase.section === section.id);
        assert.ok(there.filter(({ set }) => !set).length >= 12);
        assert.deepEqual(new Set(there.map(({ register }) => register)), new Set(['spoken', 'written']));
        assert.deepEqual(
          section.points
            .map((point) => point.id)
            .filter((point) => !there.some((phrase) => phrase.point === point)),
          [],
        );
      });
    }
  }

  const all = banks.flatMap(({ framework, phrases }) => phrases.map((phrase) => ({ framework, ...phrase })));

  test('each shows a word of its section, so that the check sees it once it is inserted', () => {
    for (const { framework, section, text, set } of all) {
      if (set) continue;
      const points = rubrics.frameworks
        .find(({ id }) => id === framework)
        ?.sections.find(({ id }) => id === section)?.points;
      const words = points?.flatMap((point) => [...point.cues, ...point.phrases]) ?? [];
      assert.ok(
        words.some((word) => fold(text).includes(fold(word))),
        `${section}: ${text}`,
      );
    }
  });

  test('none is denied, and none is a near duplicate of another', () => {
    const seen: { text: string; own: ReadonlySet<number> }[] = [];
    for (const { text } of all) {
      assert.equal(deny.denial(text)?.word, undefined, text);
      const own = shingles(text);
      for (const other of seen) assert.ok(!nearDuplicates(own, other.own), `${text} | ${other.text}`);
      seen.push({ text, own });
    }
  });

  test('placeholders are full brackets with something in them', () => {
    for (const { text } of all) {
      assert.equal(text.replace(/【[^【】]{1,16}】/g, '').search(/[【】[\]{}()<>]/), -1, text);
      assert.equal(text.search(/[,;:?!]/), -1, text);
    }
  });

  test('no run of more than twelve characters stands in a document', function () {
    if (documents.length === 0) this.skip();
    for (const { text } of all) {
      const own = han(text);
      for (let at = 0; at + LONGEST_RUN < own.length; at++) {
        const run = own.slice(at, at + LONGEST_RUN + 1);
        for (const document of documents) assert.ok(!han(document.text).includes(run), `${text}: ${run}`);
      }
    }
  });

  test('every source is there, and set phrases stand at theirs', function () {
    if (documents.length === 0) this.skip();
    for (const { text, source, set } of all) {
      const document = documents.find(({ number }) => number === source.document);
      const lines = document?.text.split('\n') ?? [];
      const spans = (source.lines ?? '').split(/, ?/).map((span) => span.split('-').map(Number));
      const cited = spans.flatMap(([from = 0, to = from]) => lines.slice(from - 1, to));
      assert.ok(
        spans.every(([from = 0, to = from]) => from >= 1 && to <= lines.length) &&
          /\p{Script=Han}/u.test(cited.join('')),
        text,
      );
      if (set) assert.ok(han(cited.join('')).includes(han(text)), text);
    }
  });
});

suite('rubrics/deny', () => {
  test('ids are told apart across lists', () => {
    const ids = lists.flatMap(({ id, entries }) => entries.map((entry) => `${id}/${entry.id}`));
    assert.equal(new Set(ids).size, ids.length);
  });

  test('every word that inventory and domain name is denied', () => {
    const named =
      '刁民 草民 信访油子 老上访户 无理缠访 缠访 精神有问题 以老卖老 摆平 劝返 稳控 不明真相的群众 落后群众 蛮不讲理 答应着 抬杠 花钱买平安 大闹大解决 通不通三分钟 以硬碰硬 强硬措施 服从你的指挥 等靠要 有事没事找政府 科学发展观 争先创优 三问三解 十八大 博客 拍砖 灌水 社会管理 同学们应该 小编 考生 门难进 我讲你听 居高临下 攀亲交友 委婉拒绝 新闻发布会 向全社会公开 动态公开 补偿措施 潜意识';
    for (const word of named.split(' ')) assert.ok(deny.denial(`先${word}再说`), word);
  });

  test('nobody named in the documents is suggested', () => {
    for (const name of ['阿依古丽', '苏来曼', '刘剑', '辛敏', '侯建新', '舒家坝', '金山路', '阿勒泰'])
      assert.ok(deny.denial(name), name);
  });

  test('good practice is not denied', () => {
    for (const text of [
      '群众利益无小事',
      '不回避、不推诿',
      '事事有回音、件件有落实',
      '避免矛盾激化',
      '主动上前搀扶就座',
      '耐心倾听群众的意见和建议',
      '将处理进度及时反馈给群众',
      '成立跨部门协调小组',
      '定期电话回访诉求人',
      '用真情换真心',
    ]) {
      assert.equal(deny.denial(text)?.word, undefined, text);
    }
  });

  test('no framework’s set phrase is', () => {
    for (const phrase of setPhrases(rubrics.frameworks, banks))
      assert.equal(deny.denial(phrase), undefined, phrase);
  });
});

suite('phrases/fromPassages', () => {
  const tools = { classifier: new PhraseClassifier(rubrics.frameworks), deny };

  test('clauses with their sections and places, denied ones apart', () => {
    const text = '主动联系发帖人当面谈。对信访油子要靠稳控。明天的天气会更好一些。';
    const passages = [{ document: 'file:///d.txt', text, anchors: [{ at: 0, from: 100, line: 4 }] }];
    const { document, denied } = phrasesFrom('file:///d.txt', 'v1', passages, tools);
    assert.deepEqual(
      document.entries.map((entry) => entry.text),
      ['主动联系发帖人当面谈', '明天的天气会更好一些'],
    );
    const [first, last] = document.entries;
    assert.ok(
      first?.slots.some(
        ({ framework, section, point }) =>
          framework === 'public-doubt' && section === 'attitude' && point === 'contact',
      ),
    );
    assert.deepEqual([first?.line, first?.from, first?.to], [4, 100, 110]);
    assert.deepEqual(last?.slots, []);
    assert.deepEqual(
      denied.map(({ clause, denial }) => [clause.text, denial.word]),
      [['对信访油子要靠稳控', '信访油子']],
    );
    assert.deepEqual([document.id, document.version, document.origin], ['file:///d.txt', 'v1', 'documents']);
  });

  test('no passages, no phrases', () => {
    assert.deepEqual(phrasesFrom('a', 'b', [], tools).document.entries, []);
  });
});
