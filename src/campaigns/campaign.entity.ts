import { Column, Entity, VersionColumn } from 'typeorm';
import { TenantRow } from '../platform/database/tenant-row.js';
import type { CampaignDraft } from './campaign-draft.js';
import { allowedVerbs, type CampaignState, type CampaignVerb, nextState } from './campaign-lifecycle.js';
import type { CampaignKind, CampaignMail, Channel, Reach, SendingHours } from './campaign-terms.js';
import { CampaignTransitionNotAllowed } from './campaigns.errors.js';
import type { Schedule } from './schedule.js';

/** A survey, who is asked it, how, and when. */
@Entity('campaign')
export class Campaign extends TenantRow {
  @Column('text')
  name: string;

  @Column('uuid')
  surveyId: string;

  @Column('text')
  kind: CampaignKind;

  @Column('text')
  reach: Reach;

  @Column('boolean')
  isAnonymous: boolean;

  @Column('text')
  channel: Channel;

  /** What `readAudience` reads. */
  @Column('jsonb')
  audience: object;

  @Column('jsonb')
  schedule: Schedule;

  /** IANA name, such as `Europe/Berlin`; the schedule's times are local to it. */
  @Column('text')
  timeZone: string;

  /** Null: mail leaves at any hour. */
  @Column('jsonb', { nullable: true })
  sendingHours: SendingHours | null;

  @Column('smallint')
  samplingPercent: number;

  @Column('smallint')
  quarantineDays: number;

  /** Fewest answers that are shown together, of an anonymous campaign. */
  @Column('smallint')
  minimumGroup: number;

  /** Names of the contact's and account's properties that answers carry. */
  @Column('jsonb')
  copiedProperties: string[];

  /** Null where no mail is sent. */
  @Column('jsonb', { nullable: true })
  mail: CampaignMail | null;

  /** Where the survey may be embedded, such as `https://app.example.com`. */
  @Column('jsonb')
  origins: string[];

  @Column('text')
  state: CampaignState;

  /** The event that asks people, of a triggered campaign. */
  @Column('text', { nullable: true })
  listensTo: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @VersionColumn()
  version: number;

  /** Takes over what a person decided; `surveyId` is that of the draft's survey. */
  decide(draft: CampaignDraft, surveyId: string): void {
    const { name, kind, reach, isAnonymous, channel, audience, schedule, timeZone, sendingHours } = draft;
    const { samplingPercent, quarantineDays, minimumGroup, copiedProperties, mail, origins } = draft;
    Object.assign(this, {
      ...{ name, surveyId, kind, reach, isAnonymous, channel, audience, schedule, timeZone, sendingHours },
      ...{ samplingPercent, quarantineDays, minimumGroup, copiedProperties, mail, origins },
      listensTo: schedule.type === 'triggered' ? schedule.event : null,
    });
  }

  advance(verb: CampaignVerb): void {
    const state = nextState(this.state, verb);
    if (!state) throw new CampaignTransitionNotAllowed(verb, this.state, allowedVerbs(this.state));
    this.state = state;
  }
}
