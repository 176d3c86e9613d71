import type { PagePhrases } from './page-phrases-en.js';

export const POLISH: PagePhrases = {
  heading: 'Opinia dla {company}',
  send: 'Wyślij',
  continue: 'Dalej',
  change: 'Zmień moje odpowiedzi',
  optional: 'opcjonalnie',
  yes: 'Tak',
  no: 'Nie',
  language: 'Język',
  saving: 'Zapisywanie…',
  saved: 'Zapisano',
  unsaved: 'Jeszcze nie zapisano. Spróbujemy ponownie.',
  seenWithoutName: '{company} widzi te odpowiedzi, ale nie wie, kto ich udzielił.',
  changeableUntil: 'Odpowiedzi można zmieniać do {date}.',
  unchangeable: 'Wysłanych odpowiedzi nie można zmienić, bo nikt nie wie, które są czyje.',
  answeredNote: 'Odpowiedzi zostały już wysłane. To, co zostanie wysłane teraz, je zastąpi.',
  dissatisfied: 'Bardzo niezadowolony',
  satisfied: 'Bardzo zadowolony',
  disagree: 'Zdecydowanie się nie zgadzam',
  agree: 'Zdecydowanie się zgadzam',
  faults: 'Prosimy sprawdzić odpowiedzi',
  unanswered: 'Prosimy odpowiedzieć na to pytanie.',
  notAnAnswer: 'Prosimy wybrać jedną z odpowiedzi.',
  offTheScale: 'Prosimy podać liczbę całkowitą od {min} do {max}.',
  tooLong: 'Ten tekst jest za długi. Miejsca jest na {max} znaków.',
  nothing: 'Prosimy odpowiedzieć na co najmniej jedno pytanie.',
  notices: {
    thanks: { title: 'Dziękujemy!', text: 'Odpowiedzi dotarły do {company}.' },
    answered: {
      title: 'Odpowiedzi zostały już wysłane',
      text: 'Dziękujemy, odpowiedzi dotarły do {company}. Można je jeszcze zmienić do {date}.',
    },
    cast: {
      title: 'Odpowiedzi zostały już wysłane',
      text: 'Dziękujemy. Każde zaproszenie do tej anonimowej ankiety działa raz, a ponieważ nikt nie wie, które odpowiedzi są czyje, nie można ich zmienić.',
    },
    closed: {
      title: 'Ta ankieta jest zakończona',
      text: 'Odpowiedzi przyjmowano do {date}. Dziękujemy za chęć udziału.',
    },
    notYet: { title: 'Ta ankieta jeszcze się nie zaczęła', text: 'Zaczyna się {date}. Zapraszamy ponownie.' },
    paused: {
      title: 'Ta ankieta jest wstrzymana',
      text: 'Obecnie odpowiedzi nie są przyjmowane. Prosimy spróbować innego dnia.',
    },
    unknown: {
      title: 'Ten link jest nieprawidłowy',
      text: 'Być może brakuje jego części. Prosimy otworzyć go ponownie z zaproszenia albo skopiować w całości.',
    },
    erased: {
      title: 'To zaproszenie już nie istnieje',
      text: 'Zostało wycofane albo usunięto związane z nim dane osobowe. Nie trzeba nic robić.',
    },
    tooMany: {
      title: 'Zbyt wiele żądań',
      text: 'Tę stronę otwierano bardzo często w krótkim czasie. Prosimy odczekać minutę i spróbować ponownie. Udzielone już odpowiedzi są zachowane.',
    },
    elsewhere: {
      title: 'To nie pochodziło z ankiety',
      text: 'Inna strona próbowała odpowiedzieć za Państwa. Nic nie zmieniono. Prosimy otworzyć link z zaproszenia.',
    },
    trouble: {
      title: 'Coś poszło nie tak po naszej stronie',
      text: 'Prosimy spróbować za chwilę. Wpisany tekst można odzyskać, wracając do poprzedniej strony.',
    },
  },
};
