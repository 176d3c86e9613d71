import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { IsInstant } from './instant.js';

class Asked {
  @IsInstant()
  from: unknown;
}

function read(from: unknown): { from: unknown; isRefused: boolean } {
  const asked = plainToInstance(Asked, { from });
  return { from: asked.from, isRefused: validateSync(asked).length > 0 };
}

describe('a point in time', () => {
  it.each([
    ['2026-05-01', '2026-05-01T00:00:00Z'],
    ['2026-05-01T10:00', '2026-05-01T10:00Z'],
    ['2026-05-01T10:00:00.5', '2026-05-01T10:00:00.5Z'],
    ['2026-05-01T10:00:00Z', '2026-05-01T10:00:00Z'],
    ['2026-05-01T10:00:00+02:00', '2026-05-01T10:00:00+02:00'],
  ])('%s is %s', (given, meant) => {
    expect(read(given)).toEqual({ from: meant, isRefused: false });
  });

  it.each([
    '2026-02-30',
    '2026-05-01T25:00:00Z',
    '2026-W18-5',
    '2026-121',
    '20260501',
    '2026-05-01 10:00',
    '1',
    '',
    null,
    20260501,
  ])('%j is none', (given) => {
    expect(read(given).isRefused).toBe(true);
  });
});
