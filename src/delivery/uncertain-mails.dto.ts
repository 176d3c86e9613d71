export class UncertainMailView {
  contactId: string;
  /** 0: the invitation; 1: the first reminder, and so on. */
  step: number;
  /** What happened while it was handed over. */
  error: string;
}

export class UncertainMailPage {
  items: UncertainMailView[];
  next: string | null;
}
