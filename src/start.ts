import { launch } from './launch/launch.js';
import { endOfProcess } from './launch/end-of-process.js';

/** `npm start`: everything on this machine, until Ctrl-C. */
const say = (line: string) => process.stderr.write(`${line}\n`);

try {
  const heed = await launch(process.env, say);
  say(`Heed serves at ${heed.address}; its API is described at ${heed.address}/docs. Ctrl-C stops it.`);
  if (heed.isFirstRun) {
    say('There is no tenant yet. Make one, in another terminal in this folder:');
    say('  npm run -s heed -- tenant create --name "My company" --email me@example.com');
  }
  await endOfProcess();
  say('Stopping');
  await heed.stop();
  process.exit(0);
} catch (error) {
  say((error as Error).message);
  process.exit(1);
}
