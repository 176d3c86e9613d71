import type { PagePhrases } from './page-phrases-en.js';

export const SPANISH: PagePhrases = {
  heading: 'Su opinión para {company}',
  send: 'Enviar',
  continue: 'Continuar',
  change: 'Cambiar mis respuestas',
  optional: 'opcional',
  yes: 'Sí',
  no: 'No',
  language: 'Idioma',
  saving: 'Guardando…',
  saved: 'Guardado',
  unsaved: 'Aún no se ha guardado. Lo intentaremos de nuevo.',
  seenWithoutName: '{company} ve sus respuestas, pero no quién las dio.',
  changeableUntil: 'Puede cambiar sus respuestas hasta el {date}.',
  unchangeable:
    'Una vez enviadas, las respuestas no se pueden cambiar, porque nadie puede saber cuáles son las suyas.',
  answeredNote: 'Ya ha respondido. Lo que envíe ahora sustituye a esas respuestas.',
  dissatisfied: 'Nada satisfecho',
  satisfied: 'Muy satisfecho',
  disagree: 'Muy en desacuerdo',
  agree: 'Muy de acuerdo',
  faults: 'Por favor, revise sus respuestas',
  unanswered: 'Por favor, responda a esta pregunta.',
  notAnAnswer: 'Por favor, elija una de las respuestas.',
  offTheScale: 'Por favor, indique un número entero de {min} a {max}.',
  tooLong: 'Este texto es demasiado largo. Caben {max} caracteres.',
  nothing: 'Por favor, responda al menos a una pregunta.',
  notices: {
    thanks: { title: '¡Gracias!', text: 'Sus respuestas han llegado a {company}.' },
    answered: {
      title: 'Ya ha respondido',
      text: 'Gracias, sus respuestas han llegado a {company}. Todavía puede cambiarlas hasta el {date}.',
    },
    cast: {
      title: 'Ya ha respondido',
      text: 'Gracias. Cada invitación a esta encuesta anónima sirve una sola vez y, como nadie puede saber qué respuestas son las suyas, no se pueden cambiar.',
    },
    closed: {
      title: 'Esta encuesta ha terminado',
      text: 'Se podía responder hasta el {date}. Gracias por querer participar.',
    },
    notYet: {
      title: 'Esta encuesta aún no ha empezado',
      text: 'Empieza el {date}. Vuelva entonces, por favor.',
    },
    paused: {
      title: 'Esta encuesta está en pausa',
      text: 'Por el momento no se aceptan respuestas. Inténtelo otro día, por favor.',
    },
    unknown: {
      title: 'Este enlace no es válido',
      text: 'Puede que falte una parte. Ábralo de nuevo desde su invitación o cópielo entero.',
    },
    erased: {
      title: 'Esta invitación ya no existe',
      text: 'Se retiró o se borraron los datos personales correspondientes. No tiene que hacer nada.',
    },
    tooMany: {
      title: 'Demasiadas solicitudes',
      text: 'Esta página se ha solicitado muchas veces en poco tiempo. Espere un minuto e inténtelo de nuevo. Lo que ya respondió se conserva.',
    },
    elsewhere: {
      title: 'Esto no vino de la encuesta',
      text: 'Otro sitio web intentó responder por usted. No se ha cambiado nada. Abra el enlace de su invitación.',
    },
    trouble: {
      title: 'Algo ha fallado por nuestra parte',
      text: 'Inténtelo de nuevo en un momento. Vuelva atrás para recuperar lo que escribió.',
    },
  },
};
