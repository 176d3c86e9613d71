import { Fact } from '../platform/events/event.js';

@Fact('response.received', { published: true })
export class ResponseReceived {
  constructor(
    readonly responseId: string,
    readonly surveyId: string,
    readonly score: number | null,
    readonly category: string | null,
  ) {}
}

/** The person who gave a response gave other answers in their place. */
@Fact('response.corrected', { published: true })
export class ResponseCorrected {
  constructor(
    readonly responseId: string,
    readonly surveyId: string,
    readonly score: number | null,
    readonly category: string | null,
    /** 2 for the first correction. */
    readonly revision: number,
    readonly previousScore: number | null,
    readonly previousCategory: string | null,
  ) {}
}
