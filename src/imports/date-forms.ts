import { monthOf } from './month-names.js';

/** Which of day and month goes first in a date that can be read both ways. */
export type DateOrder = 'dmy' | 'mdy';

/** Day from 1, month from 1 and full year; the three need not make a date that exists. */
export type DayMonthYear = [day: number, month: number, year: number];

/** Two-digit years below are of this century, the others of the last, as POSIX has it. */
const CENTURY_PIVOT = 70;

const WEEKDAY = /^\p{L}+\.?,\s*/u;
const YEAR_FIRST = /^(\d{4})([-/.]?)(\d\d?)\2(\d\d?)$/;
const YEAR_LAST = /^(\d\d?)([-/.])(\d\d?)\2(\d{4}|\d\d)$/;
const DAY_AND_NAME =
  /^(\d\d?)(?:st|nd|rd|th|er|\.)?[-/. ]*(?:de )?(\p{L}+)\.?(?: del?|,)?[-/. ]*(\d{4}|\d\d)$/u;
const NAME_AND_DAY = /^(\p{L}+)\.?[- ]*(\d\d?)(?:st|nd|rd|th)?(?:, ?|[- ])(\d{4})$/u;

/** What a date without a time of day may mean: nothing, one reading, or two with the preferred one first. */
export function readingsOf(date: string, order: DateOrder): DayMonthYear[] {
  const text = date.trim().replace(WEEKDAY, '');
  return yearFirst(text) ?? yearLast(text, order) ?? withMonthName(text) ?? [];
}

/** `2021-09-30`, `2021/9/30` and `20210930`: nobody writes the day second after the year. */
function yearFirst(text: string): DayMonthYear[] | null {
  const [, year, separator, month, day] = YEAR_FIRST.exec(text) ?? [];
  const isBareNumber = separator === '';
  if (!year || !month || !day || (isBareNumber && text.length !== 8)) return null;
  return [[Number(day), Number(month), Number(year)]];
}

/** `30/09/2021`, `9/30/21`, `30.09.2021`. */
function yearLast(text: string, order: DateOrder): DayMonthYear[] | null {
  const [, first, , second, year] = YEAR_LAST.exec(text) ?? [];
  if (!first || !second || !year) return null;
  const dayFirst: DayMonthYear = [Number(first), Number(second), fullYear(year)];
  const monthFirst: DayMonthYear = [Number(second), Number(first), fullYear(year)];
  return order === 'dmy' ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
}

/** `30-Sep-2021`, `30. September 2021`, `30 de septiembre de 2021`, `Sep 30, 2021`. */
function withMonthName(text: string): DayMonthYear[] | null {
  const [, day, name, year] = DAY_AND_NAME.exec(text) ?? swapped(NAME_AND_DAY.exec(text)) ?? [];
  const month = name && monthOf(name);
  if (!day || !month || !year) return null;
  return [[Number(day), month, fullYear(year)]];
}

function swapped(match: RegExpExecArray | null): (string | undefined)[] | null {
  return match && [match[0], match[2], match[1], match[3]];
}

function fullYear(year: string): number {
  if (year.length === 4) return Number(year);
  return Number(year) + (Number(year) < CENTURY_PIVOT ? 2000 : 1900);
}
