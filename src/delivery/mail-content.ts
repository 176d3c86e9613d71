import type { CampaignMail, MailText } from '../campaigns/campaign-terms.js';
import { fill, fillLine, firstNameOf, type Known } from '../campaigns/template.js';
import { mainQuestion, type SurveyDefinition } from '../surveys/definition.js';
import { bestLanguage, type Direction, inLanguage, UNSAID_LANGUAGE } from '../surveys/language.js';
import { filled, phrasesIn } from '../surveys/phrases.js';
import type { Phrases } from '../surveys/phrases-en.js';
import { type Scale, scaleOf } from '../surveys/scale.js';

/** Whom a mail goes to. */
export interface Recipient {
  name: string | null;
  /** BCP 47. */
  language: string | null;
  account: string | null;
}

/** What a campaign's wave asks by mail. */
export interface Asked {
  mail: CampaignMail;
  definition: SurveyDefinition;
  isAnonymous: boolean;
  minimumGroup: number;
  closesAt: Date;
  timeZone: string;
  company: string;
}

/** Everything a mail says, in one language; how it looks is another matter. */
export interface MailContent {
  /** BCP 47. */
  tag: string;
  dir: Direction;
  subject: string;
  /** What mail programs show beside the subject. */
  preview: string;
  /** Set where this is not the first mail. */
  reminder: string | null;
  intro: string;
  company: string;
  question: MailQuestion | null;
  /** On the button where there is no question. */
  answer: string;
  openPage: string;
  answerUntil: string;
  seenBy: string;
  whyYou: string;
  unsubscribe: string;
}

/** The question that is answered within the mail. */
export interface MailQuestion {
  label: string;
  scale: Scale;
  /** What the ends of the scale mean; null where only the label says so. */
  ends: { least: string; most: string } | null;
}

/** Longer scales are no row of numbers any more: they are answered on the page. */
const MOST_NUMBERS = 11;
/** What fits into the list of mails; the rest is cut there. */
const PREVIEW_CHARS = 140;

/** What a wave's mails say in one language, whomever they go to. */
interface Wording {
  tag: string;
  dir: Direction;
  text: MailText;
  phrases: Phrases;
  /** When the wave closes. */
  date: string;
  question: ReturnType<typeof questionOf>;
}

/** Says what the mails of one wave say to each person. The invitation is step 0, then come the reminders. */
export function writerOf(asked: Asked): (recipient: Recipient, step: number) => MailContent {
  const wordings = new Map<string | null, Wording>();
  return (recipient, step) => {
    const wording = wordings.get(recipient.language) ?? wordingOf(asked, recipient.language);
    wordings.set(recipient.language, wording);
    return contentOf(asked, wording, recipient, step);
  };
}

function wordingOf(asked: Asked, language: string | null): Wording {
  const { closesAt, timeZone } = asked;
  const { definition, tag, dir } = inLanguage(asked.definition, language ? [language] : []);
  const { phrases } = phrasesIn([tag]);
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone }).format(closesAt);
  return { tag, dir, text: textIn(asked, tag), phrases, date, question: questionOf(definition) };
}

function contentOf(asked: Asked, wording: Wording, recipient: Recipient, step: number): MailContent {
  const { tag, dir, text, phrases, date, question } = wording;
  const { company } = asked;
  const known: Known = {
    firstName: firstNameOf(recipient.name),
    name: recipient.name,
    account: recipient.account,
    company,
    closesOn: date,
  };
  const intro = fill(text.intro, known).trim();
  const reminder = step > 0 ? filled(phrases.reminder, { company }) : null;
  return {
    ...{ tag, dir, company, intro, reminder },
    subject: fillLine(text.subject, known),
    preview: previewOf(reminder ?? intro),
    question: question && {
      ...{ label: question.label, scale: question.scale },
      ends: question.type === 'nps' ? { least: phrases.unlikely, most: phrases.likely } : null,
    },
    answer: phrases.answer,
    openPage: phrases.openPage,
    answerUntil: filled(phrases.answerUntil, { date }),
    seenBy: asked.isAnonymous
      ? filled(phrases.anonymous, { company, count: asked.minimumGroup })
      : filled(phrases.seenWithName, { company }),
    whyYou: filled(phrases.whyYou, { company }),
    unsubscribe: phrases.unsubscribe,
  };
}

/** The campaign's words in the language the survey is put in, as near as it has them. */
function textIn({ mail, definition }: Asked, tag: string): MailText {
  const { translations = {}, ...own } = mail;
  const ownTag = definition.language ?? UNSAID_LANGUAGE;
  const found = bestLanguage([ownTag, ...Object.keys(translations)], [tag]);
  return (found !== null && found !== ownTag && translations[found]) || own;
}

/** The question whose score a link can bring along, where everybody is asked it and its numbers fit. */
function questionOf(definition: SurveyDefinition) {
  const question = mainQuestion(definition);
  const scale = question && scaleOf(question);
  if (!question || !scale || question.showIf || scale.max - scale.min >= MOST_NUMBERS) return null;
  return { label: question.label, type: question.type, scale };
}

function previewOf(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= PREVIEW_CHARS ? line : `${line.slice(0, PREVIEW_CHARS - 1).trimEnd()}…`;
}
