import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { currentTransaction } from '../platform/database/tenant-transaction.js';
import { refusing } from '../platform/database/unique.js';
import { Invalid, NotFound } from '../platform/errors.js';
import { Events } from '../platform/events/events.js';
import { assertVersion } from '../platform/http/if-match.js';
import { type Page, type PageQuery } from '../platform/http/page.js';
import { pageById } from '../platform/http/page-by-id.js';
import { newId } from '../platform/ids.js';
import { Remembered } from '../platform/remembered.js';
import type { SurveyDefinition } from './definition.js';
import { readDefinition } from './read-definition.js';
import { SurveyVersion } from './survey-version.entity.js';
import { Survey } from './survey.entity.js';
import { SurveyKeyTaken } from './surveys.errors.js';
import { SurveyCreated, SurveyRevised } from './surveys.events.js';

/**
 * How long the current version of a survey is believed, in milliseconds. A revision made through another
 * API process reaches this one within this time; a response always names the version it was checked against.
 */
const BELIEVED_MS = 5_000;
const REMEMBERED_SURVEYS = 10_000;
/** A version never changes; it is forgotten only to make room. */
const VERSION_REMEMBERED_MS = 3_600_000;

/** A version of a survey, as responses are read against it. */
export interface AskedSurvey {
  surveyId: string;
  key: string;
  version: number;
  definition: SurveyDefinition;
}

const SELECT_ASKED = `
  select s.id as "surveyId", s.key, v.number as version, v.definition
    from survey s join survey_version v on v.tenant_id = s.tenant_id and v.survey_id = s.id
   where s.tenant_id = $1`;

@Injectable()
export class SurveysService {
  private readonly believed = new Remembered<AskedSurvey>(BELIEVED_MS, REMEMBERED_SURVEYS);
  private readonly versions = new Remembered<AskedSurvey>(VERSION_REMEMBERED_MS, REMEMBERED_SURVEYS);

  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  list(query: PageQuery): Promise<Page<Survey>> {
    return pageById(this.database.repository(Survey), query);
  }

  async get(id: string): Promise<Survey> {
    const survey = await this.database.repository(Survey).findOne({ id });
    if (!survey) throw NotFound.of('survey', id);
    return survey;
  }

  async versionOf(id: string, number: number): Promise<SurveyVersion> {
    const version = await this.database.repository(SurveyVersion).findOne({ surveyId: id, number });
    if (!version) throw NotFound.of('survey_version', `${id}/${number}`);
    return version;
  }

  /** What each response was asked, in their order. */
  async askedOf(responses: { surveyId: string; surveyVersion: number }[]): Promise<SurveyDefinition[]> {
    const { tenantId } = currentTransaction();
    const keys = responses.map((one) => `${tenantId} ${one.surveyId} ${one.surveyVersion}`);
    const asked = new Map(keys.map((key) => [key, this.versions.get(key)]));
    const unknown = responses.filter((_, i) => !asked.get(keys[i]!));
    if (unknown.length > 0) {
      const found = await this.database.query<AskedSurvey>(
        `${SELECT_ASKED} and (v.survey_id, v.number) in (select * from unnest($2::uuid[], $3::int[]))`,
        [unknown.map(({ surveyId }) => surveyId), unknown.map(({ surveyVersion }) => surveyVersion)],
      );
      for (const one of found) {
        const key = `${tenantId} ${one.surveyId} ${one.version}`;
        asked.set(key, one);
        this.versions.set(key, one);
      }
    }
    return keys.map((key) => asked.get(key)!.definition);
  }

  async create({
    key,
    name,
    definition,
  }: {
    key: string;
    name: string;
    definition: unknown;
  }): Promise<Survey> {
    const read = valid(definition);
    const now = this.clock.now();
    const survey = Object.assign(new Survey(), {
      id: newId(),
      key,
      name,
      currentVersion: 1,
      createdAt: now,
      version: 1,
    });
    await refusing(
      'survey_key',
      () => new SurveyKeyTaken(key),
      () => this.database.repository(Survey).insert(survey),
    );
    await this.insertVersion(survey, read);
    this.events.record(new SurveyCreated(survey.id));
    return survey;
  }

  async rename(id: string, name: string, version: number | undefined): Promise<Survey> {
    const survey = await this.lock(id);
    assertVersion('survey', survey, version);
    survey.name = name;
    return this.database.repository(Survey).save(survey);
  }

  /** Asks something else from now on. Responses given before keep the version they were given to. */
  async revise(id: string, definition: unknown, version: number | undefined): Promise<Survey> {
    const read = valid(definition);
    const survey = await this.lock(id);
    assertVersion('survey', survey, version);
    survey.currentVersion += 1;
    await this.insertVersion(survey, read);
    await this.database.repository(Survey).save(survey);
    this.events.record(new SurveyRevised(id, survey.currentVersion));
    this.database.afterCommit(() => this.believed.clear());
    return survey;
  }

  /** The current version of the survey with this key; null when there is none. */
  async current(key: string): Promise<AskedSurvey | null> {
    const { tenantId } = currentTransaction();
    const known = this.believed.get(`${tenantId} ${key}`);
    if (known) return known;
    const [found] = await this.database.query<AskedSurvey>(
      `${SELECT_ASKED} and v.number = s.current_version and s.key = $2`,
      [key],
    );
    if (found) this.believed.set(`${tenantId} ${key}`, found);
    return found ?? null;
  }

  /** One version of a survey, with its key; null when there is none. */
  async asked(surveyId: string, version: number): Promise<AskedSurvey | null> {
    const known = `${currentTransaction().tenantId} ${surveyId} ${version}`;
    const remembered = this.versions.get(known);
    if (remembered) return remembered;
    const [found] = await this.database.query<AskedSurvey>(
      `${SELECT_ASKED} and v.survey_id = $2 and v.number = $3`,
      [surveyId, version],
    );
    if (found) this.versions.set(known, found);
    return found ?? null;
  }

  private async lock(id: string): Promise<Survey> {
    const survey = await this.database.repository(Survey).lockOne({ id });
    if (!survey) throw NotFound.of('survey', id);
    return survey;
  }

  private insertVersion(survey: Survey, definition: SurveyDefinition): Promise<void> {
    const version = Object.assign(new SurveyVersion(), {
      id: newId(),
      surveyId: survey.id,
      number: survey.currentVersion,
      definition,
      createdAt: this.clock.now(),
    });
    return this.database.repository(SurveyVersion).insert(version);
  }
}

function valid(definition: unknown): SurveyDefinition {
  const read = readDefinition(definition, '/definition');
  if (!read.ok) throw Invalid.because(read.problems, 'survey.definition_invalid');
  return read.definition;
}
