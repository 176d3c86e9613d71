import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { readConfig } from '../config.js';
import { TenantsService } from '../tenants/tenants.service.js';
import { COMPANY, emailOf, OWNER } from './company.js';

/** Makes a tenant as `heed tenant create` does: it takes no key to make the first key. */
export async function createTenant(env: NodeJS.ProcessEnv, name: string): Promise<{ apiKey: string }> {
  const module = AppModule.commandLine(readConfig(env));
  const app = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
  try {
    const ownerEmail = emailOf(OWNER, `${COMPANY.toLowerCase()}.example`);
    return await app.get(TenantsService).create({ name, ownerEmail, ownerName: OWNER });
  } finally {
    await app.close();
  }
}
