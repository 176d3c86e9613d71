import { LinksService } from '../../src/campaigns/links.service.js';
import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/ids.js';
import type { SurveyDefinition } from '../../src/surveys/definition.js';
import type { TestTenant } from './heed.js';

/** A survey with what surveys have: a branch for each category, words of their own, every type of question. */
export const BRANCHING: SurveyDefinition = {
  language: 'en',
  intro: 'It takes a minute, and it decides what we work on next.',
  questions: [
    { key: 'score', type: 'nps', label: 'How likely are you to recommend Northwind?', required: true },
    {
      key: 'why',
      type: 'text',
      label: 'What is the main reason for your score?',
      labelFor: { detractor: 'What went wrong?', promoter: 'What do you like most?' },
      description: 'As long or as short as you like.',
      placeholder: 'In your own words',
    },
    {
      key: 'topics',
      type: 'multi_choice',
      label: 'What was it about?',
      showIf: { category: ['detractor'] },
      choices: [
        { key: 'price', label: 'Price and contract' },
        { key: 'support', label: 'Support' },
      ],
    },
    { key: 'effort', type: 'ces', label: 'It was easy to get help.' },
    {
      key: 'quote',
      type: 'consent',
      label: 'May we quote you?',
      showIf: { category: ['promoter'] },
      required: true,
    },
  ],
  thanks: {
    default: { title: 'Thank you for your answers', text: 'We read every one of them.' },
    promoter: {
      title: 'You made our day',
      text: 'A public review helps others find us.',
      link: { label: 'Write a review', url: 'https://reviews.example/northwind' },
    },
  },
};

export interface WaveFields {
  state?: string;
  opensAt?: Date;
  closesAt?: Date;
  campaignState?: string;
  isAnonymous?: boolean;
  channel?: string;
  origins?: string[];
}

export interface TestWave {
  waveId: string;
  surveyKey: string;
  /** A new contact who is invited, and the token of their own link. */
  invite(contact?: {
    name?: string;
    language?: string;
    properties?: object;
  }): Promise<{ contactId: string; token: string }>;
  /** The token of the link that is open to all. */
  openToken(): Promise<string>;
}

const DAY_MS = 86_400_000;

/** A wave that is open, of a new campaign that asks this. */
export async function openWave(
  tenant: TestTenant,
  definition: SurveyDefinition = BRANCHING,
  fields: WaveFields = {},
): Promise<TestWave> {
  const surveyKey = `s-${newId()}`;
  const { body: survey } = await tenant
    .post('/v1/surveys', { key: surveyKey, name: 'Survey', definition })
    .expect(201);
  const database = tenant.heed.app.get(Database);
  const links = tenant.heed.app.get(LinksService);
  const inTenant = <T>(work: () => Promise<T>) => database.inTenant(tenant.id, work);
  const [campaignId, waveId] = [newId(), newId()];
  const at = new Date();
  await inTenant(async () => {
    await database.query(
      `insert into campaign (tenant_id, id, name, survey_id, kind, reach, is_anonymous, channel, audience, schedule, time_zone,
                             sampling_percent, quarantine_days, minimum_group, copied_properties, origins, state, created_at, version)
       values ($1, $2, 'Customers', $3, 'relational', 'external', $4, $5, '{}', '{"type":"once"}', 'Europe/Berlin',
               100, 0, 5, '[]', $6, $7, $8, 1)`,
      [
        campaignId,
        survey.id,
        fields.isAnonymous ?? false,
        fields.channel ?? 'email',
        JSON.stringify(fields.origins ?? []),
        fields.campaignState ?? 'running',
        at,
      ],
    );
    const opensAt = fields.opensAt ?? new Date(at.getTime() - DAY_MS);
    const closesAt = fields.closesAt ?? new Date(at.getTime() + 20 * DAY_MS);
    await database.query(
      `insert into wave (tenant_id, id, campaign_id, number, survey_id, survey_version, state, opens_at, asks_until, closes_at,
                         created_at, version)
       values ($1, $2, $3, 1, $4, 1, $5, $6, $6, $7, $8, 1)`,
      [waveId, campaignId, survey.id, fields.state ?? 'open', opensAt, closesAt, at],
    );
  });
  return {
    waveId,
    surveyKey,
    openToken: () => inTenant(() => Promise.resolve(links.open(waveId))),
    async invite({ name = 'Ada', language, properties } = {}) {
      const { body } = await tenant
        .post('/v1/contacts', { email: `ada-${newId()}@example.com`, name, language })
        .expect(201);
      const contactId = body.id as string;
      await inTenant(() =>
        database.query(
          `insert into invitation (tenant_id, contact_id, wave_id, state, properties) values ($1, $2, $3, 'sent', $4)`,
          [contactId, waveId, JSON.stringify(properties ?? null)],
        ),
      );
      return { contactId, token: await inTenant(() => Promise.resolve(links.personal(waveId, contactId))) };
    },
  };
}
