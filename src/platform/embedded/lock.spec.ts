import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { withLock } from './lock.js';
import { ownIdentity } from './process-identity.js';

describe('the lock of a folder', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'heed-lock-'))));
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const noWait = () => undefined;

  it('lets one in at a time, however many come at once', async () => {
    let inside = 0;
    let most = 0;
    let done = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await breathe();
      inside--;
      done++;
    };
    await Promise.all(Array.from({ length: 20 }, () => withLock(folder, noWait, work)));
    expect({ most, done }).toEqual({ most: 1, done: 20 });
  });

  it('is released when the work fails', async () => {
    const failing = withLock(folder, noWait, () => Promise.reject(new Error('broken')));
    await expect(failing).rejects.toThrow('broken');
    await expect(withLock(folder, noWait, () => Promise.resolve('done'))).resolves.toBe('done');
  });

  it.each([
    ['whose process is gone', { pid: 2 ** 22 + 1, startedAt: '1' }],
    ['whose process number went to another', { ...ownIdentity(), startedAt: 'earlier' }],
    ['torn by a power cut', undefined],
  ])('passes on from a holder %s', async (_, holder) => {
    await writeFile(join(folder, '7'), holder ? JSON.stringify(holder) : '');
    await expect(withLock(folder, noWait, () => Promise.resolve('done'))).resolves.toBe('done');
  });

  it('says once that it waits, and leaves one file behind', async () => {
    let waits = 0;
    let letGo = () => {};
    const held = withLock(folder, noWait, () => new Promise<void>((resolve) => (letGo = resolve)));
    while (!(await readdir(folder)).includes('1')) await breathe();
    const second = withLock(
      folder,
      () => void (++waits === 1 && letGo()),
      () => Promise.resolve(),
    );
    await Promise.all([held, second]);
    expect(waits).toBe(1);
    expect(await readdir(folder)).toEqual(['2']);
  });
});
