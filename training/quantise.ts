import type { ModelParts } from '../src/analyzer/model-file.js';

/** Each row as whole numbers from -127 to 127 times a scale of its own. */
export function quantised(table: Float32Array, dimensions: number): Pick<ModelParts, 'table' | 'scales'> {
  const scales = new Float32Array(table.length / dimensions);
  const numbers = new Int8Array(table.length);
  for (let row = 0; row < scales.length; row++) {
    const values = table.subarray(row * dimensions, (row + 1) * dimensions);
    const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const scale = (scales[row] = largest / 127 || 1);
    for (let i = 0; i < dimensions; i++) numbers[row * dimensions + i] = Math.round(values[i]! / scale);
  }
  return { table: numbers, scales };
}
