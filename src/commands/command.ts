import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { ParseArgsConfig } from 'node:util';
import { AppModule } from '../app.module.js';
import { readConfig } from '../config.js';
import { migrate } from '../platform/database/migrate.js';
import { createLog, NestLog } from '../platform/log.js';
import { openServices } from '../platform/services.js';

export interface Command {
  /** Its words, such as `tenant create`. */
  name: string;
  /** What it does, in one line. */
  summary: string;
  /** How to call it, with every option. */
  usage: string;
  options: NonNullable<ParseArgsConfig['options']>;
  run(input: CommandInput): Promise<void>;
}

export interface CommandInput {
  values: Record<string, string | boolean | (string | boolean)[] | undefined>;
  positionals: string[];
}

/** The command was called wrongly; its usage is shown. */
export class UsageError extends Error {}

export function requiredOption({ values }: CommandInput, name: string): string {
  const value = values[name];
  if (typeof value !== 'string' || value === '') throw new UsageError(`--${name} is missing.`);
  return value;
}

export const toStderr = (line: string): void => void process.stderr.write(`${line}\n`);
export const toStdout = (line: string): void => void process.stdout.write(`${line}\n`);

/** Runs work with the modules' services, on an up-to-date database; ours is started when none is named. */
export async function withApp(work: (app: INestApplicationContext) => Promise<void>): Promise<void> {
  const services = await openServices(process.env, toStderr);
  try {
    if (services.ownerUrl) await migrate(services.ownerUrl);
    const env = {
      ...process.env,
      DATABASE_URL: services.databaseUrl,
      REDIS_URL: services.redisUrl,
      HEED_SECRET_KEY: services.secretKey,
    };
    const logger = new NestLog(createLog('warn'));
    const app = await NestFactory.createApplicationContext(AppModule.commandLine(readConfig(env)), {
      logger,
      abortOnError: false,
    });
    try {
      await work(app);
    } finally {
      await app.close();
    }
  } finally {
    await services.stop();
  }
}
