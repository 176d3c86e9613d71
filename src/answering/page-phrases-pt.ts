import type { PagePhrases } from './page-phrases-en.js';

export const PORTUGUESE: PagePhrases = {
  heading: 'A sua opinião para {company}',
  send: 'Enviar',
  continue: 'Continuar',
  change: 'Alterar as minhas respostas',
  optional: 'opcional',
  yes: 'Sim',
  no: 'Não',
  language: 'Idioma',
  saving: 'A guardar…',
  saved: 'Guardado',
  unsaved: 'Ainda não guardado. Vamos tentar de novo.',
  seenWithoutName: '{company} vê as suas respostas, mas não quem as deu.',
  changeableUntil: 'Pode alterar as suas respostas até {date}.',
  unchangeable:
    'Depois de enviadas, as respostas não podem ser alteradas, porque ninguém pode saber quais são as suas.',
  answeredNote: 'Já respondeu. O que enviar agora substitui essas respostas.',
  dissatisfied: 'Nada satisfeito',
  satisfied: 'Muito satisfeito',
  disagree: 'Discordo totalmente',
  agree: 'Concordo totalmente',
  faults: 'Por favor, reveja as suas respostas',
  unanswered: 'Por favor, responda a esta pergunta.',
  notAnAnswer: 'Por favor, escolha uma das respostas.',
  offTheScale: 'Por favor, indique um número inteiro de {min} a {max}.',
  tooLong: 'Este texto é demasiado longo. Há espaço para {max} caracteres.',
  nothing: 'Por favor, responda a pelo menos uma pergunta.',
  notices: {
    thanks: { title: 'Obrigado!', text: 'As suas respostas chegaram a {company}.' },
    answered: {
      title: 'Já respondeu',
      text: 'Obrigado, as suas respostas chegaram a {company}. Ainda as pode alterar até {date}.',
    },
    cast: {
      title: 'Já respondeu',
      text: 'Obrigado. Cada convite para este inquérito anónimo vale uma vez e, como ninguém pode saber quais respostas são as suas, não podem ser alteradas.',
    },
    closed: {
      title: 'Este inquérito terminou',
      text: 'Podia responder até {date}. Obrigado por querer participar.',
    },
    notYet: {
      title: 'Este inquérito ainda não começou',
      text: 'Começa em {date}. Volte nessa altura, por favor.',
    },
    paused: {
      title: 'Este inquérito está em pausa',
      text: 'De momento não são aceites respostas. Tente de novo noutro dia, por favor.',
    },
    unknown: {
      title: 'Este link não é válido',
      text: 'Talvez falte uma parte. Abra-o de novo a partir do seu convite ou copie-o por inteiro.',
    },
    erased: {
      title: 'Este convite já não existe',
      text: 'Foi retirado, ou os dados pessoais correspondentes foram apagados. Não precisa de fazer nada.',
    },
    tooMany: {
      title: 'Demasiados pedidos',
      text: 'Esta página foi pedida muitas vezes em pouco tempo. Espere um minuto e tente de novo. O que já respondeu está guardado.',
    },
    elsewhere: {
      title: 'Isto não veio do inquérito',
      text: 'Outro site tentou responder por si. Nada foi alterado. Abra o link do seu convite.',
    },
    trouble: {
      title: 'Algo correu mal do nosso lado',
      text: 'Tente de novo dentro de momentos. Volte atrás para encontrar o que escreveu.',
    },
  },
};
