import { isEmail } from 'class-validator';
import ipaddr from 'ipaddr.js';

/**
 * The only reader of `process.env`. Every setting has its default, its bounds and its meaning here;
 * `docs/operations.md` lists them. A wrong value stops the start with one message naming all of them.
 */
export interface Config {
  /** PostgreSQL for the processes: a role that owns nothing and cannot bypass row-level security. */
  databaseUrl: string;
  /** PostgreSQL for migrations: the role that owns the schema. Only `heed migrate` and start-up use it. */
  databaseOwnerUrl: string | undefined;
  redisUrl: string;
  /** Encrypts the secrets kept in the database, such as those that sign webhooks; 32 bytes, given in base64. */
  secretKey: Buffer;
  host: string;
  port: number;
  /** Where people outside reach this installation, without a slash at the end: links in mails begin with it. */
  publicUrl: string;
  /** Port of the worker's health and metrics; 0 means none. */
  workerPort: number;
  databasePoolSize: number;
  /** Longest time one statement may run, in milliseconds. */
  databaseStatementTimeoutMs: number;
  /** Whether connections keep the plans of the busiest statements; to be off behind a pgbouncer that does not. */
  databasePreparedStatements: boolean;
  /** Largest JSON body accepted, in bytes. */
  bodyLimitBytes: number;
  /** Largest uploaded import file, in bytes. */
  importLimitBytes: number;
  /** Requests one API key (without one: one address) may make per minute and API process; 0 means unlimited. */
  rateLimitPerMinute: number;
  /** Networks (CIDR) of the proxies in front, whose word on a caller's address is believed; none by default. */
  trustedProxies: string[];
  /** How many jobs one worker runs at once. */
  workerConcurrency: number;
  /** Networks (CIDR) outside the public internet that webhooks may reach; none by default. */
  webhookAllowedNetworks: string[];
  /** Networks (CIDR) outside the public internet in which external models may be; none by default. */
  modelAllowedNetworks: string[];
  /** The server mail is sent through, such as `smtp://user:password@mail.example.com:587`; none means no mail. */
  smtpUrl: string | undefined;
  /** The address mail comes from; required with `smtpUrl`. */
  mailFrom: string | undefined;
  /** Where mail that cannot be delivered comes back to, with the installation's mail server; to its sender without. */
  bouncesTo: string | undefined;
  /** Networks (CIDR) outside the public internet in which tenants' own mail servers may be; none by default. */
  mailAllowedNetworks: string[];
  /** How many mails one worker hands over at the same time. */
  mailSenders: number;
  logLevel: LogLevel;
  /** How long a stopping process may take to finish what it began, in milliseconds. */
  shutdownGraceMs: number;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

const MiB = 1024 * 1024;
const SECRET_KEY_BYTES = 32;

export class InvalidConfig extends Error {
  constructor(readonly problems: string[]) {
    super(
      `Heed cannot start with these settings:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
  }
}

export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const problems: string[] = [];

  function url(name: string, protocols: string[]): string | undefined {
    const value = env[name]?.trim();
    if (!value) return undefined;
    const protocol = URL.canParse(value) ? new URL(value).protocol.slice(0, -1) : '';
    if (!protocols.includes(protocol)) {
      problems.push(`${name} must be a URL beginning with ${protocols.map((p) => `${p}://`).join(' or ')}`);
    }
    return value;
  }

  function required(name: string, value: string | undefined): string {
    if (value === undefined) problems.push(`${name} is not set`);
    return value ?? '';
  }

  /** The value itself stays out of the message: it belongs in no log. */
  function key(name: string, bytes: number): Buffer {
    const text = required(name, env[name]?.trim() || undefined);
    const value = Buffer.from(text, 'base64');
    if (text !== '' && (value.length !== bytes || value.toString('base64') !== text)) {
      problems.push(
        `${name} must be ${bytes} bytes in base64, as \`openssl rand -base64 ${bytes}\` makes them`,
      );
    }
    return value;
  }

  function integer(name: string, fallback: number, min: number, max: number): number {
    const text = env[name]?.trim();
    if (!text) return fallback;
    const value = Number(text);
    if (Number.isInteger(value) && value >= min && value <= max) return value;
    problems.push(`${name} must be a whole number from ${min} to ${max}, not "${text}"`);
    return fallback;
  }

  function oneOf<T extends string>(name: string, fallback: T, choices: readonly T[]): T {
    const text = env[name]?.trim();
    if (!text) return fallback;
    const choice = choices.find((candidate) => candidate === text);
    if (!choice) problems.push(`${name} must be one of ${choices.join(', ')}, not "${text}"`);
    return choice ?? fallback;
  }

  function address(name: string): string | undefined {
    const text = env[name]?.trim() || undefined;
    if (text && !isEmail(text)) problems.push(`${name} must be an e-mail address, not "${text}"`);
    return text;
  }

  function networks(name: string): string[] {
    const items = (env[name] ?? '').split(',').map((item) => item.trim());
    const given = items.filter((item) => item !== '');
    const wrong = given.find((item) => !ipaddr.isValidCIDR(item));
    if (wrong !== undefined) problems.push(`${name} must list networks such as 10.0.0.0/8, not "${wrong}"`);
    return given;
  }

  const host = env.HEED_HOST?.trim() || '127.0.0.1';
  const port = integer('HEED_PORT', 3000, 0, 65_535);
  const config: Config = {
    databaseUrl: required('DATABASE_URL', url('DATABASE_URL', ['postgres', 'postgresql'])),
    databaseOwnerUrl: url('DATABASE_OWNER_URL', ['postgres', 'postgresql']),
    redisUrl: required('REDIS_URL', url('REDIS_URL', ['redis', 'rediss'])),
    secretKey: key('HEED_SECRET_KEY', SECRET_KEY_BYTES),
    host,
    port,
    publicUrl: (url('HEED_PUBLIC_URL', ['https', 'http']) ?? `http://${host}:${port}`).replace(/\/+$/, ''),
    workerPort: integer('HEED_WORKER_PORT', 0, 0, 65_535),
    databasePoolSize: integer('HEED_DATABASE_POOL_SIZE', 12, 1, 200),
    databaseStatementTimeoutMs: integer('HEED_DATABASE_STATEMENT_TIMEOUT_MS', 30_000, 100, 3_600_000),
    databasePreparedStatements: oneOf('HEED_DATABASE_PREPARED_STATEMENTS', 'on', ['on', 'off']) === 'on',
    bodyLimitBytes: integer('HEED_BODY_LIMIT_BYTES', MiB, 1024, 64 * MiB),
    importLimitBytes: integer('HEED_IMPORT_LIMIT_BYTES', 1024 * MiB, 1024, 16 * 1024 * MiB),
    rateLimitPerMinute: integer('HEED_RATE_LIMIT_PER_MINUTE', 12_000, 0, 100_000_000),
    trustedProxies: networks('HEED_TRUSTED_PROXIES'),
    workerConcurrency: integer('HEED_WORKER_CONCURRENCY', 4, 1, 100),
    webhookAllowedNetworks: networks('HEED_WEBHOOK_ALLOWED_NETWORKS'),
    modelAllowedNetworks: networks('HEED_MODEL_ALLOWED_NETWORKS'),
    smtpUrl: url('HEED_SMTP_URL', ['smtp', 'smtps']),
    mailFrom: address('HEED_MAIL_FROM'),
    bouncesTo: address('HEED_MAIL_BOUNCES_TO'),
    mailAllowedNetworks: networks('HEED_MAIL_ALLOWED_NETWORKS'),
    mailSenders: integer('HEED_MAIL_SENDERS', 1, 1, 50),
    logLevel: oneOf('HEED_LOG_LEVEL', 'info', LOG_LEVELS),
    shutdownGraceMs: integer('HEED_SHUTDOWN_GRACE_MS', 15_000, 0, 600_000),
  };
  if (config.smtpUrl && !config.mailFrom)
    problems.push('HEED_MAIL_FROM is not set, which HEED_SMTP_URL needs');
  if (problems.length > 0) throw new InvalidConfig(problems);
  return config;
}
