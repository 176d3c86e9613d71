import { Fact } from '../platform/events/event.js';

@Fact('survey.created', { published: true })
export class SurveyCreated {
  constructor(readonly surveyId: string) {}
}

@Fact('survey.revised', { published: true })
export class SurveyRevised {
  constructor(
    readonly surveyId: string,
    readonly version: number,
  ) {}
}
