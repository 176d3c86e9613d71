import type { OpenAPIObject } from '@nestjs/swagger';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../src/platform/embedded/free-port.js';
import { type Operation, operationsOf } from './operations.js';
import { HeedProcess } from './processes.js';

/**
 * The API process as it is built and run in production. Only the build knows the whole OpenAPI document:
 * a compiler plugin reads the types and comments of the DTOs.
 */
export class BuiltApi {
  private constructor(
    private readonly process: HeedProcess,
    private readonly folder: string,
    readonly url: string,
    readonly document: OpenAPIObject,
    readonly operations: Operation[],
  ) {}

  static async start(env: Record<string, string> = {}): Promise<BuiltApi> {
    const folder = await mkdtemp(join(tmpdir(), 'heed-api-'));
    const port = String(await freePort());
    const settings = { HEED_HOST: '127.0.0.1', HEED_PORT: port, HEED_RATE_LIMIT_PER_MINUTE: '0', ...env };
    const process = new HeedProcess('main', settings, folder);
    await process.start();
    const url = `http://127.0.0.1:${port}`;
    const document = (await (await fetch(`${url}/openapi.json`)).json()) as OpenAPIObject;
    return new BuiltApi(process, folder, url, document, operationsOf(document));
  }

  /** What it has logged so far. */
  log(): Promise<string> {
    return readFile(join(this.folder, 'main.log'), 'utf8');
  }

  async stop(): Promise<void> {
    await this.process.stop();
    await rm(this.folder, { recursive: true });
  }
}
