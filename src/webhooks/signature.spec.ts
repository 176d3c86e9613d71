import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { InvalidWebhookSecret, keyFromSecret, secretFromKey, sign } from './signature.js';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const rotated = secretFromKey(Buffer.alloc(32, 7));
const id = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
const body = '{"test": 2432232314}';
const now = () => Math.floor(Date.now() / 1000);

/** What a receiver does who knows one secret and nothing of Heed. */
function verify(knownSecret: string, timestamp: number, signature: string, receivedBody = body) {
  return new Webhook(knownSecret).verify(receivedBody, {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signature,
  });
}

describe('a webhook signature', () => {
  it('is the one published with Standard Webhooks', () => {
    expect(sign([secret], id, 1614265330, body)).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it('is accepted by an independent verifier', () => {
    const timestamp = now();
    expect(verify(secret, timestamp, sign([secret], id, timestamp, body))).toEqual({ test: 2432232314 });
  });

  it('is accepted with the old and with the new secret while the secret rotates', () => {
    const timestamp = now();
    const signature = sign([rotated, secret], id, timestamp, body);
    expect(signature.split(' ')).toHaveLength(2);
    expect(verify(secret, timestamp, signature)).toEqual({ test: 2432232314 });
    expect(verify(rotated, timestamp, signature)).toEqual({ test: 2432232314 });
  });

  it('is refused once the body, the time or the secret is another', () => {
    const timestamp = now();
    const signature = sign([secret], id, timestamp, body);
    expect(() => verify(secret, timestamp, signature, '{"test": 0}')).toThrow('No matching signature');
    expect(() => verify(secret, timestamp - 1, signature)).toThrow('No matching signature');
    expect(() => verify(rotated, timestamp, signature)).toThrow('No matching signature');
  });

  it('agrees with the independent implementation for every key and every body', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 24, maxLength: 64 }),
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 0, max: 4_102_444_800 }),
        (key, text, timestamp) => {
          const theirs = new Webhook(secretFromKey(key)).sign(id, new Date(timestamp * 1000), text);
          expect(sign([secretFromKey(key)], id, timestamp, text)).toBe(theirs);
        },
      ),
    );
  });

  it('needs a secret', () => {
    expect(() => sign([], id, 1614265330, body)).toThrow(RangeError);
  });
});

describe('a webhook secret', () => {
  it.each([24, 32, 64])('may hold %i bytes', (bytes) => {
    expect(keyFromSecret(secretFromKey(Buffer.alloc(bytes, 1)))).toEqual(Buffer.alloc(bytes, 1));
  });

  it.each([0, 23, 65])('may not hold %i bytes', (bytes) => {
    expect(() => secretFromKey(Buffer.alloc(bytes, 1))).toThrow(InvalidWebhookSecret);
  });

  it.each([
    ['without its prefix', 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
    ['with a character that is not base64', 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa*w'],
    ['in the URL alphabet', `whsec_${'-_'.repeat(16)}`],
    ['with a line break at its end', `${secret}\n`],
    ['without its padding', rotated.replace(/=+$/, '')],
  ])('is refused %s, and not repeated in the message', (_, malformed) => {
    expect(() => keyFromSecret(malformed)).toThrow(InvalidWebhookSecret);
    expect(() => keyFromSecret(malformed)).not.toThrow(malformed);
  });
});
