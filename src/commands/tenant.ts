import { TenantsService } from '../tenants/tenants.service.js';
import { type Command, requiredOption, toStdout, withApp } from './command.js';
import { tenants } from './named-tenant.js';

export const tenantCreate: Command = {
  name: 'tenant create',
  summary: 'sets up a company: its owner, first departments and an API key',
  usage: `heed tenant create --name NAME --email EMAIL [--owner NAME]

  --name   the company's name
  --email  its owner's e-mail address
  --owner  its owner's name; the e-mail address when left out

Prints the tenant's id and the owner's API key as JSON. The key is shown this once.`,
  options: { name: { type: 'string' }, email: { type: 'string' }, owner: { type: 'string' } },
  async run(input) {
    const name = requiredOption(input, 'name');
    const ownerEmail = requiredOption(input, 'email');
    const ownerName = typeof input.values.owner === 'string' ? input.values.owner : ownerEmail;
    await withApp(async (app) => {
      const created = await app.get(TenantsService).create({ name, ownerEmail, ownerName });
      toStdout(JSON.stringify(created, null, 2));
    });
  },
};

export const tenantList: Command = {
  name: 'tenant list',
  summary: 'lists the companies',
  usage: 'heed tenant list\n\nPrints one line a tenant: id, tab, name.',
  options: {},
  async run() {
    await withApp(async (app) => {
      for await (const { id, name } of tenants(app)) toStdout(`${id}\t${name}`);
    });
  },
};
