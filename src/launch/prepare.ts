import { MailCatcher } from './mail-catcher.js';
import { migrate } from '../platform/database/migrate.js';
import { freePort, isFree } from '../platform/embedded/free-port.js';
import { openServices, type RunningServices } from '../platform/services.js';

const DEFAULT_PORT = 3000;

/** All that the processes need before they start. */
export interface Launchable {
  services: RunningServices;
  /** The settings to start the processes with. */
  env: NodeJS.ProcessEnv;
  /** Where the API will answer, such as `http://127.0.0.1:3000`. */
  address: string;
}

/** The sender of mail that is caught; nobody has an address in this domain (RFC 2606). */
const CAUGHT_MAIL_FROM = 'surveys@heed.example';

/** Opens the services and finds a port. */
export async function prepareLaunch(
  env: NodeJS.ProcessEnv,
  log: (line: string) => void,
): Promise<Launchable> {
  const services = await openServices(env, log);
  const port = env.HEED_PORT ?? String((await isFree(DEFAULT_PORT)) ? DEFAULT_PORT : await freePort());
  return {
    services,
    env: {
      ...env,
      ...(await mailSettings(env, log)),
      DATABASE_URL: services.databaseUrl,
      REDIS_URL: services.redisUrl,
      HEED_SECRET_KEY: services.secretKey,
      HEED_PORT: port,
    },
    address: `http://${env.HEED_HOST ?? '127.0.0.1'}:${port}`,
  };
}

/** Where there is no mail server, mail is caught, unless `HEED_MAIL_CATCHER` is `off`. */
async function mailSettings(env: NodeJS.ProcessEnv, log: (line: string) => void): Promise<NodeJS.ProcessEnv> {
  if (env.HEED_SMTP_URL || env.HEED_MAIL_CATCHER === 'off') return {};
  const { smtpUrl, address } = await MailCatcher.start();
  log(`Mail is caught, not sent: read it at ${address}`);
  return { HEED_SMTP_URL: smtpUrl, HEED_MAIL_FROM: env.HEED_MAIL_FROM ?? CAUGHT_MAIL_FROM };
}

/** Runs the migrations still to be run, where the owner of the schema is known. Returns their names. */
export async function bringUpToDate(
  { ownerUrl }: RunningServices,
  log: (line: string) => void,
): Promise<string[]> {
  const ran = ownerUrl ? await migrate(ownerUrl) : [];
  if (ran.length > 0) log(`Brought the database up to date: ${ran.length} migrations`);
  return ran;
}
