import { join } from 'node:path';
import { root } from './places.js';

// A policy file of the example's folder, on no disk, and the place of the mark § in it.
export const path = join(root, 'policies-example/policies/written.yaml');

export function marked(text) {
  const whole = `# yaml-language-server: $schema=../../schemas/policy-file.schema.json\n${text}`;
  const before = whole.slice(0, whole.indexOf('§')).split('\n');
  return { text: whole.replace('§', ''), position: { line: before.length - 1, character: before.at(-1).length } };
}
