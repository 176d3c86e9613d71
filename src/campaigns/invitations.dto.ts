import { IsIn, IsOptional, IsUUID, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '../platform/http/page.js';
import { ApiProperties, type Properties } from '../platform/http/properties.js';
import { INVITATION_STATES, type InvitationState } from './invitation-lifecycle.js';
import type { InvitationRecord } from './invitations.queries.js';

const REASON_LENGTH = 200;

/** As they are made of letters and underlines, whoever gave them. */
const REASON = /^[a-z_]+$/;

/** Which invitations of a wave. */
export class InvitationFilter {
  @IsOptional()
  @IsIn(INVITATION_STATES)
  state?: InvitationState;

  /** Such as `quarantine`, `unsubscribed`, `no_address` or `sampling`. */
  @IsOptional()
  @Matches(REASON)
  @MaxLength(REASON_LENGTH)
  reason?: string;
}

export class InvitationQuery extends PageQuery implements InvitationFilter {
  @IsOptional()
  @IsIn(INVITATION_STATES)
  state?: InvitationState;

  /** Such as `quarantine`, `unsubscribed`, `no_address` or `sampling`. */
  @IsOptional()
  @Matches(REASON)
  @MaxLength(REASON_LENGTH)
  reason?: string;
}

export class InviteContact {
  /** Whom to ask. */
  @IsUUID()
  contactId: string;
}

export class InvitationView {
  waveId: string;
  contactId: string;
  state: InvitationState;
  /** Why they are not asked, or why the mail came back. */
  reason: string | null;
  /** What their answer carries of what is known of them. */
  @ApiProperties()
  properties: Properties;
  /** When they are or were asked first. */
  invitedAt: Date | null;
  sentAt: Date | null;
  deliveredAt: Date | null;
  bouncedAt: Date | null;
  /** In anonymous waves neither this nor when they began is ever known. */
  openedAt: Date | null;
  startedAt: Date | null;
  answeredAt: Date | null;
  /** The person's own, to answer by; only for those who may invite, never in anonymous waves. */
  link: string | null;
}

export class InvitationPage {
  items: InvitationView[];
  next: string | null;
}

export function viewInvitation(invitation: InvitationRecord, link: string | null): InvitationView {
  return { ...invitation, properties: invitation.properties ?? {}, link };
}
