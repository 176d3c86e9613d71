import { Conflict, Invalid } from '../platform/errors.js';
import { InvalidColumnMap } from './column-map.js';
import { InvalidScale } from './score-scale.js';

export class ImportMapInvalid extends Invalid {
  constructor(detail: string) {
    super('import.map_invalid', detail, { problems: [{ pointer: '/map', detail }] });
  }
}

export class ImportScaleInvalid extends Invalid {
  constructor(detail: string) {
    super('import.scale_invalid', detail, { problems: [{ pointer: '/scale', detail }] });
  }
}

export class ImportSurveyUnknown extends Invalid {
  constructor(key: string) {
    const detail = `There is no survey with the key "${key}"; make it with POST /v1/surveys.`;
    super('import.survey_unknown', detail, { problems: [{ pointer: '/survey', detail }] });
  }
}

export class ImportSurveyMissing extends Invalid {
  constructor() {
    const detail = 'Say with its key which survey the responses answer.';
    super('import.survey_missing', detail, { problems: [{ pointer: '/survey', detail }] });
  }
}

/** An option that means something for responses only was given for contacts. */
export class ImportOptionMeaningless extends Invalid {
  constructor(option: string) {
    const detail = `Contacts have no ${option}.`;
    super('import.option_meaningless', detail, { problems: [{ pointer: `/${option}`, detail }] });
  }
}

export class ImportFileMissing extends Invalid {
  constructor() {
    super('import.file_missing', 'The body is empty; send the CSV file as the body.');
  }
}

/** Another runner has taken the import up: this one was too slow to show that it lives. */
export class ImportTakenOver extends Conflict {
  constructor() {
    super('import.taken_over', 'Another process has taken the import up.');
  }
}

/** Says what is wrong with a stated map or scale in the words of the API. */
export function refusingOrder<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof InvalidColumnMap) throw new ImportMapInvalid(error.message);
    if (error instanceof InvalidScale) throw new ImportScaleInvalid(error.message);
    throw error;
  }
}
