import fc from 'fast-check';
import { InvalidColumnMap, parseColumnMap, planColumns } from './column-map.js';
import { RESPONSE_FIELDS } from './import-fields.js';

const headers = [
  'Comment ID',
  'Date',
  'FFT categorical answer',
  'FFT answer',
  'Equality, Diversity & Inclusion',
];
const stated = (text: string) => Object.fromEntries(parseColumnMap(text));
const planned = (text: string, columns = headers) => {
  const plan = planColumns(columns, parseColumnMap(text));
  return {
    fields: Object.fromEntries([...plan.fields].map(([field, column]) => [field, column.header])),
    properties: plan.properties.map((column) => column.header),
  };
};

describe('a stated map', () => {
  it('names fields and their columns', () => {
    expect(stated('score=FFT answer, contact.email = E-Mail ,date=Date')).toEqual({
      score: 'FFT answer',
      'contact.email': 'E-Mail',
      date: 'Date',
    });
  });

  it('may name columns with commas and equals signs', () => {
    expect(stated('comment=Equality, Diversity & Inclusion,score=a=b')).toEqual({
      comment: 'Equality, Diversity & Inclusion',
      score: 'a=b',
    });
  });

  it('may be given in several texts or as an object', () => {
    const map = new Map([
      ['score', 'Rating'],
      ['comment', 'Why?'],
    ]);
    expect(parseColumnMap(['score=Rating', 'comment=Why?'])).toEqual(map);
    expect(parseColumnMap({ score: 'Rating', comment: 'Why?' })).toEqual(map);
    expect(parseColumnMap('')).toEqual(new Map());
  });

  it('knows fields whatever their case, and the date by both its names', () => {
    expect(stated('Score=a,contact.external_id=b,respondedAt=c')).toEqual({
      score: 'a',
      'contact.externalId': 'b',
      date: 'c',
    });
  });

  it.each([
    ['scores=Rating', 'There is no field “scores”; did you mean score?'],
    ['colour=Rating', 'There is no field “colour”; the fields are score, comment, date, externalId'],
    ['score=Rating,score=NPS', 'The field score is stated twice'],
    ['Rating', '“Rating” is not of the form field=column'],
  ])('%j is refused', (text, detail) => {
    expect(() => parseColumnMap(text)).toThrow(InvalidColumnMap);
    expect(() => parseColumnMap(text)).toThrow(detail);
  });
});

describe('the columns of a file', () => {
  it('hold what is stated, what their names say, and properties', () => {
    expect(planned('score=FFT categorical answer,comment=fft_answer')).toEqual({
      fields: {
        score: 'FFT categorical answer',
        comment: 'FFT answer',
        externalId: 'Comment ID',
        date: 'Date',
      },
      properties: ['Equality, Diversity & Inclusion'],
    });
  });

  it('are found in other languages', () => {
    expect(planned('', ['Bewertung', 'Kommentar', 'Datum', 'E-Mail', 'Firma', 'Region'])).toEqual({
      fields: {
        score: 'Bewertung',
        comment: 'Kommentar',
        date: 'Datum',
        'contact.email': 'E-Mail',
        'account.name': 'Firma',
      },
      properties: ['Region'],
    });
    expect(planned('', ['puntuación', 'comentario', 'fecha']).properties).toEqual([]);
    expect(planned('', ['Note', 'Commentaire', 'Date de réponse']).properties).toEqual([]);
  });

  it('are explained when nobody stated them', () => {
    expect(planColumns(['Rating', 'Date'], parseColumnMap('date=Date')).explanations).toEqual([
      '“Rating” is another name of score',
    ]);
  });

  it('are left as properties where a field is stated to be in none', () => {
    expect(planned('externalId=', ['score', 'Comment ID'])).toEqual({
      fields: { score: 'score' },
      properties: ['Comment ID'],
    });
  });

  it('become properties of different names', () => {
    expect(planned('', ['score', 'tag', '', 'tag']).properties).toEqual([
      'tag',
      'column 3',
      'tag (column 4)',
    ]);
  });

  it('become properties of names short enough to keep', () => {
    const question = 'How satisfied are you with '.repeat(5);
    const { properties } = planned('', ['score', question, question]);
    expect(properties).toEqual([question.slice(0, 100), `${question.slice(0, 89)} (column 3)`]);
  });

  it.each([
    ['score=FFT anser', 'There is no column “FFT anser”; did you mean “FFT answer”?'],
    ['score=xyz', 'There is no column “xyz”; the first columns are “Comment ID”, “Date”'],
    ['score=FFT answer,comment=FFT answer', 'The column “FFT answer” is stated for two fields'],
  ])('do not fit the map %j', (text, detail) => {
    expect(() => planned(text)).toThrow(InvalidColumnMap);
    expect(() => planned(text)).toThrow(detail);
  });

  it('are not guessed at when two names are as good', () => {
    expect(() => planned('', ['Datum', 'Fecha'])).toThrow(
      '“Datum” as date is as likely as “Fecha” as date; state which one it is, or none with “field=”',
    );
    expect(planned('date=Fecha', ['Datum', 'Fecha']).fields).toEqual({ date: 'Fecha' });
    expect(() => planned('score=tag', ['tag', 'tag'])).toThrow('2 columns are called “tag”');
  });
});

describe('whatever is stated', () => {
  const field = fc.constantFrom(...RESPONSE_FIELDS.map((wanted) => wanted.field));

  it('a text is a map or an InvalidColumnMap', () => {
    const mapish = fc
      .array(fc.oneof(fc.string(), field, fc.constantFrom('=', ',', ' ')))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(mapish, (text) => {
        try {
          parseColumnMap(text);
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidColumnMap);
        }
      }),
    );
  });

  function planOrDoubt(columns: string[], map: Record<string, string>) {
    try {
      return planColumns(columns, parseColumnMap(map));
    } catch (error) {
      expect(error).toMatchObject({ message: expect.stringContaining('is as likely as') });
      return null;
    }
  }

  it('every column holds exactly one thing, unless two lay claim to one field', () => {
    const file = fc.uniqueArray(fc.oneof(fc.string(), fc.constantFrom('Date', 'Score', 'Name', 'Region')), {
      minLength: 1,
    });
    fc.assert(
      fc.property(file, field, fc.nat(), (columns, chosen, at) => {
        const column = columns[at % columns.length]!;
        fc.pre(column.trim() !== '' && column === column.trim());
        const plan = planOrDoubt(columns, { [chosen]: column });
        if (plan === null) return;
        expect(plan.fields.get(chosen)?.header).toBe(column);
        const indexes = [...plan.fields.values(), ...plan.properties].map(({ index }) => index);
        expect(indexes.sort((a, b) => a - b)).toEqual([...columns.keys()]);
      }),
    );
  });
});
