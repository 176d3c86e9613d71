import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../src/platform/database/tenant-table.js';

/** Who is asked what, when and how; every dated run of it; and what became of each person in it. */
export class Campaigns1790000014000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      tenantTable({
        name: 'campaign',
        columns: [
          'name text not null',
          'survey_id uuid not null',
          'kind text not null',
          'reach text not null',
          'is_anonymous boolean not null',
          'channel text not null',
          'audience jsonb not null',
          'schedule jsonb not null',
          'time_zone text not null',
          'sending_hours jsonb',
          'sampling_percent smallint not null',
          'quarantine_days smallint not null',
          'minimum_group smallint not null',
          'copied_properties jsonb not null',
          'mail jsonb',
          'origins jsonb not null',
          'state text not null',
          // The event that asks people, where one does: what it is looked up by when it comes.
          'listens_to text',
          'created_at timestamptz not null',
          'version integer not null',
          `constraint campaign_kind check (kind in ('relational', 'transactional'))`,
          `constraint campaign_reach check (reach in ('external', 'internal'))`,
          `constraint campaign_channel check (channel in ('email', 'link', 'embed', 'api'))`,
          `constraint campaign_state check (state in ('draft', 'running', 'paused', 'closed'))`,
          'constraint campaign_sampling check (sampling_percent between 1 and 100)',
          'constraint campaign_quarantine check (quarantine_days between 0 and 3650)',
          'constraint campaign_minimum_group check (minimum_group >= 3)',
          'constraint campaign_survey foreign key (tenant_id, survey_id) references survey (tenant_id, id)',
        ],
        grants: ['select', 'insert', 'update'],
      }),
    );
    await runner.query(
      tenantTable({
        name: 'wave',
        columns: [
          'campaign_id uuid not null',
          'number integer not null',
          'survey_id uuid not null',
          'survey_version integer not null',
          'state text not null',
          'opens_at timestamptz not null',
          // Until when people are asked for the first time: spread evenly until then, or as events come in.
          'asks_until timestamptz not null',
          'closes_at timestamptz not null',
          'launched_up_to uuid',
          'launched_at timestamptz',
          'closed_at timestamptz',
          'ballot_key bytea',
          'withheld_answers integer not null default 0',
          'created_at timestamptz not null',
          'version integer not null',
          'constraint wave_number unique (tenant_id, campaign_id, number)',
          `constraint wave_state check (state in ('planned', 'launching', 'open', 'closed'))`,
          'constraint wave_window check (opens_at <= asks_until and asks_until < closes_at)',
          'constraint wave_campaign foreign key (tenant_id, campaign_id) references campaign (tenant_id, id)',
          `constraint wave_survey_version foreign key (tenant_id, survey_id, survey_version)
             references survey_version (tenant_id, survey_id, number)`,
        ],
        grants: ['select', 'insert', 'update'],
      }),
    );
    await runner.query(`
      create index campaign_listening on campaign (tenant_id, listens_to) where state in ('running', 'paused');
      create index wave_to_open on wave (tenant_id, opens_at) where state = 'planned';
      create index wave_to_close on wave (tenant_id, closes_at) where state <> 'closed';`);
    await runner.query(
      tenantTable({
        name: 'wave_day',
        primaryKey: ['wave_id', 'day'],
        columns: [
          'wave_id uuid not null',
          'day integer not null',
          'answered integer not null',
          'constraint wave_day_wave foreign key (tenant_id, wave_id) references wave (tenant_id, id)',
        ],
        grants: ['select', 'insert', 'update'],
      }),
    );
    await runner.query(
      tenantTable({
        name: 'campaign_event',
        columns: [
          'event text not null',
          'external_id text not null',
          'contact_id uuid not null',
          'occurred_at timestamptz not null',
          'received_at timestamptz not null',
          'outcomes jsonb not null',
          'constraint campaign_event_once unique (tenant_id, event, external_id)',
        ],
        grants: ['select', 'insert', 'update', 'delete'],
      }),
    );
    await runner.query(
      tenantTable({
        name: 'invitation',
        primaryKey: ['contact_id', 'wave_id'],
        columns: [
          'contact_id uuid not null',
          'wave_id uuid not null',
          'state text not null',
          'reason text',
          'properties jsonb',
          // The next mail: when it is due, which one it is (0 the invitation, then the reminders), and how it fares.
          'mail_due_at timestamptz',
          'mail_step smallint not null default 0',
          'mail_state text',
          'mail_held_until timestamptz',
          'mail_failures smallint not null default 0',
          'mail_error text',
          'invited_at timestamptz',
          'sent_at timestamptz',
          'delivered_at timestamptz',
          'bounced_at timestamptz',
          'opened_at timestamptz',
          'started_at timestamptz',
          'answered_at timestamptz',
          `constraint invitation_state check (state in
             ('scheduled', 'sent', 'delivered', 'bounced', 'opened', 'started', 'answered', 'expired', 'suppressed', 'not_sampled'))`,
          `constraint invitation_reason check ((state in ('suppressed', 'not_sampled', 'bounced')) = (reason is not null))`,
          `constraint invitation_mail_state check (mail_state in ('booked', 'claimed', 'handing_over', 'uncertain'))`,
        ],
        grants: ['select', 'insert', 'update'],
      }),
    );
    await runner.query(`
      create index invitation_mail_due on invitation (tenant_id, wave_id, mail_due_at) where mail_due_at is not null;
      create index invitation_mail_in_doubt on invitation (tenant_id, wave_id, contact_id)
        where mail_state in ('handing_over', 'uncertain');
      create index invitation_of_wave on invitation (tenant_id, wave_id, contact_id);
      alter table invitation set (fillfactor = 80);`);
    await runner.query(
      tenantTable({
        name: 'suppression',
        primaryKey: ['email'],
        columns: [
          'email text not null',
          'reason text not null',
          'created_at timestamptz not null',
          `constraint suppression_reason check (reason in ('unsubscribed', 'hard_bounce', 'complaint', 'by_hand'))`,
        ],
        grants: ['select', 'insert', 'update', 'delete'],
      }),
    );
  }

  down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
