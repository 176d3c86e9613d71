import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { evaluate } from './evaluate.js';
import { UnreadableData } from './labelled-file.js';
import { readLabelledComments } from './labelled-comment.js';

const HEADER = [
  'Respondent ID,FFT question,FFT answer,Comment sentiment',
  'Not assigned,Staff manner & personal attributes,Parking',
].join();
const folder = mkdtempSync(join(tmpdir(), 'heed-evaluate-'));
const model = 'models/analysis-en.bin';

beforeAll(() => {
  written('goemotions/dev.tsv', 'Thank you so much!\t15\tx\nThis makes me furious\t2\ty\n');
  written('nhs-fft/comments.csv', comments('known', 40));
});
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, content: string): string {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

function comments(who: string, count: number): string {
  const rows = Array.from({ length: count }, (_row, at) =>
    at % 2 === 0
      ? `${who} ${at},What was good?,"The nurses were kind, and gentle",1,0,1,`
      : `${who} ${at},What could we do better?,"The parking was terrible, ""again""",5,,,1`,
  );
  return `\uFEFF${[HEADER, ...rows].join('\r\n')}\r\n`;
}

const measured = (file: string, labels?: string) => evaluate({ data: folder, file, labels, model });
const titles = async (file: string, labels?: string) =>
  (await measured(file, labels)).map(({ title }) => title.replace(`${file}: `, ''));

describe('a file to measure on', () => {
  it('of comments like those of the NHS tells sentiment and themes', async () => {
    const file = written('others.csv', comments('another', 6));
    const [sentiment, themes] = await measured(file);
    expect(sentiment!.summary.accuracy!.value).toBeGreaterThan(0.6);
    expect([themes!.examples, themes!.summary['micro F1']!.value]).toEqual([6, 1]);
  });

  it('of emotions is judged by thresholds of dev and by 0.3', async () => {
    const file = written('emotions.tsv', 'Thanks a lot!\t0\n');
    const labels = written('emotions.txt', 'gratitude\n');
    expect(await titles(file, labels)).toEqual(['28 emotions', '28 emotions']);
  });

  it('whose label numbers are starter themes tells how well those are found', async () => {
    const file = written('themes.tsv', 'far too expensive\t0\nthe app crashes\t1,2\n');
    const labels = written('themes.txt', 'pricing\nwebsite_app\nperformance\n');
    const [themes, ...others] = await measured(file, labels);
    expect([themes!.summary['micro F1']!.value, others]).toEqual([1, []]);
  });

  it('of reviews tells themes, their polarity, and what could be done, part by part', async () => {
    const rows = [
      { text: 'Great price but the app keeps crashing', part: 'dev', themes: { pricing: 'positive' } },
      { text: 'Please call me back!', part: 'test', actionability: 'needs_answer' },
    ];
    const file = written('own.jsonl', rows.map((row) => JSON.stringify(row)).join('\n'));
    const reports = await measured(file);
    expect(reports.map(({ title, examples }) => [title.replace(file, ''), examples])).toEqual([
      [', dev: starter themes', 1],
      [', dev: starter themes with the right polarity', 1],
      [', dev: polarity of the themes found (every figure is a share)', 1],
      [', test: actionability', 1],
    ]);
  });
});

describe('refused in a line that names the place is', () => {
  it.each([
    ['nowhere.tsv', null, /cannot be read: ENOENT/],
    ['reviews.txt', 'x', /not a \.tsv, \.csv or \.jsonl file/],
    ['bad.jsonl', '{"text": "x"}\n{"text":', /bad\.jsonl:2: /],
    ['list.jsonl', '[]', /list\.jsonl:1: no “text”/],
    [
      'theme.jsonl',
      '{"text": "x", "themes": {"weather": "positive"}}',
      /:1: "weather" is not one of support/,
    ],
    ['polarity.jsonl', '{"text": "x", "themes": {"pricing": "bad"}}', /:1: "bad" is not one of positive/],
    ['act.jsonl', '{"text": "x", "actionability": null}', /:1: null is not one of needs_answer/],
    ['number.tsv', 'x\t99\n', /number\.tsv:1: not a text, a tab and label numbers/],
    ['columns.csv', 'text,label\nx,1\n', /no column “Respondent ID”/],
    ['trained-on.csv', comments('known', 1), /no comments of respondents not trained on/],
    ['empty.csv', '', /no column/],
  ])('%s', (name, content, message) => {
    const file = content === null ? join(folder, name) : written(name, content);
    expect(() => measured(file)).toThrow(UnreadableData);
    expect(() => measured(file)).toThrow(message);
  });

  it('a file that is no model', () => {
    const file = written('no-model.bin', 'x');
    expect(() => evaluate({ data: folder, model: file })).toThrow(UnreadableData);
  });
});

it.each(['reviews-en', 'themes-en', 'actionability-en'])(
  'our own %s are read, part of them kept for the end',
  (name) => {
    const parts = readLabelledComments(`training/${name}.jsonl`).map(({ part }) => part);
    expect(new Set(parts)).toEqual(new Set(['dev', 'test']));
  },
);
