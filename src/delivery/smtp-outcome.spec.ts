import { enhancedCodeIn, outcomeOf, type SmtpReply } from './smtp-outcome.js';

describe('what a reply means', () => {
  const cases: [said: string, stage: SmtpReply['stage'], isHandedOver: boolean, outcome: string][] = [
    ['250 2.0.0 Queued', 'body', true, 'accepted'],
    ['451 4.7.1 Greylisted', 'recipient', false, 'later'],
    ['452 4.2.2 Mailbox full', 'body', true, 'later'],
    ['421 4.3.2 Going down', 'recipient', false, 'sender_trouble'],
    ['421 4.3.2 Going down', 'body', true, 'later'],
    ['550 5.1.1 No such user', 'recipient', false, 'hard_bounce'],
    ['550 No such user', 'recipient', false, 'hard_bounce'],
    ['550 5.7.1 Not from you', 'recipient', false, 'refused'],
    ['552 5.2.2 Mailbox full', 'recipient', false, 'refused'],
    ['554 Looks like spam', 'body', true, 'refused'],
    ['550 Looks like spam', 'body', true, 'refused'],
    ['550 5.1.8 Bad sender', 'sender', false, 'sender_trouble'],
    ['535 5.7.8 Wrong password', 'connection', false, 'sender_trouble'],
  ];
  it.each(cases)('%s, about the %s', (text, stage, isHandedOver, outcome) => {
    const reply = {
      stage,
      isHandedOver,
      code: Number(text.slice(0, 3)),
      enhanced: enhancedCodeIn(text),
      text,
    };
    expect(outcomeOf(reply)).toBe(outcome);
  });

  it('silence is uncertain once the body may have left, and before it trouble with the line', () => {
    const silence = { stage: 'connection', code: null, enhanced: null, text: 'Timeout' } as const;
    expect(outcomeOf({ ...silence, isHandedOver: true })).toBe('uncertain');
    expect(outcomeOf({ ...silence, isHandedOver: false })).toBe('sender_trouble');
  });
});
