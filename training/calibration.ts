import { bestThreshold } from './metrics.js';

/** Where every label is cut, so that one number serves all of them. */
export const CUT = 0.3;

export interface Calibration {
  slope: number;
  offset: number;
}

/**
 * Makes probabilities of the outputs for one label, such that its best cut lies at `CUT`: the slope is that of a
 * logistic fit (Platt 1999), the offset then puts the threshold with the best F1 where it is wanted. To be fitted on
 * outputs for examples that were not trained on.
 */
export function calibrate(outputs: ArrayLike<number>, truth: ArrayLike<number>): Calibration {
  const slope = logisticFit(outputs, truth);
  const probabilities = Float64Array.from(outputs, (output) => 1 / (1 + Math.exp(-output)));
  const threshold = Math.min(1 - 1e-6, Math.max(1e-6, bestThreshold(probabilities, truth)));
  return { slope, offset: logit(CUT) - slope * logit(threshold) };
}

/** The slope of a logistic regression on one variable, by Newton's method. */
function logisticFit(outputs: ArrayLike<number>, truth: ArrayLike<number>): number {
  let [slope, offset] = [1, 0];
  for (let round = 0; round < 25; round++) {
    let [gs, go, hss, hso, hoo] = [0, 0, 1e-9, 0, 1e-9];
    for (let at = 0; at < outputs.length; at++) {
      const x = outputs[at]!;
      const probability = 1 / (1 + Math.exp(-(slope * x + offset)));
      const [error, weight] = [probability - (truth[at]! > 0 ? 1 : 0), probability * (1 - probability)];
      gs += error * x;
      go += error;
      hss += weight * x * x;
      hso += weight * x;
      hoo += weight;
    }
    const determinant = hss * hoo - hso * hso;
    if (determinant < 1e-12) break;
    slope -= (hoo * gs - hso * go) / determinant;
    offset -= (hss * go - hso * gs) / determinant;
  }
  return Number.isFinite(slope) ? Math.min(3, Math.max(0.3, slope)) : 1;
}

function logit(probability: number): number {
  return Math.log(probability / (1 - probability));
}
