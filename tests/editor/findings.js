import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tool } from './places.js';

const FINDING = /^(\S.*?):(\d+):(\d+): (?:error|warning|information) (RCN\d{3}):/gm;

// What `reconciler validate` says about a workspace: as it was accepted where that is written down, else as it says now.
export function findingsOf(folder) {
  const accepted = join(folder, 'expected.txt');
  const said = existsSync(accepted) ? readFileSync(accepted, 'utf8') : validate(folder);
  return [...said.matchAll(FINDING)].map(([, file, line, , code]) => ({ path: join(folder, file), line: Number(line), code }));
}

function validate(folder) {
  try {
    return execFileSync('dotnet', [tool, 'validate', folder], { encoding: 'utf8' });
  } catch (refused) {
    if (refused.status !== 3) {
      throw refused;
    }

    return refused.stdout;
  }
}
