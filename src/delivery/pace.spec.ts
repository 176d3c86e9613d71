import fc from 'fast-check';
import { type Booking, domainOf, paced } from './pace.js';

const NOW = new Date('2026-11-23T12:00:20Z');
const at = (time: string) => new Date(`2026-11-23T${time}Z`);
const due = (domain: string, isBooked = false, dueAt = NOW) => ({ domain, dueAt, isBooked });

describe('mails over the pace', () => {
  it('go to the minutes after, and those to other domains go now', () => {
    const mails = [due('a.example'), due('a.example'), due('a.example'), due('b.example')];
    const times = paced(mails, new Map(), 1, NOW).map((mail) => mail.at);
    expect(times).toEqual([NOW, at('12:01:00'), at('12:02:00'), NOW]);
  });

  it('line up behind those booked before', () => {
    const bookings = new Map([['a.example', { minute: at('12:05:00'), mails: 1 }]]);
    const times = paced([due('a.example'), due('a.example')], bookings, 2, NOW).map((mail) => mail.at);
    expect(times).toEqual([at('12:05:00'), at('12:06:00')]);
    expect(bookings.get('a.example')).toEqual({ minute: at('12:06:00'), mails: 1 });
  });

  it('are sent in their minute, and booked anew when they missed it', () => {
    const full = (): Map<string, Booking> => new Map([['a.example', { minute: at('12:00:00'), mails: 1 }]]);
    expect(paced([due('a.example', true, at('12:00:00'))], full(), 1, NOW)[0]!.at).toEqual(NOW);
    expect(paced([due('a.example', true, at('11:30:00'))], full(), 1, NOW)[0]!.at).toEqual(at('12:01:00'));
  });

  it('never make a minute exceed the pace', () => {
    const lots = fc.array(fc.array(fc.constantFrom('a.example', 'b.example'), { maxLength: 20 }));
    fc.assert(
      fc.property(lots, fc.integer({ min: 1, max: 5 }), (batches, perMinute) => {
        const bookings = new Map<string, Booking>();
        const counts = new Map<string, number>();
        for (const domains of batches) {
          for (const { mail, at } of paced(
            domains.map((domain) => due(domain)),
            bookings,
            perMinute,
            NOW,
          )) {
            const minute = `${mail.domain} ${at.toISOString().slice(0, 16)}`;
            counts.set(minute, (counts.get(minute) ?? 0) + 1);
          }
        }
        return [...counts.values()].every((count) => count <= perMinute);
      }),
    );
  });
});

it('a domain is what follows the last @, in lower case', () => {
  expect(domainOf('"a@b"@Example.COM')).toBe('example.com');
});
