import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Emulator } from './emulator.js';

// Node reads the certificates that it trusts when it starts: so the walk is a process of its own.
const emulator = await Emulator.start();
const walk = spawn(process.execPath, [join(dirname(fileURLToPath(import.meta.url)), 'walk.js')], {
  stdio: 'inherit',
  env: {
    ...process.env,
    NODE_EXTRA_CA_CERTS: emulator.certificateAuthority,
    GRAPH: emulator.graph,
    TENANT: emulator.tenantId,
    CLIENT: emulator.clientId,
    SECRET: emulator.secret,
    TOKENS: emulator.tokens,
  },
});
const walked = await new Promise((resolve) => walk.once('exit', resolve));
const stopped = await emulator.stop();
if (stopped !== 0) {
  console.log(`FAILED  the emulator ended with ${stopped}`);
}

process.exit(walked || stopped ? 1 : 0);
