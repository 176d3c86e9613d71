import { isIP, type LookupFunction } from 'node:net';
import type { Config } from '../config.js';
import { guardedLookup } from '../platform/http/guarded-lookup.js';
import { isAddressAllowed } from '../platform/http/public-address.js';
import type { MailMessage } from './mail-messages.service.js';
import type { SenderInUse } from './mail-senders.service.js';
import { LineTrouble, SmtpLine, type SmtpServer } from './smtp-line.service.js';
import { CLOSING, type SmtpReply } from './smtp-outcome.js';
import { smtpPlaceOf } from './smtp-url.js';

/** The lines of one courier to the servers it sends through, each opened when it is needed. */
export class SmtpLines {
  private readonly open = new Map<string, SmtpLine>();

  constructor(private readonly config: Pick<Config, 'mailAllowedNetworks' | 'publicUrl'>) {}

  /**
   * Sends a message over the line to its sender's server; null when `handOver`, which is asked once, said no. Throws
   * `LineTrouble` when there is no line.
   */
  async send(
    sender: SenderInUse,
    { envelope, bytes }: MailMessage,
    handOver: () => Promise<boolean>,
  ): Promise<SmtpReply | null> {
    const line = await this.lineFor(sender);
    const wasUsed = line.isUsed;
    let handedOver: Promise<boolean> | undefined;
    const handOverOnce = () => (handedOver ??= handOver());
    const reply = await line.send(envelope, bytes, handOverOnce);
    // Servers hang up between two messages, which is no reason to think that nothing can be sent.
    if (reply && wasUsed && hungUp(reply))
      return (await this.lineFor(sender)).send(envelope, bytes, handOverOnce);
    return reply;
  }

  close(): void {
    for (const line of this.open.values()) line.quit();
    this.open.clear();
  }

  private async lineFor(sender: SenderInUse): Promise<SmtpLine> {
    const key = `${sender.isOwnServer} ${sender.smtpUrl}`;
    const present = this.open.get(key);
    if (present?.isOpen) return present;
    present?.quit();
    this.open.delete(key);
    const line = await SmtpLine.open(await this.serverOf(sender));
    this.open.set(key, line);
    return line;
  }

  /** A server that a tenant names must be outside: nobody shall reach what is inside through Heed. */
  private async serverOf({ smtpUrl, isOwnServer }: SenderInUse): Promise<SmtpServer> {
    const { host, port, secure, auth } = smtpPlaceOf(smtpUrl);
    const name = new URL(this.config.publicUrl).hostname;
    const address = isOwnServer ? await this.checkedAddress(host) : host;
    const servername = isIP(host) ? undefined : host;
    // What lies between Heed and a server outside is nobody's to read passwords.
    const requireTLS = isOwnServer && auth !== null;
    return { options: { host: address, port, secure, requireTLS, name, servername }, auth };
  }

  private async checkedAddress(host: string): Promise<string> {
    const allowed = this.config.mailAllowedNetworks;
    if (isIP(host)) {
      if (isAddressAllowed(host, allowed)) return host;
      throw new LineTrouble(unreachable(`${host} is not on the public internet`));
    }
    return addressOf(host, guardedLookup(allowed)).catch((error: Error) => {
      throw new LineTrouble(unreachable(error.message));
    });
  }
}

function addressOf(host: string, lookup: LookupFunction): Promise<string> {
  return new Promise((resolve, reject) =>
    lookup(host, { all: false }, (error, address) => (error ? reject(error) : resolve(address as string))),
  );
}

function unreachable(text: string): SmtpReply {
  return { stage: 'connection', isHandedOver: false, code: null, enhanced: null, text };
}

function hungUp({ isHandedOver, code }: SmtpReply): boolean {
  return !isHandedOver && (code === null || code === CLOSING);
}
