import { AnalyzerService } from './analyzer.service.js';

const analyzer = new AnalyzerService();
beforeAll(() => analyzer.load());
const languageOf = (text: string, language: string | null = null) =>
  analyzer.analyze([{ text, question: null, language, score: null }], analyzer.finderOf([]))[0]!.language;

describe('the language is recognised', () => {
  it.each([
    ['en', 'Great product'],
    ['en', 'Would buy again'],
    ['de', 'Der Service war sehr gut, aber die Rechnung war falsch'],
    ['fr', 'Livraison rapide, merci beaucoup'],
    ['es', 'La aplicación no funciona'],
    ['it', 'Servizio clienti pessimo, mai più'],
    ['pt', 'Atendimento excelente, mas o preço é alto'],
    ['nl', 'Goede service maar te duur'],
    ['sv', 'Mycket bra service men för dyrt'],
    ['pl', 'Bardzo dobra obsługa, ale za drogo'],
    ['ru', 'Отличный сервис, но дорого'],
    ['ar', 'خدمة ممتازة لكن السعر مرتفع'],
    ['he', 'שירות מעולה אבל יקר'],
    ['zh', '服务很好，但是价格太贵'],
    ['ja', 'サービスは良いですが高いです'],
  ])('%s: “%s”', (code, text) => {
    expect(languageOf(text).code).toBe(code);
    expect(languageOf(text, 'en').code).toBe(code); // in an English survey, too
  });
});

it('verbatims are analysed in their order', () => {
  const finder = analyzer.finderOf([
    { id: 'gate', starter: null, keywords: ['gate'], phrases: [], examples: ['the entrance was closed'] },
  ]);
  const texts = ['The gate was shut', 'Lovely people'];
  const analyses = analyzer.analyze(
    texts.map((text) => ({ text, question: null, language: 'en', score: null })),
    finder,
  );
  expect(analyses.map(({ mentions }) => mentions.length)).toEqual([1, 0]);
});

it('texts that mean about the same have vectors that are alike', () => {
  const vectorOf = (text: string) => analyzer.vectorOf(text, null);
  const likeness = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
  const thanks = vectorOf('Thank you so much for your help');
  expect(likeness(thanks, vectorOf('Many thanks for helping'))).toBeGreaterThan(
    likeness(thanks, vectorOf('This is a disgusting disaster')),
  );
});
