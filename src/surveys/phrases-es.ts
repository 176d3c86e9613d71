import type { Phrases } from './phrases-en.js';

export const SPANISH: Phrases = {
  unlikely: 'Nada probable',
  likely: 'Muy probable',
  answer: 'Dar su respuesta',
  openPage: 'También puede responder en esta página:',
  reminder: 'Un recordatorio: a {company} le gustaría conocer su opinión.',
  answerUntil: 'Puede responder hasta el {date}.',
  seenWithName:
    '{company} y las personas que se ocupan de sus comentarios ven su respuesta junto con su nombre.',
  anonymous:
    'Esta encuesta es anónima: nadie sabrá qué ha respondido usted, y las respuestas solo se muestran en grupos de al menos {count}.',
  whyYou: 'Ha recibido este mensaje porque {company} le pide su opinión.',
  unsubscribe: 'Darse de baja',
  unsubscribeTitle: '¿No recibir más encuestas de {company}?',
  unsubscribeText: 'No se enviarán más encuestas a {email}. Los demás mensajes no se ven afectados.',
  unsubscribedTitle: 'Se ha dado de baja',
  unsubscribedText: '{company} no enviará más encuestas a {email}.',
  askAgain: 'Deshacer: volver a preguntarme',
  askedAgainTitle: 'Volveremos a preguntarle',
  askedAgainText: '{company} puede volver a enviar encuestas a {email}.',
  unknownTitle: 'Este enlace no funciona',
  unknownText: 'Ábralo de nuevo desde el correo, completo y sin cambios.',
  prizeTitle: 'Sorteo: {prize}',
  prizeText: 'Su dirección se guarda aparte de sus respuestas y se usa únicamente para este sorteo.',
  prizeEmail: 'Correo electrónico',
  prizeConsent:
    'Quiero participar y acepto que mi dirección se guarde hasta que se haya avisado a los ganadores.',
  prizeEnter: 'Participar',
  prizeEntered: 'Ya participa en el sorteo. ¡Suerte!',
  prizeRecord: 'Cómo funciona el sorteo y cómo comprobarlo',
};
