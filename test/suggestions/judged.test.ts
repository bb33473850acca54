import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Builtin } from '../../server/src/builtin';
import { readPhrases, suggestions, type PhraseSet } from '../../server/src/suggest/suggestions';
import type { Framework } from '../../server/src/core/framework/types';
import type { ModelData } from '../../server/src/core/analysis/model';
import { DenyFilter, denyWording } from '../../server/src/core/phrases/deny';
import { setPhrases } from '../../server/src/core/phrases/fromPassages';
import { loadPhrases } from '../../server/src/core/phrases/load';
import { nodeFiles } from '../../server/src/files/nodeFiles';
import { RubricStore } from '../../server/src/rubrics/rubricStore';
import { DOCUMENTS, THERE } from '../support/referenceDocuments';
import { readRubrics, ROOT } from '../support/rubrics';

/** Of a section's first suggestions so many are looked at. */
const FIRST = 10;
/** Of those that were judged, this share must be usable, in every section. */
const USABLE = 0.8;
/** This share of all first suggestions must have been judged, or the file no longer speaks of what is offered. */
const JUDGED = 0.7;

interface Judgement {
  readonly section: string;
  readonly document: string;
  /** Counts from 1. */
  readonly line: number;
  /** First 16 hexadecimal digits of the SHA-256 of the text in NFC: the text itself stays out of the repository. */
  readonly digest: string;
  readonly usable: boolean;
  readonly denied: boolean;
  readonly reason: string;
  /** Who judged, when it was not the reviewer named in `about`. */
  readonly by?: string;
}

interface Offered {
  readonly section: string;
  readonly text: string;
  readonly place: string;
  readonly judgement: Judgement | undefined;
}

const { judged } = JSON.parse(readFileSync(join(ROOT, 'test/suggestions/judged.json'), 'utf8')) as {
  readonly judged: readonly Judgement[];
};
const known = new Map(judged.map((judgement) => [`${judgement.section} ${judgement.digest}`, judgement]));

function digestOf(text: string): string {
  return createHash('sha256').update(text.normalize('NFC')).digest('hex').slice(0, 16);
}

function readBuiltin(): Builtin {
  const read = (folder: string) =>
    readdirSync(join(ROOT, 'rubrics', folder))
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) =>
        loadPhrases(readFileSync(join(ROOT, 'rubrics', folder, name), 'utf8'), `builtin:${name}`),
      );
  return {
    rubrics: readRubrics(),
    model: JSON.parse(readFileSync(join(ROOT, 'rubrics/model/model.json'), 'utf8')) as ModelData,
    phrases: read('phrases').flatMap(({ banks }) => banks),
    deny: read('deny').flatMap(({ deny }) => deny),
  };
}

/** The frameworks with a phrase bank: those that are told apart from the essays' structures. */
function firstTier({ rubrics, phrases }: Builtin): Framework[] {
  return rubrics.frameworks.filter(({ id }) => phrases.some(({ framework }) => framework === id));
}

async function firstOf(set: PhraseSet, framework: Framework): Promise<Offered[]> {
  const lists = framework.sections.map(async (section) => {
    const name = `${framework.id}/${section.id}`;
    const request = { wanted: { framework, section }, query: '', limit: FIRST, locale: 'zh' } as const;
    const { suggestions: offered } = await suggestions(set, request);
    return offered.map(({ text, places: [place] }) => ({
      section: name,
      text,
      place: `${basename(place?.path ?? '').slice(0, 3)}:${(place?.range.start.line ?? 0) + 1}`,
      judgement: known.get(`${name} ${digestOf(text)}`),
    }));
  });
  return (await Promise.all(lists)).flat();
}

const show = ({ section, place, judgement }: Offered): string =>
  `${section} ${place} ${judgement?.reason ?? 'not judged'}`;

suite('suggestions: the first ten of every section, as judged', () => {
  test('the file judges each phrase once per section, with a reason', () => {
    assert.equal(known.size, judged.length);
    for (const { digest, reason } of judged) {
      assert.match(digest, /^[0-9a-f]{16}$/);
      assert.ok(reason !== '', digest);
    }
  });

  suite(THERE ? 'from the five documents' : 'skipped: ../shared/documents is absent', () => {
    const builtin = readBuiltin();
    let offered: readonly Offered[] = [];

    suiteSetup(async function () {
      if (!THERE) this.skip();
      const rubrics = await new RubricStore({ builtin }, nodeFiles).for(undefined, []);
      const set = await readPhrases([DOCUMENTS], [], rubrics, builtin);
      offered = (await Promise.all(firstTier(builtin).map((framework) => firstOf(set, framework)))).flat();
    });

    test('none is denied', () => {
      const filter = new DenyFilter(
        [...builtin.deny, ...denyWording(builtin.rubrics.wording)],
        setPhrases(builtin.rubrics.frameworks, builtin.phrases),
      );
      assert.deepEqual(offered.filter(({ judgement }) => judgement?.denied).map(show), []);
      assert.deepEqual(offered.filter(({ text }) => filter.denial(text)).map(show), []);
    });

    test('at least 80 % of those judged are usable, in every section', () => {
      for (const section of new Set(judged.map((judgement) => judgement.section))) {
        const there = offered.filter((one) => one.section === section && one.judgement);
        const bad = there.filter(({ judgement }) => !judgement?.usable);
        assert.ok(bad.length <= there.length * (1 - USABLE) + 1e-9, bad.map(show).join('\n'));
        assert.ok(there.length > 0, section);
      }
    });

    test('at least 70 % of all have been judged', () => {
      const missing = offered.filter(({ judgement }) => !judgement);
      assert.ok(missing.length <= offered.length * (1 - JUDGED), missing.map(show).join('\n'));
    });
  });
});
