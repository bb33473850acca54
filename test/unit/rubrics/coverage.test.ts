import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { coverage, coverageMarkdown, readInventory } from '../../systems/coverage';
import { readRubrics, ROOT } from '../../support/rubrics';

/** The inventory of the documents, which is not part of the repository. */
const INVENTORY = join(ROOT, '../shared/inventory.json');

interface Inventoried {
  readonly id: string;
  readonly kind: string;
  readonly tier: number | null;
  readonly members: readonly { readonly id: string; readonly points: readonly { readonly id: string }[] }[];
}

suite('rubrics/coverage', () => {
  const inventory = readInventory();
  const rubrics = readRubrics();
  const rows = coverage(inventory, rubrics);

  test('150 systems, each once', () => {
    assert.equal(inventory.length, 150);
    assert.equal(new Set(inventory.map(({ id }) => id)).size, 150);
  });

  test('every system lives somewhere and does something', () =>
    assert.deepEqual(
      rows.filter(({ place, features }) => place === '' || features.length === 0),
      [],
    ));

  test('every member is there, or denied with a reason, not both', () => {
    assert.deepEqual(
      rows.flatMap(({ entry, missing }) => missing.map((id) => `${entry.id}/${id}`)),
      [],
    );
    for (const { entry, covered, denied } of rows) {
      for (const { id, reason } of denied) {
        assert.equal(covered.includes(id), false, `${entry.id}/${id}: there and denied`);
        assert.ok(reason.length >= 5, `${entry.id}/${id}: ${reason}`);
      }
    }
  });

  test('no system of the rubrics is unknown to the inventory', () =>
    assert.deepEqual(
      (rubrics.systems ?? []).filter(({ id }) => !inventory.some((entry) => entry.id === id)),
      [],
    ));

  test('docs/coverage.md is not stale (node out/test/systems/write.js)', () =>
    assert.equal(readFileSync(join(ROOT, 'docs/coverage.md'), 'utf8'), coverageMarkdown(rows)));

  test('the ids are those of the inventory of the documents', function () {
    if (!existsSync(INVENTORY)) {
      process.stdout.write(`      ${INVENTORY} is not there: ids not compared\n`);
      this.skip();
    }
    const { systems } = JSON.parse(readFileSync(INVENTORY, 'utf8')) as { systems: Inventoried[] };
    assert.deepEqual(
      inventory.map(({ id, kind, members }) => ({ id, kind, members })),
      systems.map(({ id, kind, members }) => ({ id, kind, members: members.map((own) => own.id) })),
    );
    // The points of the frameworks of the first tier are accounted for as well.
    for (const { id, tier, members } of systems) {
      if (tier !== 1) continue;
      const row = rows.find(({ entry }) => entry.id === id);
      const known = [...(row?.covered ?? []), ...(row?.denied.map((one) => one.id) ?? [])];
      const points = members.flatMap((own) => own.points.map((point) => `${own.id}/${point.id}`));
      assert.deepEqual(
        points.filter((point) => !known.includes(point)),
        [],
        id,
      );
    }
  });
});
