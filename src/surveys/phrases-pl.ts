import type { Phrases } from './phrases-en.js';

export const POLISH: Phrases = {
  unlikely: 'Bardzo mało prawdopodobne',
  likely: 'Bardzo prawdopodobne',
  answer: 'Udziel odpowiedzi',
  openPage: 'Można też odpowiedzieć na tej stronie:',
  reminder: 'Przypomnienie: {company} nadal chętnie pozna Państwa opinię.',
  answerUntil: 'Odpowiedzi można udzielić do {date}.',
  seenWithName:
    '{company} i osoby zajmujące się opiniami widzą Państwa odpowiedź razem z imieniem i nazwiskiem.',
  anonymous:
    'Ta ankieta jest anonimowa: nikt nie dowie się, co zostało odpowiedziane, a odpowiedzi są pokazywane tylko w grupach liczących co najmniej {count}.',
  whyYou: 'Ta wiadomość została wysłana, ponieważ {company} prosi Państwa o opinię.',
  unsubscribe: 'Wypisz się',
  unsubscribeTitle: 'Nie otrzymywać więcej ankiet od {company}?',
  unsubscribeText: 'Na adres {email} nie będą już wysyłane ankiety. Nie dotyczy to innych wiadomości.',
  unsubscribedTitle: 'Wypisano',
  unsubscribedText: '{company} nie wyśle więcej ankiet na adres {email}.',
  askAgain: 'Cofnij: pytajcie mnie znowu',
  askedAgainTitle: 'Będziemy znowu pytać',
  askedAgainText: '{company} może znowu wysyłać ankiety na adres {email}.',
  unknownTitle: 'Ten link nie działa',
  unknownText: 'Proszę otworzyć go ponownie z wiadomości, w całości i bez zmian.',
  prizeTitle: 'Losowanie nagród: {prize}',
  prizeText: 'Adres jest przechowywany oddzielnie od odpowiedzi i służy wyłącznie do tego losowania.',
  prizeEmail: 'Adres e-mail',
  prizeConsent:
    'Chcę wziąć udział i zgadzam się na przechowywanie mojego adresu do czasu powiadomienia zwycięzców.',
  prizeEnter: 'Weź udział',
  prizeEntered: 'Udział w losowaniu został zapisany. Powodzenia!',
  prizeRecord: 'Jak przebiega losowanie i jak je sprawdzić',
};
