import { connect } from 'node:net';
import { LOOPBACK } from './free-port.js';

const ANSWER_TIMEOUT_MS = 2_000;

/** Sends one command to a Redis of ours and returns its answer's first line; '' when there is no answer. */
export function askRedis(port: number, password: string, command: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, LOOPBACK);
    let answer = '';
    socket.setEncoding('utf8').setTimeout(ANSWER_TIMEOUT_MS, () => socket.destroy());
    socket.on('connect', () => socket.write(`AUTH ${password}\r\n${command}\r\n`));
    socket.on('data', (text: string) => {
      answer += text;
      if (lines(answer).length >= 2) socket.destroy();
    });
    socket.on('error', () => undefined); // followed by 'close', like every other end
    socket.on('close', () => resolve(lines(answer)[1] ?? ''));
  });
}

function lines(answer: string): string[] {
  return answer.split('\r\n').slice(0, -1);
}
