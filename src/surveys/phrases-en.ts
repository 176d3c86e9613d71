/**
 * What Heed itself says in mails, when somebody unsubscribes and about prize draws; what the response page says
 * besides stands with the page. `{company}`, `{date}`, `{count}`, `{email}` and `{prize}` are filled in.
 */
export interface Phrases {
  /** The ends of the scale from 0 to 10. */
  unlikely: string;
  likely: string;
  /** On the button of a mail without a scale. */
  answer: string;
  /** Above the numbers, for those whose mail program shows no buttons. */
  openPage: string;
  reminder: string;
  answerUntil: string;
  /** Who sees the answer. */
  seenWithName: string;
  anonymous: string;
  /** Why this mail came. */
  whyYou: string;
  unsubscribe: string;
  unsubscribeTitle: string;
  unsubscribeText: string;
  unsubscribedTitle: string;
  unsubscribedText: string;
  /** On the button that takes unsubscribing back, and what is said then. */
  askAgain: string;
  askedAgainTitle: string;
  askedAgainText: string;
  /** Of a link to unsubscribe that was cut or changed. */
  unknownTitle: string;
  unknownText: string;
  prizeTitle: string;
  prizeText: string;
  prizeEmail: string;
  prizeConsent: string;
  prizeEnter: string;
  prizeEntered: string;
  prizeRecord: string;
}

export const ENGLISH: Phrases = {
  unlikely: 'Not at all likely',
  likely: 'Extremely likely',
  answer: 'Give your answer',
  openPage: 'You can also answer on this page:',
  reminder: 'A reminder: {company} would still like to hear from you.',
  answerUntil: 'You can answer until {date}.',
  seenWithName: '{company} and the people who work on your feedback see your answer together with your name.',
  anonymous:
    'This survey is anonymous: nobody learns what you answered, and answers are shown only in groups of at least {count}.',
  whyYou: 'You received this because {company} asks for your opinion.',
  unsubscribe: 'Unsubscribe',
  unsubscribeTitle: 'No more surveys from {company}?',
  unsubscribeText: 'Surveys will no longer be sent to {email}. Other messages are not affected.',
  unsubscribedTitle: 'You are unsubscribed',
  unsubscribedText: '{company} will send no more surveys to {email}.',
  askAgain: 'Undo: ask me again',
  askedAgainTitle: 'You will be asked again',
  askedAgainText: '{company} may send surveys to {email} again.',
  unknownTitle: 'This link does not work',
  unknownText: 'Please open it again from the mail, completely and unchanged.',
  prizeTitle: 'Prize draw: {prize}',
  prizeText: 'Your address is kept apart from your answers, and used for nothing but this draw.',
  prizeEmail: 'E-mail address',
  prizeConsent: 'I want to take part, and agree that my address is kept until the winners have been told.',
  prizeEnter: 'Take part',
  prizeEntered: 'You are in the draw. Good luck!',
  prizeRecord: 'How the draw works, and how to check it',
};
