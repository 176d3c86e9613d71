#!/usr/bin/env node
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { deadLettersList, deadLettersReplay } from './commands/dead-letters.js';
import { drawVerify } from './commands/draw.js';
import { importContacts, importResponses } from './commands/import.js';
import { migrateCommand } from './commands/migrate.js';
import { tenantCreate, tenantList } from './commands/tenant.js';
import { type Command, UsageError } from './commands/command.js';

/** The `heed` command line, for the operator of an installation. */
const COMMANDS: Command[] = [
  migrateCommand,
  tenantCreate,
  tenantList,
  importResponses,
  importContacts,
  deadLettersList,
  deadLettersReplay,
  drawVerify,
];

const args = process.argv.slice(2);
const command = COMMANDS.find(({ name }) => name.split(' ').every((word, i) => args[i] === word));

if (!command) {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length));
  const lines = COMMANDS.map(({ name, summary }) => `  heed ${name.padEnd(width)}  ${summary}`);
  process.stderr.write(`Usage:\n${lines.join('\n')}\n\nheed COMMAND --help says more.\n`);
  process.exit(args.length === 0 || args.includes('--help') ? 0 : 2);
}

try {
  const { values, positionals } = parseArgs({
    args: args.slice(command.name.split(' ').length),
    options: { ...command.options, help: { type: 'boolean' } },
    allowPositionals: true,
  });
  if (values.help) process.stdout.write(`${command.usage}\n`);
  else await command.run({ values, positionals });
  process.exit(0);
} catch (error) {
  const isUsage =
    error instanceof UsageError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  process.stderr.write(`${(error as Error).message}\n${isUsage ? `\n${command.usage}\n` : ''}`);
  process.exit(isUsage ? 2 : 1);
}
