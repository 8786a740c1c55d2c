import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node.js';
import { uri } from './places.js';

const LONGEST_WAIT = 60_000;

// The YAML language server, spoken to as an editor does.
export class Server {
  #process;
  #connection;
  #waiting = new Map();
  #versions = new Map();

  // folder: what is opened in the editor. schemas: which of them are for which of its files, beside what a file says itself.
  static async start(folder, schemas = {}) {
    const settings = { validate: true, completion: true, hover: true, schemaStore: { enable: false }, schemas };
    const server = new Server();
    const manifest = createRequire(import.meta.url).resolve('yaml-language-server/package.json');
    server.#process = spawn(process.execPath, [join(dirname(manifest), 'bin/yaml-language-server'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createMessageConnection(new StreamMessageReader(server.#process.stdout), new StreamMessageWriter(server.#process.stdin));
    server.#connection = connection;
    connection.onNotification('textDocument/publishDiagnostics', (told) => server.#published(told));
    connection.onRequest('workspace/configuration', ({ items }) => items.map(({ section }) => (section === 'yaml' ? settings : {})));
    connection.onRequest('client/registerCapability', () => null);
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: uri(folder),
      workspaceFolders: [{ uri: uri(folder), name: 'opened' }],
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true, didChangeConfiguration: { dynamicRegistration: true } },
        textDocument: {
          synchronization: {},
          publishDiagnostics: {},
          completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] } },
          hover: { contentFormat: ['markdown', 'plaintext'] },
        },
      },
    });
    await connection.sendNotification('initialized', {});
    await connection.sendNotification('workspace/didChangeConfiguration', { settings: { yaml: settings } });
    return server;
  }

  // Opens a file, with another text than it has where one is given, and waits for what is said about it.
  async open(path, text = readFileSync(path, 'utf8')) {
    const file = uri(path);
    const told = this.#next(file);
    const version = (this.#versions.get(file) ?? 0) + 1;
    this.#versions.set(file, version);
    if (version === 1) {
      await this.#connection.sendNotification('textDocument/didOpen', { textDocument: { uri: file, languageId: 'yaml', version, text } });
    } else {
      await this.#connection.sendNotification('textDocument/didChange', { textDocument: { uri: file, version }, contentChanges: [{ text }] });
    }

    return await told;
  }

  async complete(path, position) {
    const result = await this.#connection.sendRequest('textDocument/completion', { textDocument: { uri: uri(path) }, position });
    return Array.isArray(result) ? result : (result?.items ?? []);
  }

  async hover(path, position) {
    const result = await this.#connection.sendRequest('textDocument/hover', { textDocument: { uri: uri(path) }, position });
    return result?.contents?.value ?? '';
  }

  async stop() {
    await this.#connection.sendRequest('shutdown');
    await this.#connection.sendNotification('exit');
    this.#connection.dispose();
    this.#process.kill();
  }

  #next(file) {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`nothing was said about ${file}`)), LONGEST_WAIT);
      this.#waiting.set(file, (diagnostics) => {
        clearTimeout(late);
        resolve(diagnostics);
      });
    });
  }

  #published({ uri: file, diagnostics }) {
    const waits = this.#waiting.get(file);
    this.#waiting.delete(file);
    waits?.(diagnostics);
  }
}
