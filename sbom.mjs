/**
 * Writes `dist/sbom.cdx.json`: what is in the bundles and where it comes from, as a CycloneDX document. npm knows
 * the packages from the lock file; of these, only the ones `npm run build` has put something of into `dist/` are kept.
 * The same sources give the same file: it has neither a date nor a serial number.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));

function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

/** Everything the lock file names. */
function allPackages() {
  const args = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'];
  const { status, stdout, stderr, error } = spawnSync('npm', args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`npm sbom failed:\n${stderr}`);
  return JSON.parse(stdout);
}

/** `name@version` of the folder of a package. */
function identify(folder) {
  const { name, version } = readJson(join(folder, 'package.json'));
  return `${name}@${version}`;
}

const { name, version } = readJson('package.json');
const { description } = readJson('package.nls.json');
const bundled = new Set(readJson('dist/packages.json').map(identify));
const { metadata, components, dependencies, ...all } = allPackages();
delete all.serialNumber;
const kept = components.filter((component) => bundled.has(component['bom-ref']));
const missing = [...bundled].filter((id) => !kept.some((component) => component['bom-ref'] === id));
if (missing.length > 0) throw new Error(`in the bundles, but not in the lock file: ${missing.join(', ')}`);
const isKept = (ref) => bundled.has(ref);
const bill = {
  ...all,
  metadata: {
    component: {
      ...metadata.component,
      type: 'application',
      name,
      description,
      'bom-ref': `${name}@${version}`,
    },
  },
  // All of them are development dependencies to npm, since the bundles hold what is needed of them.
  components: kept.map((component) => ({ ...component, scope: 'required', properties: [] })),
  dependencies: [
    { ref: `${name}@${version}`, dependsOn: [...bundled].sort() },
    ...dependencies
      .filter(({ ref }) => isKept(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter(isKept) })),
  ],
};
writeFileSync(join(root, 'dist/sbom.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`);
