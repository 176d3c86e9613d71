import fc from 'fast-check';
import { bounceIn, complaintIn } from './delivery-status.js';

const REPORT = `Reporting-MTA: dns; mx.example.com
Original-Envelope-Id: abc

Final-Recipient: rfc822;jane@example.com
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <jane@example.com>:
 No such user
`;

const saying = (action: string, status: string) =>
  bounceIn(
    REPORT.replace('Action: failed', `Action: ${action}`).replace('Status: 5.1.1', `Status: ${status}`),
  );

describe('a delivery status notification', () => {
  it('says whose mailbox does not exist, and how the server put it', () => {
    expect(bounceIn(REPORT.replaceAll('\n', '\r\n'))).toEqual({
      kind: 'hard',
      email: 'jane@example.com',
      detail: '550 5.1.1 <jane@example.com>: No such user',
    });
  });

  it.each([
    ['failed', '5.7.1', 'refused'],
    ['failed', '5.2.2 (mailbox full)', 'refused'],
    ['failed', '', 'refused'],
    ['delayed', '4.4.1', 'soft'],
    ['delivered', '2.0.0', 'delivered'],
    ['relayed (to somewhere)', '2.0.0', 'delivered'],
  ])('that says %s %s means %s', (action, status, kind) => expect(saying(action, status)!.kind).toBe(kind));

  it('that says nothing of a recipient says nothing', () => {
    expect(bounceIn('Reporting-MTA: dns; mx.example.com\n')).toBeNull();
    expect(saying('exploded', '5.0.0')).toBeNull();
  });

  it('can be any text', () => {
    fc.assert(fc.property(fc.string(), (text) => void [bounceIn(text), complaintIn(text)]));
  });
});

it('a feedback report says that a mail was reported as spam', () => {
  const report = 'Feedback-Type: abuse\nVersion: 1\nOriginal-Rcpt-To: <jane@example.com>\n';
  expect(complaintIn(report)).toMatchObject({ kind: 'complaint', email: 'jane@example.com' });
  expect(complaintIn(report.replace('abuse', 'not-spam'))).toBeNull();
});
