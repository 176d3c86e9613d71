import { ACTIONABILITIES, type Actionability } from '../src/analyzer/analysis.js';
import { questionKindOf } from '../src/analyzer/question.js';
import type { NhsRow } from './nhs.js';

/** Nobody labelled the data sets with what could be done about a comment; these cues stand in, and say so in the model card. */
const WAITS_FOR_ANSWER =
  /\b(please|pls|kindly|(can|could|would|will) (you|someone|somebody|anyone))( \w+){0,2} (call|contact|reply|respond|get back|get in touch|let me know|look into|check|sort|resend|reverse|e-?mail|ring|phone|write|tell|explain|advise|confirm|refund|help|send|cancel)\b|\b(no|never|not|n['’]t|without( an?)?)( \w+){0,2} (reply|replied|response|responded|answer|answered|heard back|got back|call(ed)? back|contacted|refund(ed)?)\b|\bstill (waiting|no |not |have ?n['o’]|has ?n['o’])|\bwaiting for (a|an|my|the|your) (reply|response|answer|refund|call)/i;
const PROPOSES =
  /\b(should|ought to|needs? to (be|have|improve)|could (be|do with|have been) (more|better|improved|faster|quicker|clearer|easier)|would (be|have been) (nice|good|great|better|useful|helpful|easier)|would (like|love|prefer) (to see|to have|if|more|an?)|wish (you|it|there|they|the)|please (add|make|bring|include|allow|improve|provide|consider|stop|offer)|i suggest|suggestion|maybe (add|make|if)|better if|how about|(we|you|they) need more|more (staff|choice|options|information|communication|training|parking|time))\b/i;

/** By its cues alone; null where it is a question that may or may not wait for an answer. */
export function actionabilityOf(text: string): Actionability | null {
  if (WAITS_FOR_ANSWER.test(text)) return 'needs_answer';
  if (PROPOSES.test(text)) return 'suggestion';
  return text.includes('?') ? null : 'none';
}

/** What is said against something, when asked what could be better, proposes to change it. */
export function actionabilityOfAnswer(row: NhsRow): Actionability | null {
  const byCues = actionabilityOf(row.text);
  if (byCues === 'needs_answer' || questionKindOf(row.question) !== 'improvement') return byCues;
  return row.sentiment === 'negative' ? 'suggestion' : byCues;
}

export function actionabilityTarget(actionability: Actionability | null): Float32Array | null {
  return actionability && Float32Array.from(ACTIONABILITIES, (name) => (name === actionability ? 1 : 0));
}
