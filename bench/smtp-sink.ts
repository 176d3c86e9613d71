import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** What a sink has taken so far. */
export interface Taken {
  mails: number;
  bytes: number;
  /** In milliseconds since the epoch. */
  firstAt: number;
  lastAt: number;
}

/** A mail server in a process of its own that takes everything and keeps nothing. */
const taken: Taken = { mails: 0, bytes: 0, firstAt: 0, lastAt: 0 };
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData(stream, _session, done) {
    stream.on('data', (chunk: Buffer) => (taken.bytes += chunk.length));
    stream.on('end', () => {
      taken.lastAt = Date.now();
      taken.firstAt ||= taken.lastAt;
      taken.mails++;
      done();
    });
  },
});
server.listen(0, '127.0.0.1');
await once(server.server, 'listening');
process.on('message', () => process.send!(taken));
process.send!((server.server.address() as AddressInfo).port);
