import { createServer, type Server } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import type { Config } from '../config.js';
import { Database } from './database/database.js';
import { Metrics } from './metrics.js';

/** Health and metrics of a process that serves nothing else. Off when its port is 0. */
export async function serveHealth(app: INestApplicationContext, config: Config): Promise<Server | undefined> {
  if (config.workerPort === 0) return undefined;
  const answers: Record<string, () => Promise<string>> = {
    '/health/live': () => Promise.resolve('{"status":"ok"}'),
    '/health/ready': () =>
      app
        .get(Database)
        .ping()
        .then(() => '{"status":"ok"}'),
    '/metrics': () => app.get(Metrics).text(),
  };
  const server = createServer((request, response) => {
    const answer = answers[request.url ?? ''];
    if (!answer) return void response.writeHead(404).end();
    answer().then(
      (body) => response.writeHead(200).end(body),
      () => response.writeHead(503).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(config.workerPort, config.host, resolve);
  });
  return server;
}
