// Starts the services all tests share, on an up-to-date schema: ours, or those the environment names.
import { execFileSync } from 'node:child_process';
import { openTestServices } from '../../dist/test/support/services.js';

export default async function setUp() {
  const services = await openTestServices();
  globalThis.heedTestServices = services;
  Object.assign(process.env, {
    DATABASE_URL: services.databaseUrl,
    DATABASE_OWNER_URL: services.ownerUrl,
    REDIS_URL: services.redisUrl,
    HEED_SECRET_KEY: services.secretKey,
  });
  execFileSync(process.execPath, ['dist/src/cli.js', 'migrate'], { stdio: 'inherit', env: process.env });
}
