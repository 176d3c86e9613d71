import { NO_ANALYSIS } from '../analysis/analysis-facts.js';
import { FIELD_NAMES, RULE_FIELDS, valuesOf, type Facts } from './facts.js';

const facts: Facts = {
  score: 3,
  category: 'detractor',
  survey: 'relationship',
  channel: 'email',
  language: null,
  verbatim: ' ',
  analysis: {
    ...NO_ANALYSIS,
    themes: ['pricing', 'support'],
    praised: ['support'],
    blamed: ['pricing'],
    emotions: { anger: 0.7, worry: 0 },
    languages: ['en'],
  },
  answers: { topics: ['price', 'service'], recommend: 3 },
  contact: { capacity: 'champion', emailDomain: 'acme.example', properties: { 'plan.name': 'gold' } },
  account: null,
  properties: { nested: { deep: 1 }, off: false, zero: 0 },
};

describe('the facts a rule can ask about', () => {
  it('have the values they were given', () => {
    expect(valuesOf(facts, 'score')).toEqual([3]);
    expect(valuesOf(facts, 'contact.email_domain')).toEqual(['acme.example']);
    expect(valuesOf(facts, 'contact.properties.plan.name')).toEqual(['gold']);
    expect(valuesOf(facts, 'answers.topics')).toEqual(['price', 'service']);
    expect(valuesOf(facts, 'properties.off')).toEqual([false]);
    expect(valuesOf(facts, 'properties.zero')).toEqual([0]);
  });

  it('are also what the verbatims say', () => {
    expect(valuesOf(facts, 'theme')).toEqual(['pricing', 'support']);
    expect(valuesOf(facts, 'theme.positive')).toEqual(['support']);
    expect(valuesOf(facts, 'theme.negative')).toEqual(['pricing']);
    expect(valuesOf(facts, 'emotion')).toEqual(['anger', 'worry']);
    expect(valuesOf(facts, 'emotion.anger')).toEqual([0.7]);
    expect(valuesOf(facts, 'verbatim_language')).toEqual(['en']);
  });

  it.each([
    'language',
    'verbatim',
    'sentiment',
    'emotion.joy',
    'actionability',
    'account.name',
    'account.properties.tier',
    'properties.nested',
    'answers.mood',
  ])('have no value when they are missing, blank or not comparable: %s', (field) =>
    expect(valuesOf(facts, field)).toEqual([]),
  );

  it('are never read from a prototype', () => {
    expect(valuesOf(facts, 'properties.constructor')).toEqual([]);
    expect(valuesOf(facts, 'properties.__proto__')).toEqual([]);
  });

  it('have a kind when they exist', () => {
    expect(RULE_FIELDS.find('score')?.kind).toBe('number');
    expect(RULE_FIELDS.find('emotion.anger')?.kind).toBe('number');
    expect(RULE_FIELDS.find('emotion.hunger')).toBeNull();
    expect(RULE_FIELDS.find('sentiment')?.choices).toEqual(['positive', 'negative', 'mixed', 'neutral']);
    expect(RULE_FIELDS.find('account.properties.tier')?.kind).toBe('open');
    expect(RULE_FIELDS.find('account.properties.')).toBeNull();
    expect(RULE_FIELDS.find('weather')).toBeNull();
    expect(FIELD_NAMES).toContain('answers.<name>');
  });
});
