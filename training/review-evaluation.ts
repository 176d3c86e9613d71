import { ACTIONABILITIES, type Analysis, POLARITIES } from '../src/analyzer/analysis.js';
import { analyze, type Means } from '../src/analyzer/analyze.js';
import type { EmbeddedModel } from '../src/analyzer/model.js';
import { STARTER_THEMES } from '../src/analyzer/starter-themes.js';
import { ThemeFinder } from '../src/analyzer/theme-finder.js';
import type { LabelledComment } from './labelled-comment.js';
import { exclusiveReport, multiLabelReport, type Report } from './report.js';

const KEYS = STARTER_THEMES.map(({ key }) => key);
/** A theme of which nobody says how it is spoken of. */
const MENTIONED = POLARITIES.length + 1;

/** What the whole analysis makes of the texts, as English: starter themes, their polarity, what could be done. */
export function reviewReports(
  name: string,
  how: string,
  model: EmbeddedModel,
  rows: LabelledComment[],
): Report[] {
  const judged = rows.map((row) => ({ row, analysis: analyzed(row, meansWith(model)) }));
  const themed = judged.filter(({ row }) => row.themes !== null);
  const acted = judged.filter(({ row }) => row.actionability !== null);
  return [
    ...(themed.length > 0 ? themeReports(name, how, themed) : []),
    ...(acted.length > 0 ? [actionabilityReport(name, how, acted)] : []),
  ];
}

interface Judged {
  row: LabelledComment;
  analysis: Analysis;
}

function meansWith(model: EmbeddedModel): Means {
  const themes = KEYS.map((key) => ({ id: key, starter: key, keywords: [], phrases: [], examples: [] }));
  return {
    model,
    finder: new ThemeFinder(themes, () => new Float32Array(model.dimensions)),
    guessLanguage: () => ({ code: 'en', isReliable: true }),
  };
}

function analyzed({ text, question }: LabelledComment, means: Means): Analysis {
  return analyze({ text, question, language: 'en', score: null }, means);
}

/** For each theme 0 where it is not there, else a number for its polarity; a wrong polarity is a wrong answer and a missed one. */
function themeReports(name: string, how: string, judged: Judged[]): Report[] {
  const truth = judged.map(({ row }) => coded(row.themes!));
  const given = judged.map(({ analysis }) =>
    coded(new Map(analysis.mentions.map(({ themeId, polarity }) => [themeId, polarity]))),
  );
  const report = (what: string, right: number[][], answers: number[][]) =>
    multiLabelReport(`${name}: ${what}`, how, KEYS, right, answers);
  const themes = report('starter themes', truth.map(mentioned), given.map(mentioned));
  if (truth.flat().includes(MENTIONED)) return [themes];

  const found = truth.map((codes, at) => both(codes, given[at]!));
  const foundGiven = given.map((codes, at) => both(codes, truth[at]!));
  const isMixed = judged.map(({ row }) => praisesAndBlames(row));
  const ofMixed = (codes: number[][]) => codes.filter((_codes, at) => isMixed[at]);
  return [
    themes,
    report('starter themes with the right polarity', truth, given),
    report('polarity of the themes found (every figure is a share)', found, foundGiven),
    ...(isMixed.includes(true)
      ? [
          report(
            'polarity of the themes found in texts that praise and blame',
            ofMixed(found),
            ofMixed(foundGiven),
          ),
        ]
      : []),
  ];
}

function coded(themes: ReadonlyMap<string, (typeof POLARITIES)[number] | null>): number[] {
  return KEYS.map((key) => {
    const polarity = themes.get(key);
    if (polarity === undefined) return 0;
    return polarity === null ? MENTIONED : POLARITIES.indexOf(polarity) + 1;
  });
}

function mentioned(codes: number[]): number[] {
  return codes.map((code) => Math.sign(code));
}

/** The codes of those that are there in the other as well. */
function both(codes: number[], others: number[]): number[] {
  return codes.map((code, at) => (others[at]! > 0 ? code : 0));
}

function praisesAndBlames({ themes }: LabelledComment): boolean {
  const said = new Set(themes!.values());
  return said.has('mixed') || (said.has('positive') && said.has('negative'));
}

function actionabilityReport(name: string, how: string, judged: Judged[]): Report {
  const truth = judged.map(({ row }) => ACTIONABILITIES.indexOf(row.actionability!));
  const given = judged.map(({ analysis }) => ACTIONABILITIES.indexOf(analysis.actionability ?? 'none'));
  return exclusiveReport(`${name}: actionability`, how, ACTIONABILITIES, truth, given);
}
