import type { Scale } from '../surveys/scale.js';

/** How the scores of a file become the scores of a question. */
export interface ScoreScale {
  stated: Scale;
  isReversed: boolean;
  target: Scale;
}

export class InvalidScale extends Error {
  constructor(detail: string) {
    super(detail);
    this.name = 'InvalidScale';
  }
}

const GRAMMAR = /^\s*(-?\d{1,4})\s*\.\.\s*(-?\d{1,4})(\s+reversed)?\s*$/;
/** A whole number, also as spreadsheets and data frames write it: `9`, `9.0`, `9,00`. */
const WHOLE_NUMBER = /^([+-]?\d{1,4})(?:[.,]0{1,6})?$/;

/**
 * Understands a scale such as `0..10` or `1..5 reversed` (where the least score is the best) for a question that is
 * answered on `target`. A scale of as many steps is shifted; stretching one to another number of steps would invent
 * answers nobody gave. Throws `InvalidScale` for any other text, saying what would be right.
 */
export function parseScale(text: string, target: Scale): ScoreScale {
  const [, min, max, reversed] = GRAMMAR.exec(text) ?? [];
  if (min === undefined || max === undefined)
    throw new InvalidScale(`“${text}” is no scale; write “1..5”, or “1..5 reversed” when 1 is the best`);
  const stated = { min: Number(min), max: Number(max) };
  const isReversed = reversed !== undefined;
  if (stated.min === stated.max) throw new InvalidScale(`The scale “${text}” has one step only`);
  if (stated.min > stated.max)
    throw new InvalidScale(
      `The scale “${text}” runs backwards; write “${written({ min: stated.max, max: stated.min })} reversed”`,
    );
  if (stepsOf(stated) !== stepsOf(target))
    throw new InvalidScale(
      `The scale ${written(stated)} has ${stepsOf(stated)} steps and the question has ${stepsOf(target)}; ` +
        `import into a question with scores ${written(stated)}, or state ${written(target)} if that is what the file holds`,
    );
  return { stated, isReversed, target };
}

/** The score of the question that a cell stands for; null when it holds no whole number on the stated scale. */
export function readScore(cell: string, { stated, isReversed, target }: ScoreScale): number | null {
  const digits = WHOLE_NUMBER.exec(cell.trim())?.[1];
  if (digits === undefined) return null;
  const value = Number(digits);
  if (value < stated.min || value > stated.max) return null;
  return isReversed ? target.max - (value - stated.min) : target.min + (value - stated.min);
}

function stepsOf({ min, max }: Scale): number {
  return max - min + 1;
}

function written({ min, max }: Scale): string {
  return `${min}..${max}`;
}
