import { Injectable } from '@nestjs/common';
import { HeedError } from '../platform/errors.js';
import { MAX_PROPERTIES, PROPERTY_NAME_LENGTH } from '../platform/properties.js';
import {
  type IncomingResponse,
  isDuplicate,
  type Outcome,
  ResponsesService,
} from '../responses/responses.service.js';
import { firstTextQuestion, mainQuestion, type SurveyDefinition } from '../surveys/definition.js';
import { type Scale, scaleOf } from '../surveys/scale.js';
import { SurveysService } from '../surveys/surveys.service.js';
import { type ColumnMap, ColumnPlan, InvalidColumnMap, parseColumnMap, planColumns } from './column-map.js';
import { RESPONSE_FIELDS, type ImportField } from './import-fields.js';
import type { ImportOrder } from './import-order.js';
import { type ImportItem, importRow } from './import-row.js';
import type { ImportRun } from './import-run.entity.js';
import { ImportSurveyMissing, ImportSurveyUnknown, refusingOrder } from './imports.errors.js';
import type { RowIntake, Taken } from './row-intake.js';
import { RowKeys } from './row-key.js';
import { parseScale, type ScoreScale } from './score-scale.js';

/** Which field of an import a problem of a response is about. */
const FIELD_OF_POINTER: Record<string, ImportField> = {
  '/score': 'score',
  '/comment': 'comment',
  '/respondedAt': 'date',
};

/** Importing responses to a survey. */
@Injectable()
export class ResponseImportService {
  constructor(
    private readonly surveys: SurveysService,
    private readonly responses: ResponsesService,
  ) {}

  /** Refuses an order that no file could fulfil. */
  async check(order: ImportOrder): Promise<void> {
    const definition = await this.definitionOf(order);
    refusingOrder(() => understood(order, definition));
  }

  async prepare(run: ImportRun, headers: string[]): Promise<RowIntake<IncomingResponse, Outcome>> {
    const survey = run.survey!;
    const definition = await this.definitionOf(run);
    const { columns, scale } = refusingOrder(() => planOf(run, definition, headers));
    const plan = { columns, scale, dateOrder: run.dateOrder, now: run.startedAt! };
    const keys = new RowKeys(run.key ?? '');
    return {
      columns,
      read: (row) => {
        const read = importRow(row, plan);
        if (!read.ok) return read;
        const externalId = read.item.externalId ?? `import:${keys.keyOf(row.values)}`;
        return { ...read, item: { survey, ...incomingOf(read.item, columns), externalId } };
      },
      prepare: (items) => this.responses.prepare(items, { importId: run.id }),
      take: (prepared) => this.take(prepared, run, columns),
    };
  }

  private async take(prepared: Outcome[], run: ImportRun, columns: ColumnPlan): Promise<Taken[]> {
    const outcomes = await this.responses.keep(prepared, { isHistory: run.isDryRun || !run.opensLoops });
    return outcomes.map((outcome) => ('response' in outcome ? 'imported' : takenOf(outcome.error, columns)));
  }

  private async definitionOf({ survey }: ImportOrder): Promise<SurveyDefinition> {
    if (survey === null) throw new ImportSurveyMissing();
    const current = await this.surveys.current(survey);
    if (!current) throw new ImportSurveyUnknown(survey);
    return current.definition;
  }
}

/** What is stated, read against the survey; `scale` is null when the survey has no question with a score. */
function understood(
  order: ImportOrder,
  definition: SurveyDefinition,
): { map: ColumnMap; scale: ScoreScale | null } {
  const map = parseColumnMap(order.map);
  const question = mainQuestion(definition);
  const target = question && scaleOf(question);
  if (!target && map.get('score'))
    throw new InvalidColumnMap(`The survey “${order.survey}” has no question with a score`);
  if (!firstTextQuestion(definition) && map.get('comment'))
    throw new InvalidColumnMap(`The survey “${order.survey}” has no text question for the comment`);
  return { map, scale: target && scaleFor(order.scale, target) };
}

function scaleFor(stated: string | null, target: Scale): ScoreScale {
  return stated === null ? { stated: target, isReversed: false, target } : parseScale(stated, target);
}

function planOf(order: ImportOrder, definition: SurveyDefinition, headers: string[]) {
  const { map, scale } = understood(order, definition);
  const askable = RESPONSE_FIELDS.filter(
    ({ field }) =>
      !(field === 'score' && scale === null) && !(field === 'comment' && !firstTextQuestion(definition)),
  );
  const columns = planColumns(headers, map, askable);
  if (!columns.fields.has('score') && !columns.fields.has('comment'))
    throw new InvalidColumnMap(
      'No column is known to hold a score or a comment; state one, as in score=Rating or comment=Feedback',
    );
  return { columns, scale: columns.fields.has('score') ? scale : null };
}

function incomingOf(item: ImportItem, columns: ColumnPlan): Omit<IncomingResponse, 'survey'> {
  const { score, comment, contact, account, properties, ...rest } = item;
  const isKnowable = contact?.externalId !== undefined || contact?.email !== undefined;
  const reference = isKnowable ? { ...contact, account } : account && { account };
  const bareName = isKnowable ? undefined : contact?.name;
  return {
    ...rest,
    score: score ?? undefined,
    comment: comment ?? undefined,
    contact: reference,
    properties: bareName === undefined ? properties : withName(properties, bareName, columns),
  };
}

/** By a name alone nobody is found again, so it makes no contact; what the row says is kept all the same. */
function withName(properties: Record<string, string>, name: string, { fields }: ColumnPlan) {
  if (Object.keys(properties).length >= MAX_PROPERTIES) return properties;
  return { ...properties, [fields.get('contact.name')!.header.slice(0, PROPERTY_NAME_LENGTH)]: name };
}

function takenOf(error: HeedError, { fields }: ColumnPlan): Taken {
  if (isDuplicate(error)) return 'duplicate';
  const [problem] = error.extra.problems ?? [];
  if (!problem) return { column: null, reason: error.message };
  const field = FIELD_OF_POINTER[problem.pointer];
  const column = (field && fields.get(field)?.header) ?? null;
  return { column, reason: column ? problem.detail : `${problem.pointer} ${problem.detail}` };
}
