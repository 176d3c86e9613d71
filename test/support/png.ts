/** The header of a PNG of 64 × 32 pixels, and nothing to see. */
export const PNG = Uint8Array.from(
  Buffer.from(`89504e470d0a1a0a0000000d4948445200000040000000200806000000${'00'.repeat(20)}`, 'hex'),
);
