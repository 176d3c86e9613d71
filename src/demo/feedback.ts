import type { ReceiveResponse } from '../responses/responses.dto.js';
import type { Category } from '../surveys/score.js';
import { type Chance, deck } from './chance.js';
import type { Person } from './customers.js';
import { TOPICS } from './topics.js';
import { ASIDES, VOICES } from './voices.js';

export const SURVEY = 'nps';

/** Of all who answer. The rest are detractors. */
const PROMOTERS = 0.45;
const PASSIVES = 0.25;

/** Scores in the shares in which people give them. */
const SCORES: Record<Category, number[]> = {
  promoter: [9, 9, 10],
  passive: [7, 8, 8],
  detractor: [0, 1, 2, 3, 3, 4, 5, 5, 6, 6, 6],
};

/** How many write about a topic some rule looks for. */
const ON_TOPIC: Record<Category, number> = { promoter: 0.07, passive: 0.3, detractor: 0.9 };
/** How many detractors write about two topics. */
const ON_TWO_TOPICS = 0.25;
const WITH_ASIDE = 0.3;
const WITHOUT_COMMENT = 0.12;
const ANONYMOUS = 0.04;

const CHANNELS = ['email', 'email', 'email', 'widget', 'link'];

export interface Feedback {
  category: Category;
  /** How many topics its comment was made of. */
  topics: number;
  body: ReceiveResponse;
}

/** What some of the people asked answer, each of them once. */
export function inventFeedback(chance: Chance, people: Person[], count: number): Feedback[] {
  const write = writer(chance);
  return chance
    .shuffled(people)
    .slice(0, count)
    .map((person) => {
      const category = someCategory(chance);
      const { comment, topics } = write(category);
      const contact = chance.happens(ANONYMOUS) ? undefined : { externalId: person.externalId };
      const answer = { survey: SURVEY, score: chance.one(SCORES[category]), channel: chance.one(CHANNELS) };
      return { category, topics, body: { ...answer, contact, comment } };
    });
}

function someCategory(chance: Chance): Category {
  const drawn = chance.next();
  if (drawn < PROMOTERS) return 'promoter';
  return drawn < PROMOTERS + PASSIVES ? 'passive' : 'detractor';
}

/** Writes comments; the same sentence comes again only after all others of its kind. */
function writer(chance: Chance): (category: Category) => { comment?: string; topics: number } {
  const aside = deck(chance, ASIDES);
  const voice = drawn((category: Category) => deck(chance, VOICES[category]));
  const topic = drawn((category: Category) =>
    deck(
      chance,
      TOPICS.filter(({ categories }) => categories.includes(category)),
    ),
  );
  const complaint = drawn((rule: string) => deck(chance, TOPICS.find((one) => one.rule === rule)!.comments));
  return (category) => {
    if (chance.happens(WITHOUT_COMMENT)) return { topics: 0 };
    const onTopic = chance.happens(ON_TOPIC[category]);
    const onTwo = onTopic && category === 'detractor' && chance.happens(ON_TWO_TOPICS);
    const topics = onTopic ? [topic(category), ...(onTwo ? [topic(category)] : [])] : [];
    const sentences = topics.length > 0 ? topics.map(({ rule }) => complaint(rule)) : [voice(category)];
    if (category !== 'promoter' && chance.happens(WITH_ASIDE)) sentences.push(aside());
    return { comment: sentences.join(' '), topics: topics.length };
  };
}

/** One deck for each kind, made when it is first drawn from. */
function drawn<Kind, Item>(deckOf: (kind: Kind) => () => Item): (kind: Kind) => Item {
  const decks = new Map<Kind, () => Item>();
  return (kind) => {
    if (!decks.has(kind)) decks.set(kind, deckOf(kind));
    return decks.get(kind)!();
  };
}
