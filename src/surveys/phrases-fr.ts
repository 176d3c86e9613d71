import type { Phrases } from './phrases-en.js';

export const FRENCH: Phrases = {
  unlikely: 'Pas du tout probable',
  likely: 'Tout à fait probable',
  answer: 'Donner votre réponse',
  openPage: 'Vous pouvez aussi répondre sur cette page :',
  reminder: 'Petit rappel : {company} aimerait toujours connaître votre avis.',
  answerUntil: 'Vous pouvez répondre jusqu’au {date}.',
  seenWithName:
    '{company} et les personnes qui traitent vos retours voient votre réponse accompagnée de votre nom.',
  anonymous:
    'Cette enquête est anonyme : personne ne saura ce que vous avez répondu, et les réponses ne sont montrées que par groupes d’au moins {count}.',
  whyYou: 'Vous recevez ce message parce que {company} vous demande votre avis.',
  unsubscribe: 'Se désabonner',
  unsubscribeTitle: 'Ne plus recevoir d’enquêtes de {company} ?',
  unsubscribeText:
    'Aucune enquête ne sera plus envoyée à {email}. Les autres messages ne sont pas concernés.',
  unsubscribedTitle: 'Désabonnement effectué',
  unsubscribedText: '{company} n’enverra plus d’enquêtes à {email}.',
  askAgain: 'Annuler : me solliciter à nouveau',
  askedAgainTitle: 'Vous serez à nouveau sollicité·e',
  askedAgainText: '{company} peut de nouveau envoyer des enquêtes à {email}.',
  unknownTitle: 'Ce lien ne fonctionne pas',
  unknownText: 'Veuillez l’ouvrir à nouveau depuis l’e-mail, complet et inchangé.',
  prizeTitle: 'Tirage au sort : {prize}',
  prizeText:
    'Votre adresse est conservée séparément de vos réponses et ne sert à rien d’autre qu’à ce tirage.',
  prizeEmail: 'Adresse e-mail',
  prizeConsent:
    'Je souhaite participer et j’accepte que mon adresse soit conservée jusqu’à ce que les gagnants soient prévenus.',
  prizeEnter: 'Participer',
  prizeEntered: 'Votre participation est enregistrée. Bonne chance !',
  prizeRecord: 'Comment le tirage se déroule et comment le vérifier',
};
