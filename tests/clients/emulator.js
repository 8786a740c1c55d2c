import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const tool = join(dirname(fileURLToPath(import.meta.url)), '../../src/Reconciler.Cli/bin/Release/net10.0/reconciler.dll');
const LONGEST_START = 60_000;

// `reconciler emulate` as a process of its own, in an empty folder, until stopped.
export class Emulator {
  #process;
  #folder;

  // What it prints at the start is all that a client is told.
  static async start() {
    const emulator = new Emulator();
    emulator.#folder = mkdtempSync(join(tmpdir(), 'reconciler-clients-'));
    emulator.authority = join(emulator.#folder, 'ca.pem');
    emulator.#process = spawn('dotnet', [tool, 'emulate', '--listen', '127.0.0.1:0', '--tls', '--ca', emulator.authority, '--format', 'json'], {
      cwd: emulator.#folder,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const timer = setTimeout(() => emulator.#process.kill('SIGKILL'), LONGEST_START);
    emulator.printed = '';
    for await (const line of createInterface(emulator.#process.stdout)) {
      emulator.printed += `${line}\n`;
      if (line === '}') {
        clearTimeout(timer);
        return Object.assign(emulator, JSON.parse(emulator.printed));
      }
    }

    throw new Error(`The emulator did not say where it is:\n${emulator.printed}`);
  }

  // The exit code; a clean stop is 0.
  async stop() {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill('SIGTERM');
    const code = await ended;
    rmSync(this.#folder, { recursive: true });
    return code;
  }
}
