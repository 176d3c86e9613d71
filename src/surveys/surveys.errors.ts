import { Conflict } from '../platform/errors.js';

export class SurveyKeyTaken extends Conflict {
  constructor(key: string) {
    super('survey.key_taken', `Another survey has the key "${key}".`);
  }
}
