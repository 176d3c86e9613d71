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
