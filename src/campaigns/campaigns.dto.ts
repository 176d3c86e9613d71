import { ApiProperty, PartialType } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Omittable } from '../platform/http/omittable.js';
import { PageQuery } from '../platform/http/page.js';
import { PROPERTY_NAME_LENGTH } from '../platform/properties.js';
import { AUDIENCE_FIELD_NAMES } from './audience.js';
import type { CampaignDraft } from './campaign-draft.js';
import { CAMPAIGN_STATES, type CampaignState } from './campaign-lifecycle.js';
import {
  type CampaignKind,
  type CampaignMail,
  type Channel,
  CHANNELS,
  KINDS,
  type Reach,
  REACHES,
  type SendingHours,
  WEEKDAYS,
  type Weekday,
} from './campaign-terms.js';
import type { Campaign } from './campaign.entity.js';
import type { Schedule } from './schedule.js';
import { VARIABLES } from './template.js';

const NAME_LENGTH = 200;
const TIME_ZONE_LENGTH = 64;
const MAX_COPIED_PROPERTIES = 20;
const MAX_ORIGINS = 50;
const ORIGIN_LENGTH = 300;
/** Ten years: longer is a suppression. */
const MAX_QUARANTINE_DAYS = 3_650;
/** Fewer than three, and two colleagues who compare notes know the third's answer. */
const LEAST_MINIMUM_GROUP = 3;
const MOST_MINIMUM_GROUP = 1_000;
const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;
const TIME_OF_DAY_RULE = { message: 'must be a time of day such as 09:00' };

/** As it came: its reader refuses what it does not know. */
const AsItCame = () => Transform(({ obj, key }: { obj: Record<string, unknown>; key: string }) => obj[key]);

const AUDIENCE_SCHEMA = {
  type: 'object',
  additionalProperties: true,
  description: [
    'Who is asked: one comparison `{ field, op, value }`, or `{ all: […] }`, `{ any: […] }`, `{ not: … }` of them, or `{ always: true }`.',
    `Fields: ${AUDIENCE_FIELD_NAMES.join(', ')}.`,
  ].join('\n'),
  example: { field: 'contact.capacity', op: 'in', value: ['decision_maker', 'champion'] },
} as const;

const SCHEDULE_SCHEMA = {
  type: 'object',
  additionalProperties: true,
  description: [
    '`{ type: "once", opens, closes or lastsDays, remindAfterDays }`: one dated window; it opens as soon as it is started when `opens` is left out.',
    '`{ type: "recurring", everyMonths, firstOpens, lastsDays, spread, remindAfterDays }`: everybody `at_once`, or spread `evenly` over the months.',
    '`{ type: "triggered", event, delayMinutes, lastsDays, remindAfterDays }`: each person when the event is posted to `/v1/campaign-events`.',
    'Times are local to `timeZone`, such as `2026-12-01T09:00`.',
  ].join('\n'),
  example: { type: 'once', lastsDays: 21, remindAfterDays: [7, 14] },
} as const;

const MAIL_SCHEMA = {
  type: 'object',
  additionalProperties: true,
  nullable: true,
  description: [
    '`{ subject, intro, translations: { de: { subject, intro } } }`, for the channel `email`.',
    `Variables: ${VARIABLES.map((name) => `\`{{${name}}}\``).join(', ')}; \`{{firstName|there}}\` says "there" where it is not known.`,
  ].join('\n'),
  example: {
    subject: 'How are we doing?',
    intro: 'Hello {{firstName|there}}, one question from {{company}}.',
  },
} as const;

export class SendingHoursBody implements SendingHours {
  @Matches(TIME_OF_DAY, TIME_OF_DAY_RULE)
  @ApiProperty({ example: '09:00' })
  from: string;

  @Matches(TIME_OF_DAY, TIME_OF_DAY_RULE)
  @ApiProperty({ example: '18:00' })
  to: string;

  /** Every day, when left out. */
  @Omittable()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(WEEKDAYS, { each: true })
  days?: Weekday[];
}

export class CreateCampaign implements Partial<CampaignDraft> {
  @IsString()
  @Length(1, NAME_LENGTH)
  name: string;

  /** Key of the survey that is asked. */
  @IsString()
  @Length(1, NAME_LENGTH)
  survey: string;

  /** About the relation as a whole, or about one thing that happened. */
  @IsIn(KINDS)
  kind: CampaignKind;

  /** Customers, or your own employees: the contacts of the internal account. `external`, when left out. */
  @Omittable()
  @IsIn(REACHES)
  reach?: Reach;

  /** Whether nobody can tell who answered what. No, when left out. */
  @Omittable()
  @IsBoolean()
  isAnonymous?: boolean;

  @IsIn(CHANNELS)
  channel: Channel;

  @Omittable()
  @IsObject()
  @AsItCame()
  @ApiProperty({ ...AUDIENCE_SCHEMA, required: false } as never)
  audience?: object;

  @IsObject()
  @AsItCame()
  @ApiProperty(SCHEDULE_SCHEMA)
  schedule: Schedule;

  /** IANA name such as `Europe/Berlin`. `UTC`, when left out. */
  @Omittable()
  @IsString()
  @MaxLength(TIME_ZONE_LENGTH)
  @ApiProperty({ required: false, example: 'Europe/Berlin' })
  timeZone?: string;

  /** When mail may leave, by the clock of the person it goes to. Null: at any hour. */
  @IsOptional()
  @IsObject() // for ValidateNested an empty list is an object too
  @ValidateNested()
  @Type(() => SendingHoursBody)
  sendingHours?: SendingHoursBody | null;

  /** How many of the audience are asked, drawn by lot. 100, when left out. */
  @Omittable()
  @IsInt()
  @Min(1)
  @Max(100)
  samplingPercent?: number;

  /** Whoever any campaign asked within so many days is left in peace. 90 relational, 30 transactional, when left out. */
  @Omittable()
  @IsInt()
  @Min(0)
  @Max(MAX_QUARANTINE_DAYS)
  quarantineDays?: number;

  /** Fewest answers of an anonymous campaign that are shown together. 5, when left out. */
  @Omittable()
  @IsInt()
  @Min(LEAST_MINIMUM_GROUP)
  @Max(MOST_MINIMUM_GROUP)
  minimumGroup?: number;

  /** Properties of the contact and the account that answers carry; of an anonymous campaign the only ones. */
  @Omittable()
  @IsArray()
  @ArrayMaxSize(MAX_COPIED_PROPERTIES)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, PROPERTY_NAME_LENGTH, { each: true })
  copiedProperties?: string[];

  @IsOptional()
  @IsObject()
  @AsItCame()
  @ApiProperty({ ...MAIL_SCHEMA, required: false } as never)
  mail?: CampaignMail | null;

  /** Where the survey may be embedded. */
  @Omittable()
  @IsArray()
  @ArrayMaxSize(MAX_ORIGINS)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(ORIGIN_LENGTH, { each: true })
  @ApiProperty({ required: false, example: ['https://app.example.com'] })
  origins?: string[];
}

export class ChangeCampaign extends PartialType(CreateCampaign, { skipNullProperties: false }) {}

export class CampaignFilter extends PageQuery {
  @Omittable()
  @IsIn(CAMPAIGN_STATES)
  state?: CampaignState;
}

export class CampaignView {
  id: string;
  name: string;
  /** Key of the survey. */
  survey: string;
  surveyId: string;
  kind: CampaignKind;
  reach: Reach;
  isAnonymous: boolean;
  channel: Channel;
  @ApiProperty(AUDIENCE_SCHEMA)
  audience: object;
  @ApiProperty(SCHEDULE_SCHEMA)
  schedule: Schedule;
  timeZone: string;
  sendingHours: SendingHoursBody | null;
  samplingPercent: number;
  quarantineDays: number;
  minimumGroup: number;
  copiedProperties: string[];
  @ApiProperty(MAIL_SCHEMA)
  mail: CampaignMail | null;
  origins: string[];
  state: CampaignState;
  createdAt: Date;
  version: number;
}

export class CampaignPage {
  items: CampaignView[];
  next: string | null;
}

export function viewCampaign(campaign: Campaign, survey: string): CampaignView {
  const { id, name, surveyId, kind, reach, isAnonymous, channel, audience, schedule, timeZone } = campaign;
  const { sendingHours, samplingPercent, quarantineDays, minimumGroup, copiedProperties, mail } = campaign;
  const { origins, state, createdAt, version } = campaign;
  return {
    ...{ id, name, survey, surveyId, kind, reach, isAnonymous, channel, audience, schedule, timeZone },
    ...{ sendingHours, samplingPercent, quarantineDays, minimumGroup, copiedProperties, mail },
    ...{ origins, state, createdAt, version },
  };
}
