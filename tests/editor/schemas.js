import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseAllDocuments } from 'yaml';
import { isWorkspaceFile, policyFileSchema, workspaceSchema } from './places.js';

const Ajv = createRequire(import.meta.url)('ajv').default;
const ajv = new Ajv({ allErrors: true, strict: false });
const compile = (path) => ajv.compile(JSON.parse(readFileSync(path, 'utf8')));
const policyFile = compile(policyFileSchema);
const workspace = compile(workspaceSchema);

// What the schema has against a file; nothing where it accepts it.
export function objections(path, text = readFileSync(path, 'utf8')) {
  const validate = isWorkspaceFile(path) ? workspace : policyFile;
  return parseAllDocuments(text, { merge: true }).flatMap((document) => {
    if (document.errors.length > 0) {
      return document.errors.map((error) => `not YAML: ${error.message}`);
    }

    return validate(document.toJS()) ? [] : validate.errors.map((error) => `${error.instancePath} ${error.message}`);
  });
}
