import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Analyzer } from '../../../server/src/core/analysis/analyse';
import { parseDraft } from '../../../server/src/core/draft/draft';
import type { SystemKind } from '../../../server/src/core/framework/types';
import { recogniseMethods } from '../../../server/src/core/methods/recognise';
import { scaffoldOf } from '../../../server/src/core/features/methods';
import { DenyFilter } from '../../../server/src/core/phrases/deny';
import { loadPhrases } from '../../../server/src/core/phrases/load';
import { checkRules } from '../../../server/src/core/rules/check';
import { fold } from '../../../server/src/core/text/fold';
import { hasPlace } from '../../systems/coverage';
import { referenceTexts, THERE } from '../../support/referenceDocuments';
import { readModel, readRubrics, ROOT } from '../../support/rubrics';

const han = (text: string): string => fold(text).replace(/[^㐀-鿿]/g, '');

/** What the loader cannot see: systems that can be read but cannot work, or should not be said. */
suite('rubrics/systems', () => {
  const rubrics = readRubrics();
  const systems = rubrics.systems ?? [];
  const of = (kind: SystemKind): typeof systems => systems.filter((system) => system.kind === kind);
  const members = systems.flatMap((system) =>
    system.members.map((member) => ({ system, member, name: `${system.id}/${member.id}` })),
  );
  const analyzer = new Analyzer(rubrics, readModel());

  test('all kinds are there', () =>
    assert.deepEqual(
      (['method', 'situation', 'checklist', 'fact', 'saying'] as const).map((kind) => of(kind).length),
      [37, 11, 32, 12, 45],
    ));

  test('every id stands once', () => assert.equal(new Set(systems.map(({ id }) => id)).size, systems.length));

  test('every member can be found in a draft, or belongs to what can', () =>
    assert.deepEqual(
      members
        .filter(
          ({ member: { phrases, cues, avoid, rule, at, scaffold } }) =>
            phrases.length + cues.length + avoid.length + at.length === 0 && !rule && !scaffold,
        )
        .map(({ name }) => name),
      [],
    ));

  test('every method has a sentence to insert for each member, with something to fill in', () => {
    for (const { system, member, name } of members) {
      if (system.kind === 'method') assert.match(member.scaffold ?? '', /【[^】]+】/, name);
    }
  });

  test('every method says for which questions', () => {
    for (const { id, use, whenCues, members: own } of of('method')) {
      const asked = use === 'family' ? own.some((member) => member.whenCues.length > 0) : whenCues.length > 0;
      assert.ok(asked, id);
    }
  });

  test('every fact says whether it is history or background, and is known by words of its own', () => {
    for (const { id, status } of of('fact')) assert.ok(status, id);
    for (const { system, member, name } of members) {
      if (system.kind === 'fact')
        assert.ok(
          member.phrases.every((phrase) => phrase.length >= 2 && member.cues.length === 0),
          name,
        );
    }
  });

  test('a word to avoid has something to write instead', () => {
    for (const { member, name } of members) {
      if (member.avoid.length > 0) assert.ok(member.instead, name);
    }
  });

  test('sections, points and wording entries they name are there', () => {
    const entries = new Set(
      rubrics.wording.flatMap((list) => list.entries.map((entry) => `${list.id}/${entry.id}`)),
    );
    for (const { member, name } of members) {
      if (member.rule !== undefined) assert.ok(entries.has(member.rule), `${name}: ${member.rule}`);
      for (const place of member.at) {
        const [id, inside = ''] = place.split('#');
        const framework = rubrics.frameworks.find((own) => own.id === id);
        assert.ok(framework && hasPlace(framework, inside), `${name}: ${place}`);
      }
    }
    for (const { id, sections } of systems) {
      for (const place of sections) {
        const [framework, section = ''] = place.split('/');
        const own = rubrics.frameworks.find((one) => one.id === framework);
        assert.ok(own && hasPlace(own, section), `${id}: ${place}`);
      }
    }
  });

  test('fixed expressions are short: at most 12 字', () =>
    assert.deepEqual(
      members.flatMap(({ name, member }) =>
        member.phrases.filter((phrase) => han(phrase).length > 12).map((phrase) => `${name}: ${phrase}`),
      ),
      [],
    ));

  test('what is offered is never on the deny lists', () => {
    const folder = join(ROOT, 'rubrics/deny');
    const deny = new DenyFilter(
      readdirSync(folder).flatMap(
        (name) => loadPhrases(readFileSync(join(folder, name), 'utf8'), `builtin:${name}`).deny,
      ),
      [],
    );
    const offered = members
      .filter(({ system }) => system.kind !== 'fact')
      .flatMap(({ name, system, member }) =>
        [
          ...(system.kind === 'saying' ? member.phrases : []),
          ...(member.scaffold ? [member.scaffold] : []),
          ...(member.instead ? [member.instead] : []),
        ].map((text) => ({ name, text })),
      );
    assert.deepEqual(
      offered.filter(({ text }) => deny.denial(text)).map(({ name, text }) => `${name}: ${text}`),
      [],
    );
  });

  test('what is inserted is not itself flagged', () => {
    const flagged = members.flatMap(({ name, member }) =>
      member.scaffold === undefined
        ? []
        : checkRules(analyzer.analyse(parseDraft(member.scaffold)))
            .filter(({ code }) => /^(wording|promise|role|cliche)/.test(code))
            .map(({ message }) => `${name}: ${message}`),
    );
    assert.deepEqual(flagged, []);
  });

  test('titles and notes have no demeaning word', () => {
    const forms = rubrics.wording
      .filter(({ rule }) => rule === 'wording.dignity')
      .flatMap(({ entries }) => entries.flatMap(({ match }) => match));
    assert.deepEqual(
      members.flatMap(({ name, member }) =>
        forms
          .filter((form) => `${member.title.zh}${member.note.zh}${member.scaffold ?? ''}`.includes(form))
          .map((form) => `${name}: ${form}`),
      ),
      [],
    );
  });

  test('every sentence to insert shows a word of its member, so that it is found once inserted', () =>
    assert.deepEqual(
      members
        .filter(({ system: { kind }, member }) => kind === 'method' && member.scaffold !== undefined)
        .filter(({ member: { scaffold = '', cues, phrases } }) => {
          const said = fold(scaffold.replace(/【[^】]*】/g, '□'));
          return ![...cues, ...phrases].some((word) => said.includes(fold(word)));
        })
        .map(({ name }) => name),
      [],
    ));

  test('a whole method that was inserted is recognised, once it is filled in', () => {
    const lost = of('method')
      .filter(({ use }) => use === 'all')
      .filter((system) => {
        const text = scaffoldOf(system).replace(/【[^】]*】/g, '李大爷');
        return !recogniseMethods(analyzer.analyse(parseDraft(text))).some((own) => own.system === system);
      })
      .map(({ id }) => id);
    assert.deepEqual(lost, []);
  });

  test('nothing is copied: no more than 12 字 in a row are those of a document', function () {
    if (!THERE) this.skip();
    const text = [...referenceTexts().values()].map(han).join('|');
    const folders = ['methods', 'situations', 'checklists', 'facts', 'frameworks', 'wording'];
    const copied = folders.flatMap((folder) =>
      readdirSync(join(ROOT, 'rubrics', folder)).flatMap((name) =>
        readFileSync(join(ROOT, 'rubrics', folder, name), 'utf8')
          .split(/\n|\[|\]|, |[A-Za-z:{}#-]/)
          .map(han)
          .flatMap((line) =>
            Array.from({ length: Math.max(0, line.length - 12) }, (_, at) => line.slice(at, at + 13))
              .filter((run) => text.includes(run))
              .slice(0, 1)
              .map((run) => `${folder}/${name}: ${run}`),
          ),
      ),
    );
    assert.deepEqual(copied, []);
  });
});
