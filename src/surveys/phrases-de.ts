import type { Phrases } from './phrases-en.js';

export const GERMAN: Phrases = {
  unlikely: 'Sehr unwahrscheinlich',
  likely: 'Sehr wahrscheinlich',
  answer: 'Antwort geben',
  openPage: 'Sie können auch auf dieser Seite antworten:',
  reminder: 'Zur Erinnerung: {company} würde gern noch von Ihnen hören.',
  answerUntil: 'Sie können bis {date} antworten.',
  seenWithName:
    '{company} und die Menschen, die Ihr Feedback bearbeiten, sehen Ihre Antwort zusammen mit Ihrem Namen.',
  anonymous:
    'Diese Umfrage ist anonym: Niemand erfährt, was Sie geantwortet haben, und Antworten werden nur in Gruppen von mindestens {count} gezeigt.',
  whyYou: 'Sie haben diese Nachricht erhalten, weil {company} Sie um Ihre Meinung bittet.',
  unsubscribe: 'Abmelden',
  unsubscribeTitle: 'Keine Umfragen mehr von {company}?',
  unsubscribeText:
    'An {email} werden keine Umfragen mehr geschickt. Andere Nachrichten sind davon nicht betroffen.',
  unsubscribedTitle: 'Sie sind abgemeldet',
  unsubscribedText: '{company} schickt keine Umfragen mehr an {email}.',
  askAgain: 'Rückgängig: wieder fragen',
  askedAgainTitle: 'Sie werden wieder gefragt',
  askedAgainText: '{company} kann wieder Umfragen an {email} senden.',
  unknownTitle: 'Dieser Link funktioniert nicht',
  unknownText: 'Bitte öffnen Sie ihn noch einmal aus der E-Mail, vollständig und unverändert.',
  prizeTitle: 'Verlosung: {prize}',
  prizeText:
    'Ihre Adresse wird getrennt von Ihren Antworten aufbewahrt und nur für diese Verlosung verwendet.',
  prizeEmail: 'E-Mail-Adresse',
  prizeConsent:
    'Ich möchte teilnehmen und bin einverstanden, dass meine Adresse aufbewahrt wird, bis die Gewinner benachrichtigt sind.',
  prizeEnter: 'Teilnehmen',
  prizeEntered: 'Sie nehmen an der Verlosung teil. Viel Glück!',
  prizeRecord: 'Wie die Verlosung abläuft und wie man sie nachprüft',
};
