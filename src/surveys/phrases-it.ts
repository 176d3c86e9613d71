import type { Phrases } from './phrases-en.js';

export const ITALIAN: Phrases = {
  unlikely: 'Per niente probabile',
  likely: 'Estremamente probabile',
  answer: 'Rispondi',
  openPage: 'È possibile rispondere anche su questa pagina:',
  reminder: 'Un promemoria: {company} vorrebbe ancora conoscere la sua opinione.',
  answerUntil: 'È possibile rispondere fino al {date}.',
  seenWithName:
    '{company} e le persone che si occupano dei riscontri vedono la sua risposta insieme al suo nome.',
  anonymous:
    'Questo sondaggio è anonimo: nessuno saprà che cosa ha risposto, e le risposte vengono mostrate solo in gruppi di almeno {count}.',
  whyYou: 'Ha ricevuto questo messaggio perché {company} chiede la sua opinione.',
  unsubscribe: 'Annulla l’iscrizione',
  unsubscribeTitle: 'Non ricevere più sondaggi da {company}?',
  unsubscribeText: 'A {email} non saranno più inviati sondaggi. Gli altri messaggi non cambiano.',
  unsubscribedTitle: 'Iscrizione annullata',
  unsubscribedText: '{company} non invierà più sondaggi a {email}.',
  askAgain: 'Annulla: chiedimi di nuovo',
  askedAgainTitle: 'Le chiederemo di nuovo',
  askedAgainText: '{company} può inviare di nuovo sondaggi a {email}.',
  unknownTitle: 'Questo link non funziona',
  unknownText: 'Lo apra di nuovo dall’e-mail, completo e senza modifiche.',
  prizeTitle: 'Estrazione a premi: {prize}',
  prizeText:
    'Il suo indirizzo è conservato separatamente dalle risposte e usato soltanto per questa estrazione.',
  prizeEmail: 'Indirizzo e-mail',
  prizeConsent:
    'Voglio partecipare e accetto che il mio indirizzo sia conservato finché i vincitori non saranno stati avvisati.',
  prizeEnter: 'Partecipa',
  prizeEntered: 'La partecipazione è registrata. Buona fortuna!',
  prizeRecord: 'Come si svolge l’estrazione e come verificarla',
};
