/**
 * What the response page says by itself, beside what it shares with mails (`src/surveys/phrases.ts`). `{company}`, `{date}`,
 * `{min}` and `{max}` are filled in.
 */
export interface PagePhrases {
  heading: string;
  send: string;
  continue: string;
  change: string;
  optional: string;
  yes: string;
  no: string;
  language: string;
  saving: string;
  saved: string;
  unsaved: string;
  /** Who sees answers that came by a link that is anybody's. */
  seenWithoutName: string;
  changeableUntil: string;
  unchangeable: string;
  /** Stands above answers given before. */
  answeredNote: string;
  /** Ends of the scales: csat, ces. */
  dissatisfied: string;
  satisfied: string;
  disagree: string;
  agree: string;
  /** What is wrong with answers. */
  faults: string;
  unanswered: string;
  notAnAnswer: string;
  offTheScale: string;
  tooLong: string;
  nothing: string;
  notices: Record<NoticeName, { title: string; text: string }>;
}

export const NOTICES = [
  'thanks',
  'answered',
  'cast',
  'closed',
  'notYet',
  'paused',
  'unknown',
  'erased',
  'tooMany',
  'elsewhere',
  'trouble',
] as const;
export type NoticeName = (typeof NOTICES)[number];

export const ENGLISH: PagePhrases = {
  heading: 'Your feedback for {company}',
  send: 'Send',
  continue: 'Continue',
  change: 'Change my answers',
  optional: 'optional',
  yes: 'Yes',
  no: 'No',
  language: 'Language',
  saving: 'Saving…',
  saved: 'Saved',
  unsaved: 'Not saved yet. We will try again.',
  seenWithoutName: '{company} sees your answers, but not who gave them.',
  changeableUntil: 'You can change your answers until {date}.',
  unchangeable: 'Once sent, answers cannot be changed, because nobody can tell which are yours.',
  answeredNote: 'You have answered already. What you send now takes the place of those answers.',
  dissatisfied: 'Very dissatisfied',
  satisfied: 'Very satisfied',
  disagree: 'Strongly disagree',
  agree: 'Strongly agree',
  faults: 'Something needs your attention',
  unanswered: 'Please answer this question.',
  notAnAnswer: 'Please choose one of the answers.',
  offTheScale: 'Please give a whole number from {min} to {max}.',
  tooLong: 'This text is too long. There is room for {max} characters.',
  nothing: 'Please answer at least one question.',
  notices: {
    thanks: { title: 'Thank you!', text: 'Your answers have reached {company}.' },
    answered: {
      title: 'You have answered already',
      text: 'Thank you, your answers have reached {company}. You can still change them until {date}.',
    },
    cast: {
      title: 'You have answered already',
      text: 'Thank you. Each invitation to this anonymous survey can be used once, and because nobody can tell which answers are yours, they cannot be changed.',
    },
    closed: {
      title: 'This survey is closed',
      text: 'Answers were taken until {date}. Thank you for wanting to take part.',
    },
    notYet: { title: 'This survey has not opened yet', text: 'It opens on {date}. Please come back then.' },
    paused: {
      title: 'This survey is paused',
      text: 'No answers are taken at the moment. Please try again another day.',
    },
    unknown: {
      title: 'This link is not valid',
      text: 'Part of it may be missing. Please open it again from your invitation, or copy all of it.',
    },
    erased: {
      title: 'This invitation no longer exists',
      text: 'It was withdrawn, or the personal data behind it were erased. There is nothing you need to do.',
    },
    tooMany: {
      title: 'Too many requests',
      text: 'This page has been asked for very often in a short time. Please wait a minute and try again. What you answered before is kept.',
    },
    elsewhere: {
      title: 'This did not come from the survey',
      text: 'Another website tried to send answers for you. Nothing was changed. Please open the link from your invitation.',
    },
    trouble: {
      title: 'Something went wrong on our side',
      text: 'Please try again in a moment. Go back to find what you typed.',
    },
  },
};
