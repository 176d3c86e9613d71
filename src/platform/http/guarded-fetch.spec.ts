import { createServer, type RequestListener, type Server as HttpServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { OutboundRequestFailed } from './guarded-fetch.errors.js';
import { guardedPost, type GuardedPostOptions } from './guarded-fetch.js';
import type { Resolve } from './guarded-lookup.js';

// For the name hooks.example and signed by nobody; used in this file only.
const SELF_SIGNED = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgCp5WaA+8NRVoSy17
Ls3DeSSbdulTOaj11ODl58s5TUuhRANCAARhArdgLhl8k8q8+nS9r9BWqvUuucX5
YS+Ww7dZi0rOISJYM9Pmz4WSIe0sQPiUBhcS+UlVIqljcOzvF16zxZnn
-----END PRIVATE KEY-----`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBoTCCAUegAwIBAgIUCxlSl71PlySPID5kKbvxfn6hwuYwCgYIKoZIzj0EAwIw
GDEWMBQGA1UEAwwNaG9va3MuZXhhbXBsZTAgFw0yNjExMjIxMjA5MTlaGA8yMTI2
MTAyOTEyMDkxOVowGDEWMBQGA1UEAwwNaG9va3MuZXhhbXBsZTBZMBMGByqGSM49
AgEGCCqGSM49AwEHA0IABGECt2AuGXyTyrz6dL2v0Faq9S65xflhL5bDt1mLSs4h
Ilgz0+bPhZIh7SxA+JQGFxL5SVUiqWNw7O8XXrPFmeejbTBrMB0GA1UdDgQWBBTg
ryV5VDObeGh0MAxfWGN3K54PgzAfBgNVHSMEGDAWgBTgryV5VDObeGh0MAxfWGN3
K54PgzAPBgNVHRMBAf8EBTADAQH/MBgGA1UdEQQRMA+CDWhvb2tzLmV4YW1wbGUw
CgYIKoZIzj0EAwIDSAAwRQIgZPf1GmPa+QBqcFprt+PJTXi3m9pFnPTwcfJ0PJE2
UV4CIQCW+V5vejnEkKKuXuR6xJTY13d3Cp97+/c1rUBGs5UF+Q==
-----END CERTIFICATE-----`,
};

const LOOPBACK = '127.0.0.1';
const servers: Server[] = [];
const timers: NodeJS.Timeout[] = [];

afterEach(() => {
  timers.splice(0).forEach((timer) => clearInterval(timer));
  servers.splice(0).forEach((server) => {
    server.close();
    (server as Partial<HttpServer>).closeAllConnections?.();
  });
});

async function listen(server: Server): Promise<number> {
  servers.push(server.listen(0, LOOPBACK));
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const serve = (handler: RequestListener) => listen(createServer(handler));
/** A server below HTTP: it says whatever `onConnection` writes. */
const serveRaw = (onConnection: (socket: Socket) => void) =>
  listen(createTcpServer((socket) => onConnection(socket.on('error', () => undefined).resume())));

/** Repeats until the test ends; the pace of one who wants to hold a connection for ever. */
const drip = (write: () => void) => timers.push(setInterval(write, 10));

/** The machine's own network stands for the public internet here, and every other network for the forbidden one. */
function post(url: string, options: Partial<GuardedPostOptions> = {}) {
  return guardedPost(url, {
    headers: { 'content-type': 'application/json' },
    body: '{}',
    timeoutMs: 10_000,
    maxResponseBytes: 1_000,
    allowPrivate: ['127.0.0.0/8', '::1/128'],
    ...options,
  });
}

/** Answers the look-ups one after the other, each with these addresses. */
function resolver(...answers: string[][]): { resolve: Resolve; asked: string[] } {
  const asked: string[] = [];
  const resolve: Resolve = (host) => {
    const addresses = answers[asked.length] ?? [];
    asked.push(host);
    return Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
  };
  return { resolve, asked };
}

async function failure(attempt: Promise<unknown>): Promise<OutboundRequestFailed> {
  const error = await attempt.catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(OutboundRequestFailed);
  return error as OutboundRequestFailed;
}

describe('a receiver that behaves', () => {
  it('gets the body and the headers, and its answer comes back', async () => {
    const received: unknown[] = [];
    const port = await serve((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { host, 'webhook-id': id, connection } = request.headers;
        received.push({
          method: request.method,
          url: request.url,
          host,
          id,
          connection,
          body: Buffer.concat(chunks).toString(),
        });
        response
          .writeHead(201, { 'content-type': 'text/plain', 'x-internal': 'not ours to keep' })
          .end('thank you');
      });
    });

    const url = `http://${LOOPBACK}:${port}/hook?token=1#part`;
    const response = await post(url, { headers: { 'webhook-id': 'msg_1' }, body: '{"é":1}' });

    expect(response).toEqual({
      status: 201,
      headers: { 'content-type': 'text/plain' },
      body: 'thank you',
      durationMs: expect.any(Number),
    });
    expect(received).toEqual([
      {
        method: 'POST',
        url: '/hook?token=1',
        host: `${LOOPBACK}:${port}`,
        id: 'msg_1',
        connection: 'close',
        body: '{"é":1}',
      },
    ]);
  });

  it('may say no: every status is an answer, and so is how long to wait', async () => {
    const port = await serve((_, response) => response.writeHead(503, { 'retry-after': '120' }).end());
    expect(await post(`http://${LOOPBACK}:${port}`)).toMatchObject({
      status: 503,
      headers: { 'retry-after': '120' },
    });
  });

  it('is found by its name, which it still sees', async () => {
    const port = await serve((request, response) => response.end(request.headers.host));
    const { resolve, asked } = resolver([LOOPBACK]);
    expect(await post(`http://hooks.example:${port}/`, { resolve })).toMatchObject({
      body: `hooks.example:${port}`,
    });
    expect(asked).toEqual(['hooks.example']);
  });

  it('is found at the second address when nobody is at the first', async () => {
    const port = await serve((_, response) => response.end('here'));
    const { resolve } = resolver(['::1', LOOPBACK]);
    expect(await post(`http://hooks.example:${port}/`, { resolve })).toMatchObject({ body: 'here' });
  });
});

describe('a receiver that redirects', () => {
  it('is not followed', async () => {
    const visited: (string | undefined)[] = [];
    const port = await serve((request, response) => {
      visited.push(request.url);
      response.writeHead(307, { location: '/inside' }).end();
    });
    const response = await post(`http://${LOOPBACK}:${port}/outside`);
    expect(response).toMatchObject({ status: 307, headers: { location: '/inside' } });
    expect(visited).toEqual(['/outside']);
  });
});

describe('a host that leads inside', () => {
  it.each([
    'http://127.1:PORT/',
    'http://2130706433:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
    'http://localhost:PORT/',
  ])('is not contacted when spelled %s', async (url) => {
    let connections = 0;
    const port = await serveRaw(() => (connections += 1));
    const error = await failure(post(url.replace('PORT', String(port)), { allowPrivate: false }));
    expect(error.code).toBe('address_forbidden');
    expect(connections).toBe(0);
  });

  it('is not contacted when its name resolves there', async () => {
    let connections = 0;
    const port = await serveRaw(() => (connections += 1));
    const { resolve } = resolver([LOOPBACK]);
    const error = await failure(post(`http://hooks.example:${port}/`, { allowPrivate: false, resolve }));
    expect(error.code).toBe('address_forbidden');
    expect(error.message).toBe('hooks.example is not on the public internet');
    expect(connections).toBe(0);
  });

  it.each([
    ['first', ['10.0.0.1', LOOPBACK]],
    ['last', [LOOPBACK, '64:ff9b::a00:1']],
  ])('is not contacted when the %s of its addresses is forbidden', async (_, addresses) => {
    let connections = 0;
    const port = await serveRaw(() => (connections += 1));
    const { resolve } = resolver(addresses);
    expect((await failure(post(`http://hooks.example:${port}/`, { resolve }))).code).toBe(
      'address_forbidden',
    );
    expect(connections).toBe(0);
  });

  it('gains nothing by changing its address: each request asks once, and connects to what it checked', async () => {
    const port = await serve((_, response) => response.end('outside'));
    const { resolve, asked } = resolver([LOOPBACK], ['169.254.169.254']);
    expect(await post(`http://hooks.example:${port}/`, { resolve })).toMatchObject({ body: 'outside' });
    expect(asked).toHaveLength(1);
    expect((await failure(post(`http://hooks.example:${port}/`, { resolve }))).code).toBe(
      'address_forbidden',
    );
    expect(asked).toHaveLength(2);
  });
});

describe('a receiver that takes its time', () => {
  const timeoutMs = 150;

  it('may not take it to answer', async () => {
    const port = await serve(() => undefined);
    expect((await failure(post(`http://${LOOPBACK}:${port}/`, { timeoutMs }))).code).toBe('timeout');
  });

  it('may not drip its headers', async () => {
    const port = await serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nx-slow: ');
      drip(() => socket.write('a'));
    });
    expect((await failure(post(`http://${LOOPBACK}:${port}/`, { timeoutMs }))).code).toBe('timeout');
  });

  it('may not drip its body, and is hung up on', async () => {
    const closed: Promise<unknown>[] = [];
    const port = await serve((_, response) => {
      closed.push(once(response.writeHead(200), 'close'));
      drip(() => response.write('a'));
    });
    expect((await failure(post(`http://${LOOPBACK}:${port}/`, { timeoutMs }))).code).toBe('timeout');
    expect(await Promise.all(closed)).toHaveLength(1);
  });

  it('may not keep saying "continue"', async () => {
    const port = await serveRaw((socket) => drip(() => socket.write('HTTP/1.1 100 Continue\r\n\r\n')));
    expect((await failure(post(`http://${LOOPBACK}:${port}/`, { timeoutMs }))).code).toBe('timeout');
  });

  it('may not leave the body unread', async () => {
    const port = await listen(createTcpServer((socket) => socket.on('error', () => undefined).pause()));
    const attempt = post(`http://${LOOPBACK}:${port}/`, { timeoutMs, body: 'a'.repeat(20_000_000) });
    expect((await failure(attempt)).code).toBe('timeout');
  });

  it('may not take it over the TLS handshake', async () => {
    const port = await serveRaw(() => undefined);
    expect((await failure(post(`https://${LOOPBACK}:${port}/`, { timeoutMs }))).code).toBe('timeout');
  });

  it('may not take it over its name', async () => {
    const resolve: Resolve = () => new Promise(() => undefined);
    expect((await failure(post('https://hooks.example/', { timeoutMs, resolve }))).code).toBe('timeout');
  });
});

describe('a receiver that answers too much', () => {
  it('is read up to the limit and hung up on', async () => {
    const closed: Promise<unknown>[] = [];
    const port = await serve((_, response) => {
      const pour = (): void => void (response.write('a'.repeat(65_536)) ? setImmediate(pour) : undefined);
      closed.push(once(response.on('drain', pour), 'close'));
      pour();
    });
    const response = await post(`http://${LOOPBACK}:${port}/`, { maxResponseBytes: 1_000 });
    expect(response).toMatchObject({ status: 200, body: 'a'.repeat(1_000) });
    expect(await Promise.all(closed)).toHaveLength(1);
  });

  it('loses the character the limit cuts in two', async () => {
    const port = await serve((_, response) => response.end('aéé'));
    expect((await post(`http://${LOOPBACK}:${port}/`, { maxResponseBytes: 4 })).body).toBe('aé');
  });

  it('may not do so in its headers', async () => {
    const port = await serveRaw((socket) =>
      socket.end(`HTTP/1.1 200 OK\r\nx-long: ${'a'.repeat(100_000)}\r\n\r\n`),
    );
    const { code, message } = await failure(post(`http://${LOOPBACK}:${port}/`));
    expect(code).toBe('connection_failed');
    expect(message).toBe(`The connection to ${LOOPBACK}:${port} failed (HPE_HEADER_OVERFLOW)`);
  });
});

it('a body that is no text becomes text the database can hold', async () => {
  const port = await serve((_, response) => response.end(Buffer.from([0x61, 0x00, 0xff, 0x62])));
  expect((await post(`http://${LOOPBACK}:${port}/`)).body).toBe('a\uFFFD\uFFFDb');
});

describe('a connection that fails', () => {
  it('because nobody listens, says so without the address behind the name or the token in the URL', async () => {
    const port = await serve(() => undefined);
    servers.pop()?.close();
    const { resolve } = resolver([LOOPBACK]);
    const { code, message } = await failure(
      post(`http://hooks.example:${port}/s3cret?token=s3cret`, { resolve }),
    );
    expect(code).toBe('connection_failed');
    expect(message).toBe(`The connection to hooks.example:${port} failed (ECONNREFUSED)`);
  });

  it('because the name does not exist', async () => {
    const { resolve } = resolver([]);
    const { code, message } = await failure(post('https://hooks.example/', { resolve }));
    expect(code).toBe('connection_failed');
    expect(message).toBe('The connection to hooks.example failed (ENOTFOUND)');
  });

  it.each([
    ['before the answer', ''],
    ['within the body', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf'],
    ['because the answer is not HTTP', 'SSH-2.0-OpenSSH_9.9\r\n'],
    [
      'because the answer changes the protocol',
      'HTTP/1.1 101 OK\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n',
    ],
  ])('%s', async (_, answer) => {
    const port = await serveRaw((socket) => socket.once('data', () => socket.end(answer)));
    const { code, message } = await failure(post(`http://${LOOPBACK}:${port}/`));
    expect(code).toBe('connection_failed');
    expect(message).not.toMatch(/SSH|half/);
  });
});

describe('TLS', () => {
  it('refuses a certificate nobody vouches for, having asked for the name in the URL', async () => {
    const names: string[] = [];
    const port = await listen(
      createTlsServer({
        ...SELF_SIGNED,
        SNICallback: (name, done) => {
          names.push(name);
          done(null);
        },
      }),
    );
    const { resolve } = resolver([LOOPBACK]);
    const { code, message } = await failure(post(`https://hooks.example:${port}/`, { resolve }));
    expect(code).toBe('tls_failed');
    expect(message).toMatch(`The TLS handshake with hooks.example:${port} failed (`);
    expect(names).toEqual(['hooks.example']);
  });

  it('does not reach a server that speaks plain HTTP', async () => {
    const port = await serve((_, response) => response.end());
    expect((await failure(post(`https://${LOOPBACK}:${port}/`))).code).toBe('tls_failed');
  });
});
