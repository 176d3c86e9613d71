import { matchHeaders, nearest, plainName } from './match-header.js';

const wanted = [
  { field: 'score', synonyms: ['rating', 'Bewertung'], allowsNearMiss: true },
  { field: 'comment', synonyms: ['feedback', 'réponse'], allowsNearMiss: true },
  { field: 'contact.externalId', synonyms: ['contact id', 'customer id'], allowsNearMiss: false },
];

const columnsOf = (...headers: string[]) => Object.fromEntries(matchHeaders(headers, wanted).columns);

describe('a header', () => {
  it('is found whatever its case, spacing, punctuation and accents', () => {
    expect(columnsOf('SCORE', 'Reponse', 'customer_ID')).toEqual({
      score: 0,
      comment: 1,
      'contact.externalId': 2,
    });
    expect(plainName('Straßen-Größe (m²)')).toBe('strassengrossem2');
  });

  it('by the field’s own name goes before a synonym', () => {
    expect(columnsOf('Rating', 'Score')).toEqual({ score: 1 });
  });

  it('may be one letter off', () => {
    expect(columnsOf('Coment', 'Ratings')).toEqual({ comment: 0, score: 1 });
    expect(columnsOf('Bewetrung')).toEqual({ score: 0 });
  });

  it('is not taken for another word that happens to be near', () => {
    expect(columnsOf('Store')).toEqual({});
    expect(columnsOf('Contract ID')).toEqual({});
    expect(columnsOf('Comment sentiment', 'Comment ID')).toEqual({});
  });

  it('that is one of two equally good ones is left out, and said to be', () => {
    const { columns, doubts } = matchHeaders(['Rating', 'Bewertung', 'Feedback'], wanted);
    expect(Object.fromEntries(columns)).toEqual({ comment: 2 });
    expect(doubts).toEqual([
      '“Rating” as score is as likely as “Bewertung” as score',
      '“Bewertung” as score is as likely as “Rating” as score',
    ]);
  });

  it('is explained when it is found', () => {
    expect(matchHeaders(['Customer ID', 'Coment', 'score'], wanted).explanations).toEqual([
      '“score” is the name of score',
      '“Customer ID” is another name of contact.externalId',
      '“Coment” is nearly a name of comment',
    ]);
  });
});

describe('the nearest name', () => {
  it('is what was meant', () => {
    expect(nearest('FFT anwser', ['Date', 'FFT answer', 'FFT question'])).toBe('FFT answer');
  });

  it('is none when nothing is alike', () => {
    expect(nearest('colour', ['Date', 'FFT answer'])).toBeNull();
  });
});
