import type { PagePhrases } from './page-phrases-en.js';

export const ITALIAN: PagePhrases = {
  heading: 'La Sua opinione per {company}',
  send: 'Invia',
  continue: 'Continua',
  change: 'Modifica le mie risposte',
  optional: 'facoltativo',
  yes: 'Sì',
  no: 'No',
  language: 'Lingua',
  saving: 'Salvataggio…',
  saved: 'Salvato',
  unsaved: 'Non ancora salvato. Riproveremo.',
  seenWithoutName: '{company} vede le Sue risposte, ma non chi le ha date.',
  changeableUntil: 'Può modificare le Sue risposte fino al {date}.',
  unchangeable:
    'Una volta inviate, le risposte non si possono modificare, perché nessuno può sapere quali sono le Sue.',
  answeredNote: 'Ha già risposto. Ciò che invia ora sostituisce quelle risposte.',
  dissatisfied: 'Per niente soddisfatto',
  satisfied: 'Molto soddisfatto',
  disagree: 'Per niente d’accordo',
  agree: 'Del tutto d’accordo',
  faults: 'Controlli le Sue risposte',
  unanswered: 'Risponda a questa domanda.',
  notAnAnswer: 'Scelga una delle risposte.',
  offTheScale: 'Indichi un numero intero da {min} a {max}.',
  tooLong: 'Questo testo è troppo lungo. C’è spazio per {max} caratteri.',
  nothing: 'Risponda ad almeno una domanda.',
  notices: {
    thanks: { title: 'Grazie!', text: 'Le Sue risposte sono arrivate a {company}.' },
    answered: {
      title: 'Ha già risposto',
      text: 'Grazie, le Sue risposte sono arrivate a {company}. Può ancora modificarle fino al {date}.',
    },
    cast: {
      title: 'Ha già risposto',
      text: 'Grazie. Ogni invito a questo sondaggio anonimo vale una sola volta e, poiché nessuno può sapere quali risposte sono le Sue, non si possono modificare.',
    },
    closed: {
      title: 'Questo sondaggio è chiuso',
      text: 'Si poteva rispondere fino al {date}. Grazie per aver voluto partecipare.',
    },
    notYet: { title: 'Questo sondaggio non è ancora aperto', text: 'Si apre il {date}. Torni allora.' },
    paused: {
      title: 'Questo sondaggio è in pausa',
      text: 'Al momento non si accettano risposte. Riprovi un altro giorno.',
    },
    unknown: {
      title: 'Questo link non è valido',
      text: 'Forse ne manca una parte. Lo apra di nuovo dal Suo invito oppure lo copi per intero.',
    },
    erased: {
      title: 'Questo invito non esiste più',
      text: 'È stato ritirato, oppure i dati personali collegati sono stati cancellati. Non deve fare nulla.',
    },
    tooMany: {
      title: 'Troppe richieste',
      text: 'Questa pagina è stata richiesta molto spesso in poco tempo. Attenda un minuto e riprovi. Ciò che ha già risposto resta salvato.',
    },
    elsewhere: {
      title: 'Questo non veniva dal sondaggio',
      text: 'Un altro sito ha cercato di rispondere al Suo posto. Nulla è stato modificato. Apra il link dal Suo invito.',
    },
    trouble: {
      title: 'Qualcosa non ha funzionato da parte nostra',
      text: 'Riprovi tra un momento. Torni indietro per ritrovare ciò che ha scritto.',
    },
  },
};
