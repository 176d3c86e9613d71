import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Lets no client hold up the stop. Each answer given while the server closes is the last on its connection, which the
 * client may have kept for its next request. A connection opened ahead, on which nothing was said yet, is ended: Node
 * takes it for busy, and would wait for its first request.
 */
export function endConnectionsOnClose(fastify: FastifyInstance): void {
  let isClosing = false;
  const open = new Set<Socket>();
  fastify.server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  fastify.addHook('preClose', (done) => {
    isClosing = true;
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
    done();
  });
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (isClosing) reply.header('connection', 'close');
    done(null, payload);
  });
}
