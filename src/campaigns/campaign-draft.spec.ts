import { type CampaignDraft, draftProblems, type NewCampaign, withDefaults } from './campaign-draft.js';

const NOW = new Date('2026-11-22T12:00:00Z');
const relational: NewCampaign = {
  name: 'Winter',
  survey: 'nps',
  kind: 'relational',
  channel: 'email',
  schedule: { type: 'once', lastsDays: 21 },
  mail: { subject: 'How are we doing?', intro: 'One question.' },
};

function problemsOf(changes: Partial<CampaignDraft>): Record<string, string> {
  const draft = withDefaults({ ...relational, ...changes });
  return Object.fromEntries([...draftProblems(draft, NOW)].map(({ pointer, detail }) => [pointer, detail]));
}

describe('the draft of a campaign', () => {
  it('needs little more than a survey, a channel and a schedule', () => {
    expect(problemsOf({})).toEqual({});
    expect(withDefaults(relational)).toMatchObject({
      reach: 'external',
      isAnonymous: false,
      samplingPercent: 100,
      quarantineDays: 90,
      minimumGroup: 5,
      timeZone: 'UTC',
    });
    expect(withDefaults({ ...relational, kind: 'transactional' }).quarantineDays).toBe(30);
  });

  it.each<[Partial<CampaignDraft>, string, string]>([
    [{ timeZone: 'Europe/Atlantis' }, '/timeZone', 'must be an IANA time zone'],
    [{ schedule: { type: 'once', lastsDays: 0 } }, '/schedule/lastsDays', 'from 1 to 366'],
    [{ audience: { field: 'contact.mood' } }, '/audience/field', ''],
    [{ sendingHours: { from: '18:00', to: '09:00' } }, '/sendingHours/to', 'later than from'],
    [{ mail: null }, '/mail', 'must be given for the channel email'],
    [{ channel: 'link' }, '/mail', 'is for the channel email only'],
    [{ mail: { subject: 'Hi {{nick}}', intro: 'x' } }, '/mail/subject', 'none of {{firstName}}'],
    [{ channel: 'embed', mail: null }, '/origins', 'must name where'],
    [{ origins: ['https://app.example.com/'] }, '/origins/0', 'without a path'],
    [{ origins: ['javascript:alert(1)'] }, '/origins/0', 'must be an origin'],
    [{ origins: ['https://a;report-uri', 'https://b.example'] }, '/origins/0', 'must be an origin'],
    [{ origins: ['https://*'] }, '/origins/0', 'must be an origin'],
  ])('refuses %j', (changes, pointer, detail) => {
    expect(Object.keys(problemsOf(changes))).toEqual([pointer]);
    expect(problemsOf(changes)[pointer]).toMatch(detail);
  });
});

describe('an anonymous campaign', () => {
  it('asks everybody at once', () => {
    expect(problemsOf({ isAnonymous: true })).toEqual({});
    const triggered = { type: 'triggered', event: 'order.delivered', lastsDays: 7 } as const;
    expect(problemsOf({ isAnonymous: true, schedule: triggered })['/schedule/type']).toMatch('at once');
    const spread = {
      type: 'recurring',
      everyMonths: 3,
      firstOpens: '2027-01-01T09:00',
      lastsDays: 7,
      spread: 'evenly',
    } as const;
    expect(problemsOf({ isAnonymous: true, schedule: spread })['/schedule/spread']).toMatch('at once');
  });

  it('is not answered through the API, by a caller who knows who it is', () => {
    expect(problemsOf({ isAnonymous: true, channel: 'api', mail: null })['/channel']).toMatch(
      'knows who answers',
    );
  });
});
