import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tool } from './places.js';

const FINDING = /^(?:(\S.*?):(\d+):\d+: )?(?:error|warning|information) (RCN\d{3}):/gm;

// What the tool says about a workspace, each finding with its place if it has one: as it was accepted where that is written down, else as `reconciler validate` says now.
export function findingsOf(folder) {
  const accepted = join(folder, 'expected.txt');
  const said = existsSync(accepted) ? readFileSync(accepted, 'utf8') : validate(folder);
  return [...said.matchAll(FINDING)].map(([, file, line, code]) => ({ path: file && join(folder, file), line: Number(line), code }));
}

// Whether what is wrong is what a variable stands for, and not what is written.
export const isOfVariable = ({ path, line }) => /\$\((var|param)\./.test(readFileSync(path, 'utf8').split('\n')[line - 1]) && !path.endsWith('/reconciler.yaml');

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
