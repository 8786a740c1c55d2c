import { accepted } from './accepted.js';
import { completion } from './completion.js';
import { hover } from './hover.js';
import { example, root, settingsOf } from './places.js';
import { refused } from './refused.js';
import { finish } from './results.js';
import { Server } from './server.js';

await accepted();
const server = await Server.start(example, settingsOf(example));
await completion(server);
await hover(server);
await server.stop();

// Bad files of others say nothing: an editor is told which schema is theirs.
const told = await Server.start(root, {
  './schemas/policy-file.schema.json': ['**/Gallery/*/policies/**', '**/bad/*/policies/**'],
  './schemas/reconciler.schema.json': ['**/Gallery/*/reconciler.yaml', '**/bad/*/reconciler.yaml'],
});
await refused(told);
await told.stop();
process.exit(finish());
