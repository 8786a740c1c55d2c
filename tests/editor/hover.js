import assert from 'node:assert/strict';
import { marked, path } from './marked.js';
import { check } from './results.js';

export async function hover(server) {
  const says = (name, text, words) => check(`${name} is explained`, async () => {
    const { text: whole, position } = marked(text);
    await server.open(path, whole);
    const said = await server.hover(path, position);
    words.forEach((word) => assert.ok(said.includes(word), `it says: ${said}`));
  });

  await says('a kind', 'ki§nd: Catalog\nname: A\n', ['container of resources']);
  await says('a key', 'kind: Catalog\nname: A\nenabledFor§ExternalUsers: true\n', ['Whether users from outside', 'accessPackageCatalog.isExternallyVisible', '`false`', 'Enabled for external users']);
  await says(
    'a key far down',
    'kind: AccessPackage\nname: A\ncatalog: B\npolicies:\n  - name: C\n    approval:\n      stages:\n        - approvers: [ { manager: 1 } ]\n          decide§Within: 3 days\n',
    ['How long until the request is denied by itself.', '14 days']);
  await says('a word', 'kind: AccessPackage\nname: A\ncatalog: B\npolicies:\n  - name: C\n    requestors: { who: any§Member }\n', ['Every member of the directory, guests excluded.']);
}
