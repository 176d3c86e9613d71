import { AnalyzerService } from '../src/analyzer/analyzer.service.js';
import { intervalsOf } from './bootstrap.js';
import type { EmotionRow } from './goemotions.js';
import type { Report } from './report.js';

const LEAST_CHARS = 11;
const MOST_CHARS = 25;

/** How often short English texts are taken for English, when nothing is known around them. */
export async function languageReport(name: string, rows: EmotionRow[]): Promise<Report> {
  const analyzer = new AnalyzerService();
  await analyzer.load();
  const short = rows.filter(({ text }) => text.length >= LEAST_CHARS && text.length <= MOST_CHARS);
  const verbatims = short.map(({ text }) => ({ text, question: null, language: null, score: null }));
  const isEnglish = analyzer
    .analyze(verbatims, analyzer.finderOf([]))
    .map(({ language }) => (language.code === 'en' ? 1 : 0));
  const [share] = intervalsOf(short.length, (weights) => [shareOf(isEnglish, weights)]);
  return {
    title: `${name}: language`,
    how: `Texts of ${LEAST_CHARS} to ${MOST_CHARS} characters, without any prior; a few of them are no English.`,
    examples: short.length,
    labels: [],
    summary: { 'taken for English': share! },
  };
}

function shareOf(hits: number[], weights?: Int32Array): number {
  return hits.reduce((sum, hit, at) => sum + hit * (weights ? weights[at]! : 1), 0) / hits.length;
}
