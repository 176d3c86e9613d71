/** What a question asks for, as far as it changes how an answer reads: “Nothing” is praise only after the first. */
export const QUESTION_KINDS = ['improvement', 'praise', 'reason', 'other'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

const IMPROVEMENT =
  /\b(better|improv\w*|chang\w*|differently|missing|lack\w*|wish|fix\w*|(dis|not |n['’]t )(satisf|like)\w*|wrong|disappoint\w*|frustrat\w*|worst|least|problems?|issues?|difficult\w*|suggest\w*)\b/i;
const PRAISE =
  /\b(good|well|great|best|like[ds]?|lov\w+|enjoy\w*|happy|satisf\w+|value\w*|appreciat\w*|strengths?|most)\b/i;
const REASON = /\b(why|reasons?|because|explain|tell us (more|about)|main cause|score|rating)\b/i;

/** Recognised by the English words it is put in; one that asks for praise and blame alike is `other`. */
export function questionKindOf(question: string | null): QuestionKind {
  if (question === null) return 'other';
  const asked = question.slice(0, MAX_QUESTION_CHARS);
  const [isImprovement, isPraise] = [IMPROVEMENT.test(asked), PRAISE.test(asked)];
  if (REASON.test(asked) && !(isImprovement && !isPraise)) return 'reason';
  if (isImprovement) return isPraise ? 'other' : 'improvement';
  return isPraise ? 'praise' : 'other';
}

/** A question is a sentence or two; what stands beyond is not read. */
const MAX_QUESTION_CHARS = 500;
