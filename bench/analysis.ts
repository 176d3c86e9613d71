import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AnalyzerService } from '../src/analyzer/analyzer.service.js';
import type { ThemeToFind, Verbatim } from '../src/analyzer/analysis.js';

const MODEL = 'models/analysis-en.bin';
const OWN_THEMES = 50;
const BATCH = 2_000;
const BATCHES = 5;
const MIB = 2 ** 20;

/** What the whole analysis of 20-word comments takes on one core: by a process of its own, which has done nothing else. */
export function benchAnalysis(): object {
  const output = execFileSync(process.execPath, [fileURLToPath(import.meta.url)], { encoding: 'utf8' });
  return JSON.parse(output) as object;
}

async function measured(): Promise<object> {
  await import('reflect-metadata');
  const nest = await import('@nestjs/common'); // which every process of Heed has loaded anyway
  void nest;
  const { AnalyzerService: Analyzer } = await import('../src/analyzer/analyzer.service.js');
  const before = process.memoryUsage.rss();
  const analyzer = new Analyzer();
  const loadingMs = await millisecondsOf(() => analyzer.load());
  const finder = analyzer.finderOf(await themes());
  const perSecond = speeds(analyzer, finder);
  return {
    commentsPerSecond: Math.round(Math.max(...perSecond)),
    commentsPerSecondWhenCold: Math.round(perSecond[0]!),
    loadingMs: Math.round(loadingMs),
    memoryMiB: Math.round((process.memoryUsage.rss() - before) / MIB),
    modelFileMB: Number((statSync(MODEL).size / 1e6).toFixed(1)),
  };
}

/** By processor time, so that other processes on the machine do not count. */
function speeds(analyzer: AnalyzerService, finder: ReturnType<AnalyzerService['finderOf']>): number[] {
  return Array.from({ length: BATCHES }, (_, batch) => {
    const verbatims = Array.from({ length: BATCH }, (_each, i) => comment(batch * BATCH + i));
    const start = process.cpuUsage();
    analyzer.analyze(verbatims, finder);
    const { user, system } = process.cpuUsage(start);
    return (BATCH * 1e6) / (user + system);
  });
}

async function themes(): Promise<ThemeToFind[]> {
  const { STARTER_THEMES } = await import('../src/analyzer/starter-themes.js');
  const starters = STARTER_THEMES.map(({ key, keywords, phrases }) => ({
    ...{ id: key, starter: key, keywords, phrases, examples: [] },
  }));
  const own = Array.from({ length: OWN_THEMES }, (_, i) => ({
    ...{ id: `own-${i}`, starter: null, keywords: [`module${i}`, `report${i}`] },
    ...{ phrases: [`export to format ${i}`], examples: [`The export of report ${i} takes very long`] },
  }));
  return [...starters, ...own];
}

const SUBJECTS = [
  'The support team',
  'Your mobile app',
  'The delivery',
  'The new dashboard',
  'My last invoice',
];
const JUDGEMENTS = [
  'was really helpful and quick',
  'took far too long this time',
  'confuses all of my colleagues',
];
const TURNS = ['but I must say that', 'and although it is not perfect', 'while on the other hand'];
const ENDS = [
  'the price is fair for us',
  'nobody ever answered my mails',
  'we would recommend it to friends',
];

/** One of 20 words or nearly so; the number makes each different. */
export function comment(number: number): Verbatim {
  const pick = (of: string[], step: number) => of[Math.floor(number / step) % of.length]!;
  const parts = [
    pick(SUBJECTS, 1),
    pick(JUDGEMENTS, 5),
    pick(TURNS, 15),
    pick(ENDS, 45),
    `since order ${number}`,
  ];
  return { text: parts.join(' '), question: 'Why?', language: 'en', score: (number % 11) / 10 };
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.stdout.write(JSON.stringify(await measured()));
