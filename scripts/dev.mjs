// `npm run dev`: rebuilds on every save and starts the API and the worker anew, on services that stay up.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const nest = createRequire(import.meta.url).resolve('@nestjs/cli/bin/nest.js');
const compiler = spawn(
  process.execPath,
  [nest, 'build', '--watch', '--preserveWatchOutput', '--path', 'tsconfig.dev.json'],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => compiler.kill());

let env = process.env;
let services;
let heed;
let isRestartDue = false;
let turn = Promise.resolve();

for await (const line of createInterface({ input: compiler.stdout })) {
  if (line.trim() !== '') say(line);
  if (line.includes('Found 0 errors')) restartSoon();
}
await turn;
await heed?.stop();
await services?.stop();

/** However many builds end while a restart is under way, one more restart follows it. */
function restartSoon() {
  if (isRestartDue) return;
  isRestartDue = true;
  turn = turn.then(restart).catch((error) => say(`${error.message} Waiting for the next save.`));
}

async function restart() {
  isRestartDue = false;
  await heed?.stop();
  heed = undefined;
  await openServicesOnce();
  const { launch } = await import('../dist/src/launch/launch.js');
  heed = await launch(env, say);
  env = heed.env; // the same port every time
  say(`Heed serves at ${heed.address}`);
}

async function openServicesOnce() {
  if (services) return;
  const { openServices } = await import('../dist/src/platform/services.js');
  services = await openServices(process.env, say);
  const { databaseUrl, ownerUrl, redisUrl, secretKey } = services;
  env = {
    ...env,
    DATABASE_URL: databaseUrl,
    DATABASE_OWNER_URL: ownerUrl,
    REDIS_URL: redisUrl,
    HEED_SECRET_KEY: secretKey,
  };
}

function say(line) {
  process.stderr.write(`${line}\n`);
}
