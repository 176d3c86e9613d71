import { Conflict, Invalid } from '../platform/errors.js';

export class ResponseAlreadyReceived extends Conflict {
  constructor(externalId: string, responseId: string | null) {
    super(
      'response.already_received',
      `A response with the externalId "${externalId}" was received before.`,
      {
        responseId,
      },
    );
  }
}

export class SurveyUnknown extends Invalid {
  constructor(key: string) {
    super('response.survey_unknown', `/survey: there is no survey with the key "${key}".`, {
      problems: [{ pointer: '/survey', detail: `there is no survey with the key "${key}"` }],
    });
  }
}
