import { InvitationsService } from '../../src/campaigns/invitations.service.js';
import { WaveCourse } from '../../src/campaigns/wave-course.service.js';
import { Database } from '../../src/platform/database/database.js';
import type { TestTenant } from './heed.js';

export const MAIL = {
  subject: 'How are we doing, {{firstName|dear customer}}?',
  intro: 'One question from {{company}}.',
};

/** A survey with a key of its own; the key. */
export async function surveyOf(tenant: TestTenant, key = 'nps'): Promise<string> {
  const questions = [
    { key: 'score', type: 'nps', label: 'How likely are you to recommend us?' },
    { key: 'comment', type: 'text', label: 'Why?' },
  ];
  await tenant.post('/v1/surveys', { key, name: key, definition: { questions } }).expect(201);
  return key;
}

/** So many customers with addresses; their ids. */
export async function contactsOf(tenant: TestTenant, count: number, prefix = 'c'): Promise<string[]> {
  const contacts = Array.from({ length: count }, (_, i) => ({
    externalId: `${prefix}${i}`,
    email: `${prefix}${i}@example.com`,
    name: `Customer ${i}`,
  }));
  const { body } = await tenant.post('/v1/contacts/bulk', { contacts }).expect(200);
  return (body.items as { contactId: string }[]).map(({ contactId }) => contactId);
}

/** A draft that asks everybody by mail as soon as it is started; its id. */
export async function campaignOf(tenant: TestTenant, fields: object = {}): Promise<string> {
  const draft = {
    ...{ name: 'Winter', survey: 'nps', kind: 'relational', channel: 'email', mail: MAIL },
    ...{ schedule: { type: 'once', lastsDays: 21 }, ...fields },
  };
  return (await tenant.post('/v1/campaigns', draft).expect(201)).body.id as string;
}

/** Strikes the clock of the waves at a time, and lets everything follow. */
export async function strikeAt(tenant: TestTenant, time: string): Promise<void> {
  tenant.heed.setTime(new Date(time));
  await strike(tenant);
  await tenant.settle();
}

/** Strikes the clock of the waves, as a worker does. */
export async function strike({ heed, id }: TestTenant): Promise<void> {
  await heed.app.get(Database).inTenant(id, () => heed.app.get(WaveCourse).advance());
}

/** Says of invitations of a wave that they were sent at a time and, if so, answered at another. */
export async function sentAndAnswered(
  { heed, id }: TestTenant,
  {
    waveId,
    contactIds,
    sentAt,
    answeredAt,
  }: { waveId: string; contactIds: string[]; sentAt: string; answeredAt?: string },
): Promise<void> {
  const invitations = heed.app.get(InvitationsService);
  await heed.app.get(Database).inTenant(id, async () => {
    for (const contactId of contactIds) {
      await invitations.mark(waveId, contactId, 'sent', new Date(sentAt));
      if (answeredAt) await invitations.mark(waveId, contactId, 'answered', new Date(answeredAt));
    }
  });
}
