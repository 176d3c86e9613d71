import type { INestApplicationContext } from '@nestjs/common';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { once } from 'node:events';
import type { DateOrder } from '../imports/date-forms.js';
import type { ImportKind, ImportOrder } from '../imports/import-order.js';
import type { ImportRun } from '../imports/import-run.entity.js';
import { viewImport } from '../imports/imports.dto.js';
import type { Rejection } from '../imports/imports.queries.js';
import { ImportsService } from '../imports/imports.service.js';
import { OPERATOR } from '../platform/actor.js';
import { csvLine } from '../platform/csv/write-csv.js';
import { Database } from '../platform/database/database.js';
import { type Command, type CommandInput, requiredOption, toStdout, UsageError, withApp } from './command.js';
import { ProgressLine } from './import-progress-line.js';
import { summaryOf } from './import-summary.js';
import { namedTenant } from './named-tenant.js';

/** Rejected rows shown when they are not written to a file. */
const SHOWN_REJECTIONS = 20;
const READ_BYTES = 256 * 1024;

const SHARED_USAGE = `  --tenant   id or exact name of the tenant
  --map      which column holds which field, as in "comment=What would you change?,contact.email=Mail";
             may be given several times; columns left out are found by their headers
  --report   file for rejected rows (CSV: line, column, reason); without it the first ${SHOWN_REJECTIONS} are shown
  --dry-run  does everything but keep it, and shows the columns, the first rows and the counts
  --json     prints the outcome as JSON

Importing a file again, or a longer one with the same rows in it, adds only what is new.`;

const SHARED_OPTIONS = {
  tenant: { type: 'string' },
  map: { type: 'string', multiple: true },
  report: { type: 'string' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

export const importResponses: Command = {
  name: 'import responses',
  summary: 'brings responses in from a CSV file',
  usage: `heed import responses FILE --tenant TENANT --survey KEY [options]

  --survey      key of the survey the responses answer
  --scale       scale of the scores, as in "0..10", or "1..5 reversed" when 1 is best; other values are no score
  --date-order  dmy (default) or mdy: what goes first in a date that can be read both ways
  --key         sets rows without ids apart from the same rows in other files
  --open-loops  treats the responses as news to act on; without it they are history that nobody is told of
${SHARED_USAGE}`,
  options: {
    ...SHARED_OPTIONS,
    survey: { type: 'string' },
    scale: { type: 'string' },
    'date-order': { type: 'string' },
    key: { type: 'string' },
    'open-loops': { type: 'boolean' },
  },
  run: (input) =>
    importFile(input, { ...orderOf(input, 'responses'), survey: requiredOption(input, 'survey') }),
};

export const importContacts: Command = {
  name: 'import contacts',
  summary: 'brings contacts and their accounts in from a CSV file',
  usage: `heed import contacts FILE --tenant TENANT [options]

${SHARED_USAGE}`,
  options: SHARED_OPTIONS,
  run: (input) => importFile(input, orderOf(input, 'contacts')),
};

function orderOf({ values }: CommandInput, kind: ImportKind): ImportOrder {
  const dateOrder = values['date-order'] ?? 'dmy';
  if (dateOrder !== 'dmy' && dateOrder !== 'mdy') throw new UsageError('--date-order is dmy or mdy.');
  return {
    kind,
    survey: null,
    map: (values.map as string[] | undefined) ?? [],
    scale: (values.scale as string | undefined) ?? null,
    dateOrder: dateOrder satisfies DateOrder,
    key: (values.key as string | undefined) ?? null,
    opensLoops: values['open-loops'] === true,
    isDryRun: values['dry-run'] === true,
  };
}

async function importFile(input: CommandInput, order: ImportOrder): Promise<void> {
  const [path, ...others] = input.positionals;
  if (!path || others.length > 0) throw new UsageError('Name one file.');
  const tenant = requiredOption(input, 'tenant');
  const { size: bytes } = await stat(path);
  await withApp(async (app) => {
    const tenantId = await namedTenant(app, tenant);
    const open = () => app.get(ImportsService).open(order, { bytes });
    const { id } = await app.get(Database).inTenant(tenantId, open, { actor: OPERATOR });
    const report = await Report.open(input.values.report as string | undefined);
    const run = await carryOut(app, tenantId, id, path, report);
    const { shown } = report;
    if (input.values.json) toStdout(JSON.stringify({ ...viewImport(run), rejections: shown }, null, 2));
    else toStdout(summaryOf(run, shown, report.path));
    if (run.error) throw new Error('Nothing more was imported.');
  });
}

/** Ctrl-C ends the import after its last whole batch, and says so. */
async function carryOut(
  app: INestApplicationContext,
  tenantId: string,
  id: string,
  path: string,
  report: Report,
): Promise<ImportRun> {
  const imports = app.get(ImportsService);
  const interrupt = new AbortController();
  process.once('SIGINT', () => interrupt.abort()).once('SIGTERM', () => interrupt.abort());
  const file = createReadStream(path, { highWaterMark: READ_BYTES, signal: interrupt.signal });
  const progress = new ProgressLine();
  try {
    return await imports.carryOut(tenantId, id, file, (run, rejections) => {
      report.add(rejections);
      progress.show(run);
    });
  } catch (error) {
    // Where even this fails, the hourly sweep does it.
    await imports.giveUp(tenantId, id, (error as Error).message).catch(() => undefined);
    throw new Error(`The import stopped: ${(error as Error).message}. Run it again; what is in stays in.`, {
      cause: error,
    });
  } finally {
    progress.end();
    await report.close();
  }
}

/** Where rejected rows go: all of them to a file, or the first few to be shown. */
class Report {
  readonly shown: Rejection[] = [];

  private constructor(
    readonly path: string | null,
    private readonly file: WriteStream | null,
  ) {}

  /** The file is opened before any row is read, so that a wrong path costs nothing. */
  static async open(path: string | undefined): Promise<Report> {
    if (path === undefined) return new Report(null, null);
    const file = createWriteStream(path);
    await once(file, 'open');
    file.write(csvLine(['line', 'column', 'reason']));
    return new Report(path, file);
  }

  add(rejections: Rejection[]): void {
    this.shown.push(...rejections.slice(0, SHOWN_REJECTIONS - this.shown.length));
    for (const { line, column, reason } of rejections) this.file?.write(csvLine([line, column, reason]));
  }

  async close(): Promise<void> {
    if (!this.file) return;
    this.file.end();
    await once(this.file, 'close');
  }
}
