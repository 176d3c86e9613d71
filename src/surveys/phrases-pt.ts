import type { Phrases } from './phrases-en.js';

export const PORTUGUESE: Phrases = {
  unlikely: 'Nada provável',
  likely: 'Extremamente provável',
  answer: 'Dar a sua resposta',
  openPage: 'Também pode responder nesta página:',
  reminder: 'Um lembrete: {company} ainda gostaria de saber a sua opinião.',
  answerUntil: 'Pode responder até {date}.',
  seenWithName: '{company} e as pessoas que tratam dos comentários veem a sua resposta junto com o seu nome.',
  anonymous:
    'Esta pesquisa é anônima: ninguém saberá o que respondeu, e as respostas só são mostradas em grupos de pelo menos {count}.',
  whyYou: 'Recebeu esta mensagem porque {company} pede a sua opinião.',
  unsubscribe: 'Cancelar a inscrição',
  unsubscribeTitle: 'Não receber mais pesquisas de {company}?',
  unsubscribeText: 'Não serão enviadas mais pesquisas para {email}. As outras mensagens não são afetadas.',
  unsubscribedTitle: 'Inscrição cancelada',
  unsubscribedText: '{company} não enviará mais pesquisas para {email}.',
  askAgain: 'Desfazer: voltar a perguntar-me',
  askedAgainTitle: 'Voltaremos a perguntar-lhe',
  askedAgainText: '{company} pode voltar a enviar inquéritos para {email}.',
  unknownTitle: 'Este link não funciona',
  unknownText: 'Abra-o de novo a partir do e-mail, completo e sem alterações.',
  prizeTitle: 'Sorteio: {prize}',
  prizeText: 'O seu endereço é guardado à parte das respostas e usado apenas para este sorteio.',
  prizeEmail: 'Endereço de e-mail',
  prizeConsent:
    'Quero participar e aceito que o meu endereço seja guardado até que os vencedores sejam avisados.',
  prizeEnter: 'Participar',
  prizeEntered: 'A sua participação está registrada. Boa sorte!',
  prizeRecord: 'Como funciona o sorteio e como verificá-lo',
};
