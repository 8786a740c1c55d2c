import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const here = dirname(fileURLToPath(import.meta.url));
export const root = resolve(here, '../..');
export const policyFileSchema = join(root, 'schemas/policy-file.schema.json');
export const workspaceSchema = join(root, 'schemas/reconciler.schema.json');
export const example = join(root, 'policies-example');
export const tool = join(root, 'src/Reconciler.Cli/bin/Release/net10.0/reconciler.dll');

export const uri = (path) => pathToFileURL(path).toString();

// The files of a workspace that the language is written in: its policy files, and reconciler.yaml where it has one.
export function filesOf(folder) {
  return walk(folder).filter((path) => isWorkspaceFile(path) || path.slice(folder.length).startsWith('/policies/'));
}

export const isWorkspaceFile = (path) => path.endsWith('/reconciler.yaml');

export const foldersOf = (folder) => {
  try {
    return readdirSync(folder).sort().map((name) => join(folder, name)).filter((path) => statSync(path).isDirectory());
  } catch {
    return [];
  }
};

// Which schemas the folder's own settings name.
export const settingsOf = (folder) => JSON.parse(readFileSync(join(folder, '.vscode/settings.json'), 'utf8'))['yaml.schemas'];

function walk(folder) {
  return readdirSync(folder).sort().flatMap((name) => {
    const path = join(folder, name);
    return name.startsWith('.') ? [] : statSync(path).isDirectory() ? walk(path) : /\.ya?ml$/.test(name) ? [path] : [];
  });
}
