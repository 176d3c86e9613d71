import request from 'supertest';
import { BallotBoxReactions } from '../../src/answering/ballot-box.reactions.js';
import { BallotKeysService } from '../../src/campaigns/ballot-keys.service.js';
import { ballotOf } from '../../src/campaigns/ballot.js';
import { LinksService } from '../../src/campaigns/links.service.js';
import { Database } from '../../src/platform/database/database.js';
import { campaignOf, strike } from './campaigns.js';
import type { TestTenant } from './heed.js';

/** An anonymous wave, and those it asks. */
export interface Vote {
  waveId: string;
  /** By contact the token of their ballot, as it stands in their mail. */
  tokens: Map<string, string>;
}

/** So many colleagues in each team; their ids by team. */
export async function teamsOf(
  tenant: TestTenant,
  sizes: Record<string, number>,
): Promise<Record<string, string[]>> {
  const ids: Record<string, string[]> = {};
  for (const [team, size] of Object.entries(sizes)) {
    const contacts = Array.from({ length: size }, (_, i) => ({
      externalId: `${team}-${i}`,
      email: `${team}-${i}@example.com`,
      name: `${team} ${i}`,
      properties: { team, room: i },
    }));
    const { body } = await tenant.post('/v1/contacts/bulk', { contacts }).expect(200);
    ids[team] = (body.items as { contactId: string }[]).map(({ contactId }) => contactId);
  }
  return ids;
}

/** Starts an anonymous campaign that copies the team, and opens its wave. */
export async function voteOf(tenant: TestTenant, fields: object = {}): Promise<Vote> {
  const id = await campaignOf(tenant, { isAnonymous: true, copiedProperties: ['team'], ...fields });
  await tenant.post(`/v1/campaigns/${id}/start`).expect(201);
  await strike(tenant);
  await tenant.settle();
  const { body } = await tenant.get(`/v1/campaigns/${id}/waves`).expect(200);
  const waveId = (body.items as { id: string }[])[0]!.id;
  return { waveId, tokens: await tokensOf(tenant, waveId) };
}

/** By contact the tokens of a wave's ballots. */
export async function tokensOf({ heed, id }: TestTenant, waveId: string): Promise<Map<string, string>> {
  const [database, keys, links] = [
    heed.app.get(Database),
    heed.app.get(BallotKeysService),
    heed.app.get(LinksService),
  ];
  return database.inTenant(id, async () => {
    const key = (await keys.of(waveId))!;
    const rows = await database.query<{ contactId: string }>(
      `select contact_id as "contactId" from invitation where tenant_id = $1 and wave_id = $2`,
      [waveId],
    );
    return new Map(rows.map(({ contactId }) => [contactId, links.ballot(waveId, ballotOf(key, contactId))]));
  });
}

/** Answers on the page, as a browser without a script does; what the page says. */
export async function cast(
  { heed }: TestTenant,
  token: string,
  answers: { score: number; comment?: string },
  submissions = 0,
): Promise<{ status: number; text: string }> {
  const form = { _seen: 'score comment', _act: 'send', _submissions: String(submissions), ...answers };
  const { status, text } = await request(heed.url).post(`/r/${token}`).type('form').send(form);
  return { status, text };
}

/** A day passes: the boxes are opened, and what comes out is seen to. */
export async function openBoxes(tenant: TestTenant): Promise<void> {
  const { heed, id } = tenant;
  await heed.app.get(Database).inTenant(id, () => heed.app.get(BallotBoxReactions).due());
  await tenant.settle();
}

export async function closeWave(tenant: TestTenant, waveId: string): Promise<void> {
  await tenant.post(`/v1/waves/${waveId}/closure`).expect(201);
  await tenant.settle();
}
