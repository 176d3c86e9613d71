/** Every sealed text is a multiple of this long, so that its length says little about what it is. */
export const PADDING_BYTES = 1_024;

/** JSON with spaces after it, which are no part of it, up to the next multiple of `PADDING_BYTES`. */
export function paddedJson(value: unknown): string {
  const json = JSON.stringify(value);
  const bytes = Buffer.byteLength(json);
  return json + ' '.repeat(Math.ceil(bytes / PADDING_BYTES) * PADDING_BYTES - bytes);
}
