/**
 * What the five documents are called that the built-in rubrics rest on, by their number in rubrics/inventory.yaml. The
 * numbers tell a writer nothing. Shortened; as the documents are, in Chinese.
 */
const TITLES: ReadonlyMap<string, string> = new Map([
  ['000', '群众关系模拟题'],
  ['001', '群众来访接待工作'],
  ['002', '群众工作心得体会'],
  ['003', '群众质疑我们的工作'],
  ['004', '群众工作10法'],
]);

/** The title of a document of the inventory; undefined for what a writer's own rubrics name. */
export function documentTitle(document: string): string | undefined {
  const title = TITLES.get(document);
  return title === undefined ? undefined : `《${title}》`;
}
