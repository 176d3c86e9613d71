import type { ModelParts } from '../src/analyzer/model-file.js';

/** The share of numbers that are so large that cutting them off costs less than a coarser scale for all others. */
const CUT_OFF = 0.0005;

/** The table as whole numbers from -127 to 127 times one scale. */
export function quantised(table: Float32Array): Pick<ModelParts, 'table'> & { scale: number } {
  const sizes = table.map(Math.abs).sort();
  const scale = sizes[Math.floor((sizes.length - 1) * (1 - CUT_OFF))]! / 127 || 1;
  return { table: Int8Array.from(table, (value) => within127(Math.round(value / scale))), scale };
}

function within127(value: number): number {
  return Math.max(-127, Math.min(127, value));
}
