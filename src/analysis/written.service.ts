import { Injectable } from '@nestjs/common';
import { ResponsesService } from '../responses/responses.service.js';
import { SurveysService } from '../surveys/surveys.service.js';
import { type Written, writtenIn } from './written.js';

/** Reads what people wrote, with what is known around it. */
@Injectable()
export class WrittenService {
  constructor(
    private readonly responses: ResponsesService,
    private readonly surveys: SurveysService,
  ) {}

  /** The free texts of the given responses, oldest response first. */
  async in(responseIds: string[]): Promise<Written[]> {
    const responses = await this.responses.byIds(responseIds);
    const asked = await this.surveys.askedOf(responses);
    return responses.flatMap((response, i) => writtenIn(response, asked[i]!));
  }
}
