import { IsIn } from 'class-validator';
import { IsInstant } from '../platform/http/instant.js';
import { Omittable } from '../platform/http/omittable.js';
import { type AnalysisRun, RUN_SCOPES, type RunScope, type RunState } from './run.entity.js';

export class OrderRun {
  /** `all` analyses every response anew; `unanalyzed` only those that were never analysed. */
  @IsIn(RUN_SCOPES)
  scope: RunScope;

  /** Only responses given from then on; all when left out. */
  @Omittable()
  @IsInstant()
  since?: string;
}

export class RunView {
  id: string;
  scope: RunScope;
  since: Date | null;
  state: RunState;
  /** Responses to go through; null until they are counted. */
  total: number | null;
  done: number;
  responsesPerSecond: number;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

export class RunPage {
  items: RunView[];
  next: string | null;
}

export function viewRun(run: AnalysisRun): RunView {
  const { id, scope, since, state, total, done, responsesPerSecond, createdAt, startedAt, finishedAt } = run;
  return { id, scope, since, state, total, done, responsesPerSecond, createdAt, startedAt, finishedAt };
}
