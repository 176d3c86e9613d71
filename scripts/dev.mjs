// `npm run dev`: rebuilds on every save and starts the API and the worker anew, on services that stay up.
import { fork, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const nest = createRequire(import.meta.url).resolve('@nestjs/cli/bin/nest.js');
const compiler = spawn(
  process.execPath,
  [nest, 'build', '--watch', '--preserveWatchOutput', '--path', 'tsconfig.dev.json'],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => compiler.kill());

const STANDBY = fileURLToPath(new URL('standby.mjs', import.meta.url));
const FILES = ['../dist/src/main.js', '../dist/src/worker.js'].map((file) => import.meta.resolve(file));

let launchable;
let running = [];
let standbys = [];
let isRestartDue = false;
let turn = Promise.resolve();

for await (const line of createInterface({ input: compiler.stdout })) {
  if (line.trim() !== '') say(line);
  if (line.includes('Found 0 errors')) restartSoon();
}
await turn;
await Promise.all([...running, ...standbys].map(stop));
await launchable?.services.stop();

/** However many builds end while a restart is under way, one more restart follows it. */
function restartSoon() {
  if (isRestartDue) return;
  isRestartDue = true;
  turn = turn.then(restart).catch((error) => say(`${error.message} Waiting for the next save.`));
}

async function restart() {
  isRestartDue = false;
  const { prepareLaunch, bringUpToDate } = await import('../dist/src/launch/prepare.js');
  launchable ??= await prepareLaunch(process.env, say);
  await bringUpToDate(launchable.services, say);
  if (standbys.length === 0) standbys = FILES.map(standBy);
  const before = running;
  running = standbys;
  standbys = [];
  for (const [i, process] of running.entries()) {
    await stop(before[i]);
    await become(process, FILES[i]);
    process.once('exit', (code) => code && say('Heed ended. Waiting for the next save.'));
    if (i === 0) say(`Heed serves at ${launchable.address}`);
  }
  standbys = FILES.map(standBy);
}

function standBy() {
  return fork(STANDBY, { env: launchable.env });
}

function become(process, file) {
  process.send({ become: file });
  return new Promise((resolve, reject) => {
    process.once('message', resolve);
    process.once('exit', () => reject(new Error('Heed could not start.')));
  });
}

async function stop(process) {
  if (!process || process.exitCode !== null || process.signalCode !== null) return;
  const ended = new Promise((resolve) => process.once('exit', resolve));
  process.kill('SIGTERM');
  await ended;
}

function say(line) {
  process.stderr.write(`${line}\n`);
}
