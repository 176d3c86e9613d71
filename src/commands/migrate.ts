import { migrate } from '../platform/database/migrate.js';
import { openServices } from '../platform/services.js';
import { type Command, toStderr, toStdout } from './command.js';

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'brings the database up to date',
  usage: 'heed migrate\n\nRuns as the role in DATABASE_OWNER_URL. Migrations only go forward.',
  options: {},
  async run() {
    const services = await openServices(process.env, toStderr);
    try {
      if (!services.ownerUrl) throw new Error('DATABASE_OWNER_URL is not set.');
      const ran = await migrate(services.ownerUrl);
      toStdout(ran.length > 0 ? `Ran ${ran.join(', ')}` : 'Nothing to do');
    } finally {
      await services.stop();
    }
  },
};
