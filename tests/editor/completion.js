import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { policyFileSchema } from './places.js';
import { marked, path } from './marked.js';
import { check } from './results.js';

const { definitions, properties } = JSON.parse(readFileSync(policyFileSchema, 'utf8'));
const kinds = properties.kind.enum;

// What the server offers of its own: a whole mapping, called after its title.
const SKELETON = 7;

export async function completion(server) {
  const offered = async (text) => {
    const { text: whole, position } = marked(text);
    await server.open(path, whole);
    return (await server.complete(path, position)).filter(({ kind }) => kind !== SKELETON).map(({ label }) => label);
  };
  const offers = (name, text, words) => check(`${name} offers ${words}`, async () => {
    const labels = await offered(text);
    assert.deepEqual(words.filter((word) => !labels.includes(word)), [], `it offers ${labels}`);
  });
  const offersNot = (name, text, words) => check(`${name} offers none of ${words}`, async () => {
    const labels = await offered(text);
    assert.deepEqual(labels.filter((label) => words.includes(label)), []);
  });

  await offers('an empty document', 'k§', ['kind']);
  await offers('kind', 'kind: §', kinds);
  for (const kind of kinds) {
    const own = Object.keys(definitions[kind].properties).filter((key) => key !== 'kind');
    const foreign = new Set(kinds.flatMap((other) => Object.keys(definitions[other].properties)));
    own.concat('kind').forEach((key) => foreign.delete(key));
    await offers(kind, `kind: ${kind}\n§\n`, own);
    await offersNot(kind, `kind: ${kind}\n§\n`, [...foreign]);
    await offers(`${kind}, as the second document`, `kind: Settings\n---\nkind: ${kind}\n§\n`, own);
  }

  const policy = 'kind: AccessPackage\nname: A\ncatalog: B\npolicies:\n  - name: C\n';
  await offers('a policy', `${policy}    §\n`, ['requestors', 'automatic', 'approval', 'expiration', 'review', 'template']);
  await offersNot('a policy without a template', `${policy}    §\n`, ['with']);
  await offers('a policy with a template', `${policy}    template: D\n    §\n`, ['with', 'approval']);
  await offersNot('a policy', `${policy}    §\n`, ['resourceRoles', 'kind', 'enabled', 'catalog']);
  await offers('requestors', `${policy}    requestors:\n      §\n`, ['who', 'mayRequest', 'onBehalf']);
  await offers('who', `${policy}    requestors:\n      who: §\n`, ['anyMember', 'anyExternalUser', 'nobody']);
  await offers('approval', `${policy}    approval: §\n`, ['none']);
  await offers('expiration', `${policy}    expiration: §\n`, ['never', '{ after: 14 days }', '{ until: 2027-03-31 }']);
  await offers('a tombstone', 'kind: Catalog\nname: A\nensure: absent\n§\n', ['id', 'protect']);
  await offersNot('a tombstone', 'kind: Catalog\nname: A\nensure: absent\n§\n', ['description', 'resources', 'extensions']);
  await offers('ensure', 'kind: Catalog\nname: A\nensure: §\n', ['present', 'absent', 'unmanaged']);
  await offers('a truth', 'kind: Catalog\nname: A\nenabled: §\n', ['true', 'false']);
  await offers('a resource', 'kind: Catalog\nname: A\nresources:\n  - §\n', ['group', 'application', 'site']);
}
