import type { Analysis, LanguageFound, Span, Verbatim } from '../analyzer/analysis.js';
import { inLightOf } from '../analyzer/polarity.js';
import type { Finding } from './answer.js';
import { hashOf, type SoughtThemes } from './prompt.js';
import { type Redacted, redact } from './redact.js';

/** Texts of one request: few enough that a model keeps them apart. */
export const MAX_TEXTS_PER_REQUEST = 8;
/** Characters of the texts of one request; a longer text is not sent. */
export const MAX_CHARS_PER_REQUEST = 6_000;
const MAX_QUESTION_CHARS = 500;

/** What is asked about one verbatim. */
export interface Inquiry {
  verbatim: Verbatim;
  question: string | null;
  redacted: Redacted;
  /** The same for verbatims whose answers cannot differ. */
  hash: string;
}

/** Null for a verbatim that is not sent: nothing is written in it, or too much. */
export function inquiryOf(
  verbatim: Verbatim & { names: readonly string[] },
  analyzer: string,
  themes: SoughtThemes,
): Inquiry | null {
  const { text, question: put, names } = verbatim;
  if (text.trim() === '' || text.length > MAX_CHARS_PER_REQUEST) return null;
  const redacted = redact(text, names);
  const question = put === null ? null : redact(put.slice(0, MAX_QUESTION_CHARS), names).text.toWellFormed();
  return { verbatim, question, redacted, hash: hashOf(analyzer, { question, text: redacted.text }, themes) };
}

/** Divides them, in their order, into what goes into one request each. */
export function batchesOf(inquiries: readonly Inquiry[]): Inquiry[][] {
  const batches: Inquiry[][] = [];
  let chars = Infinity;
  for (const inquiry of inquiries) {
    const { length } = inquiry.redacted.text;
    const batch = batches.at(-1);
    if (batch && batch.length < MAX_TEXTS_PER_REQUEST && chars + length <= MAX_CHARS_PER_REQUEST) {
      batch.push(inquiry);
      chars += length;
    } else {
      batches.push([inquiry]);
      chars = length;
    }
  }
  return batches;
}

/** What was found, with every span in the verbatim as it was written. */
export function analysisOf(finding: Finding, { verbatim, redacted }: Inquiry): Analysis {
  const inOriginal = <T extends { span: Span }>(one: T): T => ({
    ...one,
    span: redacted.toOriginal(one.span),
  });
  return {
    language: languageOf(finding.language, verbatim.language),
    sentiment: finding.sentiment,
    sentimentWithScore: finding.sentiment && inLightOf(verbatim.score, finding.sentiment),
    actionability: finding.actionability,
    emotions: finding.emotions.map(inOriginal),
    mentions: finding.mentions.map(inOriginal),
  };
}

/** A model that reports on a text claims to understand it: which languages it knows, nobody can list. */
function languageOf(found: string | null, likely: string | null): LanguageFound {
  const code = found ?? likely?.slice(0, 2).toLowerCase() ?? null;
  return { code, isReliable: found !== null, isSupported: true };
}
