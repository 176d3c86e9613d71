import type { Phrases } from './phrases-en.js';

export const DUTCH: Phrases = {
  unlikely: 'Zeer onwaarschijnlijk',
  likely: 'Zeer waarschijnlijk',
  answer: 'Geef uw antwoord',
  openPage: 'U kunt ook op deze pagina antwoorden:',
  reminder: 'Een herinnering: {company} hoort graag nog van u.',
  answerUntil: 'U kunt antwoorden tot {date}.',
  seenWithName: '{company} en de mensen die met uw feedback werken, zien uw antwoord samen met uw naam.',
  anonymous:
    'Deze enquête is anoniem: niemand komt te weten wat u hebt geantwoord, en antwoorden worden alleen getoond in groepen van ten minste {count}.',
  whyYou: 'U ontvangt dit bericht omdat {company} u om uw mening vraagt.',
  unsubscribe: 'Afmelden',
  unsubscribeTitle: 'Geen enquêtes meer van {company}?',
  unsubscribeText:
    'Er worden geen enquêtes meer naar {email} gestuurd. Andere berichten blijven ongewijzigd.',
  unsubscribedTitle: 'U bent afgemeld',
  unsubscribedText: '{company} stuurt geen enquêtes meer naar {email}.',
  askAgain: 'Ongedaan maken: vraag mij weer',
  askedAgainTitle: 'U wordt weer gevraagd',
  askedAgainText: '{company} mag weer enquêtes sturen naar {email}.',
  unknownTitle: 'Deze link werkt niet',
  unknownText: 'Open hem opnieuw vanuit de e-mail, volledig en ongewijzigd.',
  prizeTitle: 'Verloting: {prize}',
  prizeText: 'Uw adres wordt gescheiden van uw antwoorden bewaard en alleen voor deze verloting gebruikt.',
  prizeEmail: 'E-mailadres',
  prizeConsent:
    'Ik wil meedoen en ga ermee akkoord dat mijn adres wordt bewaard tot de winnaars bericht hebben gekregen.',
  prizeEnter: 'Meedoen',
  prizeEntered: 'U doet mee aan de verloting. Veel succes!',
  prizeRecord: 'Hoe de verloting werkt en hoe u haar kunt controleren',
};
