import { Outbox } from '../platform/events/outbox.js';
import { type Command, toStdout, UsageError, withApp } from './command.js';

const SHOWN = 1_000;

export const deadLettersList: Command = {
  name: 'dead-letters list',
  summary: 'shows what handlers gave up on, and why',
  usage: `heed dead-letters list\n\nPrints up to ${SHOWN} dead letters, oldest first, one JSON object a line.`,
  options: {},
  async run() {
    await withApp(async (app) => {
      for (const letter of await app.get(Outbox).deadLetters(SHOWN)) toStdout(JSON.stringify(letter));
    });
  },
};

export const deadLettersReplay: Command = {
  name: 'dead-letters replay',
  summary: 'has dead letters delivered again',
  usage: 'heed dead-letters replay (ID… | --all)\n\nThe running worker takes them up at once.',
  options: { all: { type: 'boolean' } },
  async run({ values, positionals }) {
    if (!values.all && positionals.length === 0) throw new UsageError('Name dead letters, or say --all.');
    await withApp(async (app) => {
      const woken = await app.get(Outbox).replay(values.all ? 'all' : positionals);
      toStdout(`${woken} dead letters will be delivered again`);
    });
  },
};
