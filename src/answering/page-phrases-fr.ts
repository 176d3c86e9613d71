import type { PagePhrases } from './page-phrases-en.js';

export const FRENCH: PagePhrases = {
  heading: 'Votre avis pour {company}',
  send: 'Envoyer',
  continue: 'Continuer',
  change: 'Modifier mes réponses',
  optional: 'facultatif',
  yes: 'Oui',
  no: 'Non',
  language: 'Langue',
  saving: 'Enregistrement…',
  saved: 'Enregistré',
  unsaved: 'Pas encore enregistré. Nous allons réessayer.',
  seenWithoutName: '{company} voit vos réponses, mais pas qui les a données.',
  changeableUntil: 'Vous pouvez modifier vos réponses jusqu’au {date}.',
  unchangeable:
    'Une fois envoyées, les réponses ne peuvent plus être modifiées, car personne ne peut savoir lesquelles sont les vôtres.',
  answeredNote: 'Vous avez déjà répondu. Ce que vous envoyez maintenant remplace ces réponses.',
  dissatisfied: 'Très insatisfait',
  satisfied: 'Très satisfait',
  disagree: 'Pas du tout d’accord',
  agree: 'Tout à fait d’accord',
  faults: 'Veuillez vérifier vos réponses',
  unanswered: 'Veuillez répondre à cette question.',
  notAnAnswer: 'Veuillez choisir une des réponses.',
  offTheScale: 'Veuillez indiquer un nombre entier de {min} à {max}.',
  tooLong: 'Ce texte est trop long. Il y a de la place pour {max} caractères.',
  nothing: 'Veuillez répondre à au moins une question.',
  notices: {
    thanks: { title: 'Merci !', text: 'Vos réponses sont bien parvenues à {company}.' },
    answered: {
      title: 'Vous avez déjà répondu',
      text: 'Merci, vos réponses sont bien parvenues à {company}. Vous pouvez encore les modifier jusqu’au {date}.',
    },
    cast: {
      title: 'Vous avez déjà répondu',
      text: 'Merci. Chaque invitation à cette enquête anonyme ne sert qu’une fois, et comme personne ne peut savoir quelles réponses sont les vôtres, elles ne peuvent pas être modifiées.',
    },
    closed: {
      title: 'Cette enquête est terminée',
      text: 'Les réponses étaient possibles jusqu’au {date}. Merci d’avoir voulu participer.',
    },
    notYet: {
      title: 'Cette enquête n’a pas encore commencé',
      text: 'Elle commence le {date}. Revenez à ce moment-là.',
    },
    paused: {
      title: 'Cette enquête est suspendue',
      text: 'Aucune réponse n’est acceptée pour le moment. Veuillez réessayer un autre jour.',
    },
    unknown: {
      title: 'Ce lien n’est pas valide',
      text: 'Il en manque peut-être une partie. Ouvrez-le de nouveau depuis votre invitation, ou copiez-le en entier.',
    },
    erased: {
      title: 'Cette invitation n’existe plus',
      text: 'Elle a été retirée, ou les données personnelles correspondantes ont été effacées. Vous n’avez rien à faire.',
    },
    tooMany: {
      title: 'Trop de demandes',
      text: 'Cette page a été demandée très souvent en peu de temps. Attendez une minute et réessayez. Ce que vous avez déjà répondu est conservé.',
    },
    elsewhere: {
      title: 'Cela ne venait pas de l’enquête',
      text: 'Un autre site a voulu répondre à votre place. Rien n’a été modifié. Ouvrez le lien depuis votre invitation.',
    },
    trouble: {
      title: 'Un problème est survenu de notre côté',
      text: 'Veuillez réessayer dans un instant. Revenez en arrière pour retrouver ce que vous avez écrit.',
    },
  },
};
