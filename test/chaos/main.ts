import { parseArgs } from 'node:util';
import { chaos } from './chaos.js';
import { render } from './report.js';

/** `npm run chaos`: whether anything is lost or doubled while Heed is killed and its servers crash. */
const DEFAULT_SECONDS = 120;

const { values } = parseArgs({ options: { seconds: { type: 'string' }, json: { type: 'boolean' } } });
const seconds = Number(values.seconds ?? DEFAULT_SECONDS);
if (!(seconds > 0)) throw new Error('--seconds must be a number above 0.');

const report = await chaos(seconds, (line) => void process.stderr.write(`${line}\n`));
process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : render(report));
process.exit(report.findings.every(({ violations }) => violations.length === 0) ? 0 : 1);
