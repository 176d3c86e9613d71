import fc from 'fast-check';
import type { SurveyDefinition } from './definition.js';
import { acceptedLanguages, directionOf, inLanguage } from './language.js';

const survey: SurveyDefinition = {
  language: 'en',
  intro: 'Two minutes, please.',
  questions: [
    { key: 'score', type: 'nps', label: 'Would you recommend us?', required: true },
    {
      key: 'reason',
      type: 'single_choice',
      label: 'Why?',
      labelFor: { detractor: 'What went wrong?' },
      choices: [{ key: 'price', label: 'Price' }],
    },
  ],
  thanks: {
    default: { title: 'Thank you', text: 'We read it.' },
    promoter: {
      title: 'Thank you',
      text: 'Tell others?',
      link: { label: 'Review', url: 'https://r.example' },
    },
  },
  translations: {
    'pt-BR': words('pt-BR'),
    ar: words('ar'),
    'zh-Hans': words('zh-Hans'),
  },
};

function words(tag: string) {
  const say = (text: string) => `${tag}: ${text}`;
  return {
    intro: say('Two minutes'),
    questions: {
      score: { label: say('recommend') },
      reason: { label: say('why'), labelFor: { detractor: say('wrong') }, choices: { price: say('price') } },
    },
    thanks: {
      default: { title: say('thanks'), text: say('read') },
      promoter: { title: say('thanks'), text: say('tell'), link: { label: say('review') } },
    },
  };
}

const found = (...tags: string[]) => inLanguage(survey, tags).tag;

describe('a survey in the language of its reader', () => {
  it('has all its words in that language, and all else as it was', () => {
    const { definition, dir } = inLanguage(survey, ['pt-BR']);
    expect(dir).toBe('ltr');
    expect(definition).toEqual({
      language: 'en',
      intro: 'pt-BR: Two minutes',
      questions: [
        { key: 'score', type: 'nps', label: 'pt-BR: recommend', required: true },
        {
          key: 'reason',
          type: 'single_choice',
          label: 'pt-BR: why',
          labelFor: { detractor: 'pt-BR: wrong' },
          choices: [{ key: 'price', label: 'pt-BR: price' }],
        },
      ],
      thanks: {
        default: { title: 'pt-BR: thanks', text: 'pt-BR: read' },
        promoter: {
          title: 'pt-BR: thanks',
          text: 'pt-BR: tell',
          link: { label: 'pt-BR: review', url: 'https://r.example' },
        },
      },
    });
  });

  it('is found by the tag, by its beginning, by the language in the same script, or is the survey’s own', () => {
    expect(found('pt-br')).toBe('pt-BR');
    expect(found('ar-EG')).toBe('ar');
    expect(found('pt-PT')).toBe('pt-BR');
    expect(found('zh-CN')).toBe('zh-Hans');
    expect(found('zh-TW')).toBe('en');
    expect(found('fr')).toBe('en');
    expect(found()).toBe('en');
  });

  it('is the first of several wishes that can be met', () => {
    expect(found('fr', 'ar', 'pt')).toBe('ar');
    expect(found('en-GB', 'ar')).toBe('en');
  });

  it('is its own, without the translations, when the reader’s language is not there', () => {
    const { translations, ...own } = survey;
    expect(Object.keys(translations!)).toHaveLength(3);
    expect(inLanguage(survey, ['fr'])).toEqual({ definition: own, tag: 'en', dir: 'ltr' });
  });

  it('is found whatever is wished for', () => {
    const tag = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'x-private', 'und', '*'));
    fc.assert(fc.property(fc.array(tag), (tags) => expect(found(...tags)).toBeDefined()));
  });
});

it.each([
  ['ar', 'rtl'],
  ['he-IL', 'rtl'],
  ['fa', 'rtl'],
  ['ur', 'rtl'],
  ['az-Arab', 'rtl'],
  ['az', 'ltr'],
  ['ar-Latn', 'ltr'],
  ['de', 'ltr'],
  ['?', 'ltr'],
])('%s is written %s', (tag, direction) => expect(directionOf(tag)).toBe(direction));

it.each([
  ['de-AT,de;q=0.9,en;q=0.8', ['de-AT', 'de', 'en']],
  ['en;q=0.2, fr', ['fr', 'en']],
  ['*, de;q=0', []],
  ['', []],
  ['de;level=1, nonsense/', []],
])('Accept-Language: %s', (header, tags) => expect(acceptedLanguages(header)).toEqual(tags));
