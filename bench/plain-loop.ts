import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/**
 * How many times a second plain clients run the statements of one transaction, straight on PostgreSQL:
 * by pgbench where it is installed (in its faster mode of two), else by an equally tight loop here.
 */
export async function plainLoop(
  url: string,
  statements: string[],
  clients: number,
  seconds: number,
): Promise<number> {
  if (!hasPgbench()) return tightLoop(url, statements, clients, seconds);
  return Math.max(
    pgbench(url, statements, clients, seconds, 'simple'),
    pgbench(url, statements, clients, seconds, 'prepared'),
  );
}

export function hasPgbench(): boolean {
  try {
    execFileSync('pgbench', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function pgbench(url: string, statements: string[], clients: number, seconds: number, mode: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'heed-bench-'));
  // The simple protocol takes two commands in one message, as Heed sends them; a prepared statement is one command.
  const separator = mode === 'simple' ? '\\; ' : ';\n';
  const script = statements.map((sql) => `${sql.replaceAll('; ', separator)};`).join('\n');
  try {
    writeFileSync(join(folder, 'intake.sql'), script);
    const args = [
      '-n',
      '-f',
      join(folder, 'intake.sql'),
      '-c',
      String(clients),
      '-j',
      String(Math.min(clients, 2)),
    ];
    const output = execFileSync('pgbench', [...args, '-M', mode, '-T', String(seconds), url], {
      encoding: 'utf8',
    });
    return Number(/^tps = ([\d.]+)/m.exec(output)![1]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function tightLoop(
  url: string,
  statements: string[],
  clients: number,
  seconds: number,
): Promise<number> {
  const until = Date.now() + seconds * 1_000;
  const loop = async () => {
    const client = new pg.Client(url);
    await client.connect();
    let done = 0;
    for (; Date.now() < until; done++) for (const sql of statements) await client.query(sql);
    await client.end();
    return done;
  };
  const counts = await Promise.all(Array.from({ length: clients }, loop));
  return counts.reduce((sum, count) => sum + count, 0) / seconds;
}
