// Loads the libraries, which takes longer than Heed itself, and waits to be told which process to become.
import { readFileSync } from 'node:fs';

const told = new Promise((resolve) => process.once('message', resolve));
const { dependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
await import('reflect-metadata'); // before those that need it
await Promise.all(Object.keys(dependencies).map((name) => import(name)));
const { become } = await told;
await import(become);
