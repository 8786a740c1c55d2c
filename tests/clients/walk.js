import assert from 'node:assert/strict';
import graph from '@microsoft/microsoft-graph-client';
import { check, finish } from '../editor/results.js';
import { signIn } from './signIn.js';

const { BatchRequestContent, BatchResponseContent, Client, PageIterator } = graph;
const { GRAPH } = process.env;
const root = new URL(GRAPH);
const management = '/identityGovernance/entitlementManagement';
const client = clientOf(await signIn());

function clientOf(token) {
  return Client.init({
    baseUrl: root.origin,
    defaultVersion: 'v1.0',
    customHosts: new Set([root.hostname]),
    authProvider: (done) => done(null, token),
  });
}

const refusal = async (work) => {
  try {
    await work();
  } catch (trouble) {
    return trouble;
  }

  throw new Error('It was not refused.');
};

let catalog;
let accessPackage;
let policy;
let group;

await check('the tenant says which it is', async () => {
  const { value } = await client.api('/organization').select('id,displayName').get();
  assert.equal(value[0].id, process.env.TENANT);
});

await check('a group of the directory is found', async () => {
  const { value } = await client.api('/groups').select('id,displayName').top(1).get();
  group = value[0];
  assert.match(group.id, /^[0-9a-f-]{36}$/);
});

await check('a catalog is made, changed and found by name', async () => {
  catalog = await client.api(`${management}/catalogs`).post({ displayName: "O'Team", description: 'For a walk', state: 'published', isExternallyVisible: false });
  assert.equal(catalog.catalogType, 'userManaged');
  assert.equal(await client.api(`${management}/catalogs/${catalog.id}`).patch({ description: 'Changed' }), undefined);
  const { value } = await client.api(`${management}/catalogs`).filter("displayName eq 'O''Team'").get();
  assert.deepEqual(value.map(({ id, description }) => [id, description]), [[catalog.id, 'Changed']]);
});

await check('a group becomes a resource, with its roles', async () => {
  const request = await client.api(`${management}/resourceRequests`).post({
    requestType: 'adminAdd',
    resource: { originId: group.id, originSystem: 'AadGroup' },
    catalog: { id: catalog.id },
  });
  assert.equal(request.state, 'delivered');
  const { value } = await client.api(`${management}/catalogs/${catalog.id}/resources`).filter(`originId eq '${group.id}'`).expand('roles,scopes').get();
  assert.deepEqual(value[0].roles.map(({ originId }) => originId).toSorted(), [`Member_${group.id}`, `Owner_${group.id}`]);
});

await check('an access package is made and is given a role', async () => {
  accessPackage = await client.api(`${management}/accessPackages`).post({ displayName: 'Walkers', description: 'Who walks', isHidden: false, catalog: { id: catalog.id } });
  const { value } = await client.api(`${management}/catalogs/${catalog.id}/resources`).get();
  const scope = await client.api(`${management}/accessPackages/${accessPackage.id}/resourceRoleScopes`).post({
    role: { originId: `Member_${group.id}`, displayName: 'Member', originSystem: 'AadGroup', resource: { id: value[0].id, originId: group.id, originSystem: 'AadGroup' } },
    scope: { originId: group.id, originSystem: 'AadGroup' },
  });
  assert.match(scope.id, /_/);
  const read = await client.api(`${management}/accessPackages/${accessPackage.id}`).expand('resourceRoleScopes($expand=role,scope),catalog').get();
  assert.equal(read.resourceRoleScopes[0].role.displayName, 'Member');
  assert.equal(read.catalog.id, catalog.id);
});

const policyBody = () => ({
  displayName: 'All members',
  description: 'Members may ask',
  allowedTargetScope: 'allMemberUsers',
  specificAllowedTargets: [],
  expiration: { type: 'afterDuration', duration: 'P60D' },
  requestorSettings: {
    enableTargetsToSelfAddAccess: true, enableTargetsToSelfUpdateAccess: true, enableTargetsToSelfRemoveAccess: true, allowCustomAssignmentSchedule: false,
    enableOnBehalfRequestorsToAddAccess: false, enableOnBehalfRequestorsToUpdateAccess: false, enableOnBehalfRequestorsToRemoveAccess: false, onBehalfRequestors: [],
  },
  requestApprovalSettings: { isApprovalRequiredForAdd: false, isApprovalRequiredForUpdate: false, stages: [] },
  accessPackage: { id: accessPackage.id },
});

await check('an assignment policy is made, and a PUT replaces it', async () => {
  policy = await client.api(`${management}/assignmentPolicies`).post(policyBody());
  const replaced = await client.api(`${management}/assignmentPolicies/${policy.id}`).put({ ...policyBody(), expiration: { type: 'noExpiration' } });
  assert.equal(replaced.id, policy.id);
  const { expiration } = await client.api(`${management}/assignmentPolicies/${policy.id}`).get();
  assert.equal(expiration.type, 'noExpiration');
});

await check('what beta calls otherwise is refused as Graph refuses it', async () => {
  const trouble = await refusal(() => client.api(`${management}/assignmentPolicies`).post({ ...policyBody(), durationInDays: 60 }));
  assert.deepEqual([trouble.statusCode, trouble.code], [400, 'InvalidModel']);
  assert.ok(trouble.requestId);
});

await check('pages are followed to the end', async () => {
  for (const name of ['One', 'Two', 'Three']) {
    await client.api(`${management}/accessPackages`).post({ displayName: name, description: name, catalog: { id: catalog.id } });
  }

  const names = [];
  const page = await client.api(`${management}/accessPackages`).filter(`catalog/id eq '${catalog.id}'`).top(2).get();
  assert.equal(page.value.length, 2);
  await new PageIterator(client, page, ({ displayName }) => names.push(displayName) > 0).iterate();
  assert.deepEqual(names.toSorted(), ['One', 'Three', 'Two', 'Walkers']);
});

await check('a batch is answered part by part', async () => {
  // Node's Request takes no relative address, and Graph takes no other in a batch.
  const get = (id) => ({ method: 'GET', url: `${management}/catalogs/${id}`, headers: new Headers() });
  const batch = new BatchRequestContent([
    { id: 'there', request: get(catalog.id) },
    { id: 'nowhere', request: get('00000000-0000-4000-8000-00000000dead') },
  ]);
  const answer = new BatchResponseContent(await client.api('/$batch').post(await batch.getContent()));
  assert.equal(answer.getResponseById('there').status, 200);
  assert.equal(answer.getResponseById('nowhere').status, 404);
});

await check('a catalog with access packages is not deleted', async () => {
  const trouble = await refusal(() => client.api(`${management}/catalogs/${catalog.id}`).delete());
  assert.equal(Math.floor(trouble.statusCode / 100), 4);
});

await check('what was made is deleted again, and then is gone', async () => {
  await client.api(`${management}/assignmentPolicies/${policy.id}`).delete();
  const { value } = await client.api(`${management}/accessPackages`).filter(`catalog/id eq '${catalog.id}'`).get();
  for (const { id } of value) {
    await client.api(`${management}/accessPackages/${id}`).delete();
  }

  await client.api(`${management}/catalogs/${catalog.id}`).delete();
  assert.equal((await refusal(() => client.api(`${management}/accessPackages/${accessPackage.id}`).get())).statusCode, 404);
  assert.equal((await refusal(() => client.api(`${management}/catalogs/${catalog.id}`).get())).statusCode, 404);
});

await check('a token that is none is refused', async () => {
  const trouble = await refusal(() => clientOf('nothing').api('/organization').get());
  assert.deepEqual([trouble.statusCode, trouble.code], [401, 'InvalidAuthenticationToken']);
});

await check('a secret that is wrong gives no token', async () => {
  assert.match((await refusal(() => signIn('wrong'))).message, /invalid_client/);
});

process.exit(finish());
