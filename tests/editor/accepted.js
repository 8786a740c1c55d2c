import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { example, filesOf, foldersOf, isWorkspaceFile, root, settingsOf, tool } from './places.js';
import { check } from './results.js';
import { objections } from './schemas.js';
import { Server } from './server.js';

// What the tool accepts no editor may complain about, and no schema refuse.
export async function accepted() {
  await workspace(example);
  const made = mkdtempSync(join(tmpdir(), 'first-workspace-'));
  try {
    execFileSync('dotnet', [tool, 'init', made]);
    await workspace(made);
  } finally {
    rmSync(made, { recursive: true });
  }

  for (const folder of foldersOf(join(root, 'tests/Reconciler.ScenarioTests/Scenarios'))) {
    await check(`the schema accepts ${folder}`, () => assert.deepEqual(filesOf(folder).flatMap((path) => objections(path)), []));
  }
}

async function workspace(folder) {
  for (const path of filesOf(folder)) {
    await check(`the schema accepts ${path}`, () => assert.deepEqual(objections(path), []));
  }

  await opened(folder, 'by the line at its top', undefined, (top) => `${top}\nkind: Catalogue\n`);

  // That line speaks for the first document of a file alone; settings do for all.
  await opened(folder, 'by the settings', settingsOf(folder), (top, text) => `${text}---\nkind: Catalogue\n`);
}

async function opened(folder, how, schemas, spoil) {
  const server = await Server.start(folder, schemas);
  for (const path of filesOf(folder)) {
    await check(`${how}, nothing is said about ${path}`, async () => assert.deepEqual(await server.open(path), []));
    const text = readFileSync(path, 'utf8');
    const [top] = text.split('\n');
    const bad = isWorkspaceFile(path) ? `${top}\nverson: 1\n` : spoil(top, text);
    await check(`${how}, a mistake in ${path} is seen`, async () => assert.notDeepEqual(await server.open(path, bad), []));
  }

  await server.stop();
}
