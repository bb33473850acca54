import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Model, type ModelData } from '../../server/src/core/analysis/model';
import { loadRubric } from '../../server/src/core/framework/load';
import type { Rubrics } from '../../server/src/core/framework/types';

/** Root of the repository, found from the compiled test files in `out/`. */
export const ROOT = resolve(__dirname, '../../..');

/** Reads the built-in rubrics from their YAML files. @throws Error naming the file when one has a fault */
export function readRubrics(): Rubrics {
  const folders = ['frameworks', 'wording', 'kinds', 'methods', 'situations', 'checklists', 'facts'];
  const loaded = folders.flatMap((folder) =>
    readdirSync(join(ROOT, 'rubrics', folder))
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => {
        const rubric = loadRubric(
          readFileSync(join(ROOT, 'rubrics', folder, name), 'utf8'),
          `builtin:${folder}/${name}`,
        );
        if (rubric.problems[0]) throw new Error(`${name}: ${JSON.stringify(rubric.problems[0])}`);
        return rubric;
      }),
  );
  return {
    kinds: loaded.flatMap((rubric) => rubric.kinds ?? []),
    systems: loaded.flatMap((rubric) => rubric.systems ?? []),
    frameworks: loaded.flatMap((rubric) => rubric.frameworks),
    wording: loaded.flatMap((rubric) => rubric.wording),
  };
}

/** Reads the trained model that ships with the extension. */
export function readModel(): Model {
  return new Model(JSON.parse(readFileSync(join(ROOT, 'rubrics/model/model.json'), 'utf8')) as ModelData);
}
