/** Colours as `#rrggbb`. */
const COLOUR = /^#[0-9a-f]{6}$/i;

const BLACK = '#000000';
const WHITE = '#ffffff';

/** Of a tenant that has chosen none. */
export const HEED_COLOUR = '#1f5fbf';

/** What lies between a page and a button or a line on it must differ by this (WCAG 2.2, criterion 1.4.11). */
export const MIN_CONTRAST_TO_PAGE = 3;

/** What is wrong with a colour for buttons and lines on a white page, and the nearest one that will do; or null. */
export function colourFault(colour: string): string | null {
  if (!COLOUR.test(colour)) return 'must be a colour such as #1f5fbf';
  const found = contrast(colour, WHITE);
  if (found >= MIN_CONTRAST_TO_PAGE) return null;
  const shown = (Math.floor(found * 10) / 10).toFixed(1);
  return `has a contrast of ${shown}:1 to a white page; at least ${MIN_CONTRAST_TO_PAGE}:1 is needed, as ${darkened(colour)} has`;
}

/** Black or white, whichever reads better on this colour; on any colour that is at least 4.5:1. */
export function textColourOn(colour: string): string {
  return contrast(colour, WHITE) >= contrast(colour, BLACK) ? WHITE : BLACK;
}

/** The contrast ratio of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** The lightest colour of the same hue that a white page does not swallow. */
function darkened(colour: string): string {
  const channels = channelsOf(colour);
  const at = (step: number) => hexOf(channels.map((channel) => Math.floor((channel * step) / STEPS)));
  let step = STEPS;
  while (contrast(at(step), WHITE) < MIN_CONTRAST_TO_PAGE) step--;
  return at(step);
}

/** Fine enough for every shade eight bits can tell apart. */
const STEPS = 256;

/** Relative luminance, from 0 to 1 (WCAG 2.2, "relative luminance"). */
function luminance(colour: string): number {
  const [red, green, blue] = channelsOf(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channelsOf(colour: string): number[] {
  return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
}

function hexOf(channels: number[]): string {
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
