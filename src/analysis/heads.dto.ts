import type { AnalysisHead } from './head.entity.js';
import type { PartFigures, Verdict } from './learn.js';
import type { Part } from './lessons.js';

export class PartFiguresView implements PartFigures {
  part: Part;
  /** Decisions it was trained on: one a text, or one a mention for the polarity. */
  trainingCases: number;
  /** Decisions kept from training, on which it was judged. */
  heldOutCases: number;
  /** Micro-F1 on those of what was in use, from 0 to 1; null where there was too little to judge. */
  f1Before: number | null;
  /** The same of what was learned. */
  f1: number | null;
  /** `better` went into use; `no_better` did not; `too_few` corrections were there to learn from or to judge by. */
  verdict: Verdict;
}

export class HeadView {
  id: string;
  analyzerVersion: string;
  /** Verbatims that members had corrected by then. */
  corrections: number;
  /** Whether verbatims are analysed with it now. */
  isInUse: boolean;
  parts: PartFiguresView[];
  trainedAt: Date;
  /** When it went into use; null when nothing of it was better than what was there. */
  liveAt: Date | null;
}

export class HeadPage {
  items: HeadView[];
  next: string | null;
}

export function viewHead(head: AnalysisHead, liveId: string | null): HeadView {
  const { id, analyzerVersion, corrections, figures, trainedAt, liveAt } = head;
  return { id, analyzerVersion, corrections, isInUse: id === liveId, parts: figures, trainedAt, liveAt };
}
