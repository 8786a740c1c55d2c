import assert from 'node:assert/strict';
import { basename, join } from 'node:path';
import { isKnown, isStructural } from './codes.js';
import { findingsOf, isOfVariable } from './findings.js';
import { foldersOf, here, root } from './places.js';
import { check, skip } from './results.js';
import { objections } from './schemas.js';

// What the tool refuses for its structure: the editor complains on the same line, and the schema refuses it.
export async function refused(server) {
  const gallery = foldersOf(join(root, 'tests/Reconciler.ScenarioTests/Gallery'));
  const own = foldersOf(join(here, 'bad'));
  if (gallery.length === 0) {
    skip('the gallery of bad files', 'there is none');
  }

  await check('there are bad files', () => assert.ok(own.length > 0));
  for (const folder of [...gallery, ...own]) {
    const name = basename(folder);
    const findings = findingsOf(folder);
    await check(`${name}: the tool says something`, () => assert.ok(findings.length > 0));
    for (const { code } of findings) {
      await check(`${name}: it is decided whether a schema sees ${code}`, () => assert.ok(isKnown(code), `add ${code} to codes.js`));
    }

    for (const { path, line, code } of findings.filter((finding) => finding.path && isStructural(finding.code) && !isOfVariable(finding))) {
      await check(`${name}: the schema refuses ${code}`, () => assert.notDeepEqual(objections(path), []));
      await check(`${name}: the editor says ${code} on line ${line}`, async () => {
        const told = await server.open(path);
        const lines = told.map(({ range, message }) => `${range.start.line + 1}: ${message}`);
        assert.ok(told.some(({ range }) => range.start.line + 1 === line), `it says\n${lines.join('\n') || 'nothing'}`);
      });
    }
  }
}
