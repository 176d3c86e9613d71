import type { MailContent } from './mail-content.js';
import { type MailLinks, scoreLink, scoresOf } from './mail-links.js';

/** The mail for those who read no HTML, with the same links. */
export function plainMail(content: MailContent, links: MailLinks): string {
  const { reminder, intro, question, company, openPage, answer, answerUntil, seenBy } = content;
  const parts = [
    ...(reminder ? [reminder] : []),
    intro,
    ...(question ? [question.label, scoreLines(content, links)] : []),
    `${question ? openPage : answer}\n${links.answer}`,
    `${answerUntil}\n${seenBy}`,
    `-- \n${company}\n${content.whyYou}\n${content.unsubscribe}: ${links.unsubscribe}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function scoreLines({ question }: MailContent, links: MailLinks): string {
  const { scale, ends } = question!;
  const meaning = new Map(ends ? [[scale.min, ends.least] as const, [scale.max, ends.most] as const] : []);
  return scoresOf(scale)
    .map((score) => {
      const said = meaning.get(score);
      return `${score}${said ? ` (${said})` : ''}: ${scoreLink(links, score)}`;
    })
    .join('\n');
}
