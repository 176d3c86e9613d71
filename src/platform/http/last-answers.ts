import type { FastifyInstance } from 'fastify';

/**
 * Makes each answer given while the server closes the last on its connection. A client that kept the connection for
 * its next request would hold up the stop until it is given up.
 */
export function endConnectionsOnClose(fastify: FastifyInstance): void {
  let isClosing = false;
  fastify.addHook('preClose', (done) => {
    isClosing = true;
    done();
  });
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (isClosing) reply.header('connection', 'close');
    done(null, payload);
  });
}
