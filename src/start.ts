import { parseArgs } from 'node:util';
import { endOfProcess } from './launch/end-of-process.js';
import type { Launched } from './launch/launch.js';

/** `npm start` and `npm run demo`: everything on this machine, until Ctrl-C. */
const say = (line: string) => process.stderr.write(`${line}\n`);

let heed: Launched | undefined;
try {
  const options = readOptions();
  if (options.isDemo) say('Starting PostgreSQL, Redis, the API and a worker …');
  const { launch } = await import('./launch/launch.js'); // which takes a moment to load
  // In a demo the processes' logs would tear the display apart.
  const quiet = options.isDemo && !process.env.HEED_LOG_LEVEL ? { HEED_LOG_LEVEL: 'error' } : {};
  heed = await launch({ ...process.env, ...quiet }, say);
  const end = endOfProcess();
  if (options.isDemo) await Promise.race([demo(heed, options.responses, end), end]);
  else welcome(heed);
  await end;
  say('Stopping');
  await heed.stop();
  process.exit(0);
} catch (error) {
  say((error as Error).message);
  await heed?.stop();
  process.exit(1);
}

function readOptions(): { isDemo: boolean; responses: number } {
  const { values } = parseArgs({
    options: {
      demo: { type: 'boolean', default: false },
      'demo-responses': { type: 'string', default: '300' },
    },
  });
  const responses = Number(values['demo-responses']);
  if (!Number.isInteger(responses) || responses < 1) {
    throw new Error('--demo-responses must be a whole number above 0.');
  }
  return { isDemo: values.demo, responses };
}

function welcome({ address, isFirstRun }: Launched): void {
  say(`Heed serves at ${address}; its API is described at ${address}/docs. Ctrl-C stops it.`);
  if (!isFirstRun) return;
  say('There is no tenant yet. Make one, in another terminal in this folder:');
  say('  npm run -s heed -- tenant create --name "My company" --email me@example.com');
}

async function demo(launched: Launched, responses: number, end: Promise<void>): Promise<void> {
  const { runDemo } = await import('./demo/demo.js');
  const { Screen } = await import('./demo/screen.js');
  const screen = new Screen(process.stdout, process.stdout.isTTY && !process.env.NO_COLOR);
  void end.then(() => screen.close());
  try {
    await runDemo(launched, screen, responses);
  } catch (error) {
    screen.close();
    throw new Error(`The demo cannot go on. ${(error as Error).message}`, { cause: error });
  }
  say('Heed goes on serving. Ctrl-C stops it; the next demo makes another tenant.');
}
