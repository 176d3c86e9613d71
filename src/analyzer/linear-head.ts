import type { FeatureSums } from './feature-table.js';

/** One output for each label: the scalar product of a vector and the label's weights, and the label's bias. */
export class LinearHead {
  private readonly weights: Float32Array[];
  private readonly biases: number[];
  /** For exclusive labels, how the weights of each differ from the mean of the others. */
  private readonly distinctions: Float32Array[];

  /** For each label in turn `dimensions` weights and a bias. */
  constructor(numbers: Float32Array, dimensions: number, isExclusive: boolean) {
    const labels = Array.from({ length: numbers.length / (dimensions + 1) }, (_label, at) => at);
    this.weights = labels.map((label) => {
      const start = label * (dimensions + 1);
      return numbers.subarray(start, start + dimensions);
    });
    this.biases = labels.map((label) => numbers[label * (dimensions + 1) + dimensions]!);
    this.distinctions = isExclusive ? distinctionsOf(this.weights) : this.weights;
  }

  outputs(vector: Float32Array): Float32Array {
    const outputs = new Float32Array(this.weights.length);
    for (let label = 0; label < outputs.length; label++) {
      const weights = this.weights[label]!;
      let sum = this.biases[label]!;
      for (let i = 0; i < weights.length; i++) sum += vector[i]! * weights[i]!;
      outputs[label] = sum;
    }
    return outputs;
  }

  /** How much each of the sums in a range speaks for a label, on a scale of its own. */
  contributions(label: number, sums: FeatureSums, from: number, to: number): Float32Array {
    const weights = this.distinctions[label]!;
    const contributions = new Float32Array(to - from);
    for (let at = from; at < to; at++) contributions[at - from] = sums.weigh(at, weights);
    return contributions;
  }
}

function distinctionsOf(weights: Float32Array[]): Float32Array[] {
  return weights.map((own, label) => {
    const others = weights.filter((_weights, other) => other !== label);
    return own.map((weight, i) => weight - others.reduce((sum, other) => sum + other[i]!, 0) / others.length);
  });
}

/** Makes outputs for exclusive labels into their probabilities, in place; they sum to 1. */
export function softmax(outputs: Float32Array): Float32Array {
  let highest = -Infinity;
  for (const output of outputs) highest = Math.max(highest, output);
  let sum = 0;
  for (let label = 0; label < outputs.length; label++) {
    outputs[label] = Math.exp(outputs[label]! - highest);
    sum += outputs[label]!;
  }
  for (let label = 0; label < outputs.length; label++) outputs[label]! /= sum;
  return outputs;
}
