import { scaleOf } from './scale.js';

describe('the scale of a question', () => {
  it('is fixed by the type, except for a rating', () => {
    expect(scaleOf({ type: 'nps' })).toEqual({ min: 0, max: 10 });
    expect(scaleOf({ type: 'csat' })).toEqual({ min: 1, max: 5 });
    expect(scaleOf({ type: 'ces' })).toEqual({ min: 1, max: 7 });
    expect(scaleOf({ type: 'rating' })).toEqual({ min: 1, max: 5 });
    expect(scaleOf({ type: 'rating', min: 0, max: 100 })).toEqual({ min: 0, max: 100 });
    expect(scaleOf({ type: 'text' })).toBeNull();
  });
});
