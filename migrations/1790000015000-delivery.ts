import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../src/platform/database/tenant-table.js';

/** Who mail comes from, and how fast each domain is written to. */
export class Delivery1790000015000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      tenantTable({
        name: 'mail_sender',
        primaryKey: [],
        columns: [
          'from_name text not null',
          'from_address text not null',
          'reply_to text',
          'smtp_url bytea',
          'mails_per_minute_and_domain integer not null',
          'changed_at timestamptz not null',
          'version integer not null',
        ],
        grants: ['select', 'insert', 'update', 'delete'],
      }),
    );
    await runner.query(
      tenantTable({
        name: 'mail_trouble',
        primaryKey: [],
        columns: [
          'since timestamptz not null',
          'rests_until timestamptz not null',
          'failures integer not null',
          'code text not null',
          'error text not null',
        ],
      }),
    );
    await runner.query(
      tenantTable({
        name: 'mail_pace',
        primaryKey: ['domain'],
        columns: [
          'domain text not null', // The last minute mail to it is booked for, and how many.
          'minute timestamptz not null',
          'mails integer not null',
        ],
      }),
    );
  }

  down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
