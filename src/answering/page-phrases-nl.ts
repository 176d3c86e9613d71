import type { PagePhrases } from './page-phrases-en.js';

export const DUTCH: PagePhrases = {
  heading: 'Uw mening voor {company}',
  send: 'Versturen',
  continue: 'Verder',
  change: 'Mijn antwoorden wijzigen',
  optional: 'optioneel',
  yes: 'Ja',
  no: 'Nee',
  language: 'Taal',
  saving: 'Opslaan…',
  saved: 'Opgeslagen',
  unsaved: 'Nog niet opgeslagen. We proberen het opnieuw.',
  seenWithoutName: '{company} ziet uw antwoorden, maar niet wie ze gaf.',
  changeableUntil: 'U kunt uw antwoorden wijzigen tot {date}.',
  unchangeable:
    'Verstuurde antwoorden kunnen niet worden gewijzigd, omdat niemand kan weten welke van u zijn.',
  answeredNote: 'U hebt al geantwoord. Wat u nu verstuurt, komt in de plaats van die antwoorden.',
  dissatisfied: 'Zeer ontevreden',
  satisfied: 'Zeer tevreden',
  disagree: 'Helemaal mee oneens',
  agree: 'Helemaal mee eens',
  faults: 'Kijk dit nog even na',
  unanswered: 'Beantwoord deze vraag.',
  notAnAnswer: 'Kies een van de antwoorden.',
  offTheScale: 'Geef een heel getal van {min} tot en met {max}.',
  tooLong: 'Deze tekst is te lang. Er is plaats voor {max} tekens.',
  nothing: 'Beantwoord minstens één vraag.',
  notices: {
    thanks: { title: 'Dank u wel!', text: 'Uw antwoorden zijn bij {company} aangekomen.' },
    answered: {
      title: 'U hebt al geantwoord',
      text: 'Dank u wel, uw antwoorden zijn bij {company} aangekomen. U kunt ze nog wijzigen tot {date}.',
    },
    cast: {
      title: 'U hebt al geantwoord',
      text: 'Dank u wel. Elke uitnodiging voor deze anonieme enquête geldt één keer, en omdat niemand kan weten welke antwoorden van u zijn, kunnen ze niet worden gewijzigd.',
    },
    closed: {
      title: 'Deze enquête is gesloten',
      text: 'Antwoorden kon tot {date}. Dank u dat u wilde meedoen.',
    },
    notYet: { title: 'Deze enquête is nog niet begonnen', text: 'Ze begint op {date}. Kom dan terug.' },
    paused: {
      title: 'Deze enquête is gepauzeerd',
      text: 'Op dit moment worden geen antwoorden aangenomen. Probeer het een andere dag opnieuw.',
    },
    unknown: {
      title: 'Deze link is niet geldig',
      text: 'Misschien ontbreekt er een deel. Open hem opnieuw vanuit uw uitnodiging of kopieer hem helemaal.',
    },
    erased: {
      title: 'Deze uitnodiging bestaat niet meer',
      text: 'Ze is ingetrokken, of de bijbehorende persoonsgegevens zijn gewist. U hoeft niets te doen.',
    },
    tooMany: {
      title: 'Te veel verzoeken',
      text: 'Deze pagina is in korte tijd heel vaak opgevraagd. Wacht een minuut en probeer het opnieuw. Wat u al hebt geantwoord, blijft bewaard.',
    },
    elsewhere: {
      title: 'Dit kwam niet van de enquête',
      text: 'Een andere website wilde namens u antwoorden. Er is niets gewijzigd. Open de link uit uw uitnodiging.',
    },
    trouble: {
      title: 'Er ging iets mis aan onze kant',
      text: 'Probeer het zo meteen opnieuw. Ga terug om te vinden wat u hebt geschreven.',
    },
  },
};
