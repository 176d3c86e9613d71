import { bestLanguage } from '../surveys/language.js';

/** What the pages of a prize draw say besides what is in the catalogue of surveys. `{…}` are filled in. */
export interface DrawPhrases {
  /** What was typed is no address, or not agreed to. */
  invalid: string;
  /** The address has entered before. */
  twice: string;
  /** By what an entrant finds their entry. */
  receipt: string;
  /** Too late. */
  over: string;
  promised: string;
  pending: string;
  sealed: string;
  drawn: string;
  record: string;
}

export const DRAW_PHRASES: Readonly<Record<string, DrawPhrases>> = {
  en: {
    invalid: 'Please enter an e-mail address and agree.',
    twice: 'This address is in the draw already.',
    receipt: 'Keep this. Your entry is listed as {digest}; it was made of the code {code} and your address.',
    over: 'Nobody can enter this draw any more.',
    promised: 'Before the survey opened, this was promised (SHA-256 of the number that decides):',
    pending: 'When the survey closes the entries are sealed; the winners are drawn after that.',
    sealed: 'Sealed entries: {count}. Their digest:',
    drawn: 'The winning entries, first prize first:',
    record: 'All that is needed to check it',
  },
  ar: {
    invalid: 'يرجى إدخال عنوان بريد إلكتروني والموافقة.',
    twice: 'هذا العنوان مشارك في السحب بالفعل.',
    receipt: 'احتفظ بهذا. مشاركتك مدرجة بالرقم {digest}، وقد تكوّنت من الرمز {code} وعنوانك.',
    over: 'لم تعد المشاركة في هذا السحب ممكنة.',
    promised: 'قبل بدء الاستبيان أُعلن ما يلي (SHA-256 للرقم الذي يحسم السحب):',
    pending: 'عند إغلاق الاستبيان تُختم المشاركات، ثم يُسحب الفائزون.',
    sealed: 'المشاركات المختومة: {count}. بصمتها:',
    drawn: 'المشاركات الفائزة، الجائزة الأولى أولًا:',
    record: 'كل ما يلزم للتحقق',
  },
  de: {
    invalid: 'Bitte geben Sie eine E-Mail-Adresse an und stimmen Sie zu.',
    twice: 'Diese Adresse nimmt schon teil.',
    receipt:
      'Bitte aufbewahren. Ihr Los steht in der Liste als {digest}; es entstand aus dem Code {code} und Ihrer Adresse.',
    over: 'An dieser Verlosung kann niemand mehr teilnehmen.',
    promised: 'Bevor die Umfrage begann, wurde dies zugesagt (SHA-256 der Zahl, die entscheidet):',
    pending: 'Wenn die Umfrage endet, werden die Lose versiegelt; danach wird gezogen.',
    sealed: 'Versiegelte Lose: {count}. Ihr Prüfwert:',
    drawn: 'Die Gewinnlose, der erste Preis zuerst:',
    record: 'Alles, was man zum Nachprüfen braucht',
  },
  es: {
    invalid: 'Introduzca una dirección de correo y dé su consentimiento.',
    twice: 'Esta dirección ya participa en el sorteo.',
    receipt:
      'Guarde esto. Su participación figura como {digest}; se formó con el código {code} y su dirección.',
    over: 'Ya no se puede participar en este sorteo.',
    promised: 'Antes de abrir la encuesta se publicó esto (SHA-256 del número que decide):',
    pending: 'Al cerrar la encuesta se sellan las participaciones; después se sortean los ganadores.',
    sealed: 'Participaciones selladas: {count}. Su huella:',
    drawn: 'Las participaciones ganadoras, primero el primer premio:',
    record: 'Todo lo necesario para comprobarlo',
  },
  fr: {
    invalid: 'Indiquez une adresse e-mail et donnez votre accord.',
    twice: 'Cette adresse participe déjà au tirage.',
    receipt:
      'À conserver. Votre participation figure sous {digest} ; elle est formée du code {code} et de votre adresse.',
    over: 'Il n’est plus possible de participer à ce tirage.',
    promised: 'Avant l’ouverture de l’enquête, ceci a été publié (SHA-256 du nombre qui décide) :',
    pending: 'À la clôture de l’enquête, les participations sont scellées ; le tirage a lieu ensuite.',
    sealed: 'Participations scellées : {count}. Leur empreinte :',
    drawn: 'Les participations gagnantes, premier prix en tête :',
    record: 'Tout ce qu’il faut pour vérifier',
  },
  he: {
    invalid: 'נא להזין כתובת דוא״ל ולאשר.',
    twice: 'הכתובת הזו כבר משתתפת בהגרלה.',
    receipt: 'נא לשמור. ההשתתפות שלך מופיעה ברשימה כ־{digest}; היא נוצרה מהקוד {code} ומכתובתך.',
    over: 'לא ניתן עוד להשתתף בהגרלה הזו.',
    promised: 'לפני פתיחת הסקר פורסם הערך הבא (SHA-256 של המספר המכריע):',
    pending: 'עם סגירת הסקר נחתמות ההשתתפויות, ולאחר מכן נערכת ההגרלה.',
    sealed: 'השתתפויות חתומות: {count}. טביעת האצבע שלהן:',
    drawn: 'ההשתתפויות הזוכות, הפרס הראשון תחילה:',
    record: 'כל מה שדרוש לבדיקה',
  },
  it: {
    invalid: 'Inserisca un indirizzo e-mail e dia il consenso.',
    twice: 'Questo indirizzo partecipa già all’estrazione.',
    receipt:
      'Da conservare. La Sua partecipazione è elencata come {digest}; è formata dal codice {code} e dal Suo indirizzo.',
    over: 'Non è più possibile partecipare a questa estrazione.',
    promised: 'Prima dell’apertura del sondaggio è stato pubblicato (SHA-256 del numero che decide):',
    pending:
      'Alla chiusura del sondaggio le partecipazioni vengono sigillate; poi si estraggono i vincitori.',
    sealed: 'Partecipazioni sigillate: {count}. La loro impronta:',
    drawn: 'Le partecipazioni vincenti, dal primo premio:',
    record: 'Tutto ciò che serve per verificare',
  },
  nl: {
    invalid: 'Vul een e-mailadres in en geef toestemming.',
    twice: 'Dit adres doet al mee.',
    receipt:
      'Bewaar dit. Uw deelname staat in de lijst als {digest}; die bestaat uit de code {code} en uw adres.',
    over: 'Meedoen aan deze loting kan niet meer.',
    promised: 'Voordat de enquête begon is dit toegezegd (SHA-256 van het getal dat beslist):',
    pending: 'Als de enquête sluit worden de deelnames verzegeld; daarna wordt er geloot.',
    sealed: 'Verzegelde deelnames: {count}. Hun controlegetal:',
    drawn: 'De winnende deelnames, de eerste prijs eerst:',
    record: 'Alles wat nodig is om het na te gaan',
  },
  pl: {
    invalid: 'Proszę podać adres e-mail i wyrazić zgodę.',
    twice: 'Ten adres bierze już udział w losowaniu.',
    receipt:
      'Proszę zachować. Zgłoszenie widnieje na liście jako {digest}; powstało z kodu {code} i podanego adresu.',
    over: 'Nie można już wziąć udziału w tym losowaniu.',
    promised: 'Przed rozpoczęciem ankiety ogłoszono (SHA-256 liczby, która rozstrzyga):',
    pending: 'Po zamknięciu ankiety zgłoszenia zostaną zapieczętowane, a potem odbędzie się losowanie.',
    sealed: 'Zapieczętowane zgłoszenia: {count}. Ich skrót:',
    drawn: 'Wylosowane zgłoszenia, od pierwszej nagrody:',
    record: 'Wszystko, co potrzebne do sprawdzenia',
  },
  pt: {
    invalid: 'Indique um endereço de e-mail e dê o seu acordo.',
    twice: 'Este endereço já participa no sorteio.',
    receipt:
      'Guarde isto. A sua participação consta da lista como {digest}; foi formada pelo código {code} e pelo seu endereço.',
    over: 'Já não é possível participar neste sorteio.',
    promised: 'Antes de o inquérito abrir, foi publicado isto (SHA-256 do número que decide):',
    pending: 'Quando o inquérito fechar, as participações são seladas; depois são sorteados os vencedores.',
    sealed: 'Participações seladas: {count}. A sua impressão digital:',
    drawn: 'As participações vencedoras, a começar pelo primeiro prémio:',
    record: 'Tudo o que é preciso para verificar',
  },
};

/** In the first of these languages (BCP 47) there are, else in English. */
export function drawPhrasesIn(tags: readonly string[]): DrawPhrases {
  return DRAW_PHRASES[bestLanguage(Object.keys(DRAW_PHRASES), tags) ?? 'en']!;
}
