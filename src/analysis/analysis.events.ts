import { Fact } from '../platform/events/event.js';

/** An external model is to be asked about the verbatims of a response. */
@Fact('analysis.requested')
export class AnalysisRequested {
  constructor(
    readonly responseId: string,
    /** Who asks does so outside of any tenant's transaction. */
    readonly tenantId: string,
    /** Of the response: an analysis of one that was corrected since would be of words that are gone. */
    readonly revision: number,
  ) {}
}

/** Whatever can be known of a response is known now; also of one in which nothing was written, and of a corrected one. */
@Fact('response.analyzed', { published: true })
export class ResponseAnalyzed {
  constructor(
    readonly responseId: string,
    /** How many free texts it has. */
    readonly verbatims: number,
    /** ISO 639-1 codes. */
    readonly languages: string[],
    readonly sentiments: string[],
    readonly actionabilities: string[],
    readonly emotions: string[],
    readonly themeIds: string[],
    /** Of the response; null where nothing was written. */
    readonly revision: number | null,
  ) {}
}

/** Responses are to be analysed that were not, or anew. */
@Fact('analysis.run_requested')
export class AnalysisRunRequested {
  constructor(
    readonly runId: string,
    /** Who carries it out does so outside of any tenant's transaction. */
    readonly tenantId: string,
  ) {}
}

@Fact('analysis.run_completed', { published: true })
export class AnalysisRunCompleted {
  constructor(
    readonly runId: string,
    /** How many responses it went through. */
    readonly done: number,
  ) {}
}

/** What members corrected is still to be learned from. */
@Fact('analysis.learning_due')
export class LearningDue {
  constructor(readonly tenantId: string) {}
}

/** Something was learned from corrections; it is in use where it proved better than what was there. */
@Fact('analysis.head_trained')
export class HeadTrained {
  constructor(
    readonly headId: string,
    readonly isLive: boolean,
  ) {}
}

/** A member said what a verbatim is about, or what its writer feels; or took that back. */
@Fact('analysis.corrected', { published: true })
export class AnalysisCorrected {
  constructor(
    readonly responseId: string,
    readonly tenantId: string,
    /** Key of the question the verbatim answers. */
    readonly question: string,
    readonly part: 'mentions' | 'emotions',
  ) {}
}
