import type { AnalysisFacts } from '../analysis/analysis-facts.js';
import type { Answer } from '../surveys/answers.js';
import type { Category } from '../surveys/score.js';
import type { Facts, Properties } from './facts.js';

/** What came back. */
interface Response {
  score: number | null;
  category: Category | null;
  surveyKey: string;
  channel: string | null;
  language: string | null;
  verbatims: { text: string }[];
  answers: Record<string, Answer>;
  properties: Properties;
}

/** Who gave it. */
interface Contact {
  capacity: string | null;
  email: string | null;
  properties: Properties;
}

/** Their company. */
interface Account {
  name: string | null;
  externalId: string | null;
  properties: Properties;
}

/** A response as routing meets it, still to be joined with who gave it and their company. */
export interface RoutableResponse extends Response {
  id: string;
  contactId: string | null;
  accountId: string | null;
}

/** What is known around a response. */
interface Around {
  /** What its verbatims say. */
  analysis: AnalysisFacts;
  contact: Contact | null;
  account: Account | null;
}

/** What rules can ask about a response, who gave it and their company; null where it is not known who that is. */
export function factsOf(response: Response, { analysis, contact, account }: Around): Facts {
  const { score, category, surveyKey, channel, language, verbatims, answers, properties } = response;
  return {
    score,
    category,
    survey: surveyKey,
    channel,
    language,
    verbatim: verbatims.map(({ text }) => text).join('\n') || null,
    analysis,
    answers,
    contact: contact && {
      capacity: contact.capacity,
      emailDomain: emailDomain(contact.email),
      properties: contact.properties,
    },
    account: account && {
      name: account.name,
      externalId: account.externalId,
      properties: account.properties,
    },
    properties,
  };
}

/** What stands after the last `@`: a quoted local part may hold one itself. */
function emailDomain(email: string | null): string | null {
  const at = email?.lastIndexOf('@') ?? -1;
  return at < 0 ? null : email!.slice(at + 1) || null;
}
