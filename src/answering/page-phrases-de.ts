import type { PagePhrases } from './page-phrases-en.js';

export const GERMAN: PagePhrases = {
  heading: 'Ihre Rückmeldung an {company}',
  send: 'Absenden',
  continue: 'Weiter',
  change: 'Antworten ändern',
  optional: 'freiwillig',
  yes: 'Ja',
  no: 'Nein',
  language: 'Sprache',
  saving: 'Wird gespeichert …',
  saved: 'Gespeichert',
  unsaved: 'Noch nicht gespeichert. Wir versuchen es erneut.',
  seenWithoutName: '{company} sieht Ihre Antworten, aber nicht, von wem sie sind.',
  changeableUntil: 'Sie können Ihre Antworten bis {date} ändern.',
  unchangeable: 'Abgesendete Antworten lassen sich nicht ändern, weil niemand weiß, welche von Ihnen sind.',
  answeredNote:
    'Sie haben bereits geantwortet. Was Sie jetzt absenden, tritt an die Stelle dieser Antworten.',
  dissatisfied: 'Sehr unzufrieden',
  satisfied: 'Sehr zufrieden',
  disagree: 'Stimme gar nicht zu',
  agree: 'Stimme voll zu',
  faults: 'Bitte sehen Sie sich das noch einmal an',
  unanswered: 'Bitte beantworten Sie diese Frage.',
  notAnAnswer: 'Bitte wählen Sie eine der Antworten.',
  offTheScale: 'Bitte geben Sie eine ganze Zahl von {min} bis {max} ein.',
  tooLong: 'Dieser Text ist zu lang. Platz ist für {max} Zeichen.',
  nothing: 'Bitte beantworten Sie mindestens eine Frage.',
  notices: {
    thanks: { title: 'Vielen Dank!', text: 'Ihre Antworten sind bei {company} angekommen.' },
    answered: {
      title: 'Sie haben bereits geantwortet',
      text: 'Vielen Dank, Ihre Antworten sind bei {company} angekommen. Sie können sie noch bis {date} ändern.',
    },
    cast: {
      title: 'Sie haben bereits geantwortet',
      text: 'Vielen Dank. Jede Einladung zu dieser anonymen Umfrage gilt einmal. Weil niemand weiß, welche Antworten von Ihnen sind, lassen sie sich nicht ändern.',
    },
    closed: {
      title: 'Diese Umfrage ist beendet',
      text: 'Antworten waren bis {date} möglich. Danke, dass Sie teilnehmen wollten.',
    },
    notYet: {
      title: 'Diese Umfrage hat noch nicht begonnen',
      text: 'Sie beginnt am {date}. Bitte kommen Sie dann wieder.',
    },
    paused: {
      title: 'Diese Umfrage ruht',
      text: 'Im Moment werden keine Antworten angenommen. Bitte versuchen Sie es an einem anderen Tag.',
    },
    unknown: {
      title: 'Dieser Link ist ungültig',
      text: 'Vielleicht fehlt ein Teil. Bitte öffnen Sie ihn noch einmal aus Ihrer Einladung oder kopieren Sie ihn vollständig.',
    },
    erased: {
      title: 'Diese Einladung gibt es nicht mehr',
      text: 'Sie wurde zurückgezogen, oder die zugehörigen persönlichen Daten wurden gelöscht. Sie brauchen nichts zu tun.',
    },
    tooMany: {
      title: 'Zu viele Anfragen',
      text: 'Diese Seite wurde in kurzer Zeit sehr oft aufgerufen. Bitte warten Sie eine Minute. Was Sie schon beantwortet haben, bleibt erhalten.',
    },
    elsewhere: {
      title: 'Das kam nicht von der Umfrage',
      text: 'Eine andere Website wollte in Ihrem Namen antworten. Nichts wurde geändert. Bitte öffnen Sie den Link aus Ihrer Einladung.',
    },
    trouble: {
      title: 'Bei uns ist etwas schiefgegangen',
      text: 'Bitte versuchen Sie es gleich noch einmal. Gehen Sie zurück, um Ihre Eingaben wiederzufinden.',
    },
  },
};
