import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { refusing } from '../platform/database/unique.js';
import { NotFound } from '../platform/errors.js';
import { Events } from '../platform/events/events.js';
import { assertVersion } from '../platform/http/if-match.js';
import { type Page, type PageQuery } from '../platform/http/page.js';
import { pageById } from '../platform/http/page-by-id.js';
import { given } from '../platform/given.js';
import { newId } from '../platform/ids.js';
import { CredentialsService } from './credentials.service.js';
import { Member } from './member.entity.js';
import type { Role } from './permissions.js';
import { EmailTaken, LastOwner } from './tenants.errors.js';
import { MemberAdded, MemberChanged, MemberDeactivated } from './tenants.events.js';

interface NewMember {
  email: string;
  name: string;
  role: Role;
}

@Injectable()
export class MembersService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly credentials: CredentialsService,
    private readonly clock: Clock,
  ) {}

  list(query: PageQuery): Promise<Page<Member>> {
    return pageById(this.database.repository(Member), query);
  }

  async get(id: string): Promise<Member> {
    const member = await this.database.repository(Member).findOne({ id });
    if (!member) throw NotFound.of('member', id);
    return member;
  }

  /** Those who own the tenant, and work here still. */
  owners(): Promise<Member[]> {
    return this.database.repository(Member).find({ role: 'owner', deactivatedAt: IsNull() });
  }

  async add(fields: NewMember): Promise<Member> {
    const member = Object.assign(new Member(), fields, {
      id: newId(),
      createdAt: this.clock.now(),
      deactivatedAt: null,
      version: 1,
    });
    await refusing(
      'member_email',
      () => new EmailTaken(),
      () => this.database.repository(Member).insert(member),
    );
    this.events.record(new MemberAdded(member.id, member.role));
    return member;
  }

  async change(id: string, changes: Partial<NewMember>, version: number | undefined): Promise<Member> {
    const member = await this.lock(id);
    assertVersion('member', member, version);
    if (changes.role !== undefined && changes.role !== 'owner') await this.assertOwnerRemains(member);
    Object.assign(member, given(changes));
    await refusing(
      'member_email',
      () => new EmailTaken(),
      () => this.database.repository(Member).save(member),
    );
    this.events.record(new MemberChanged(id, member.role));
    this.credentials.forget();
    return member;
  }

  async deactivate(id: string): Promise<Member> {
    const member = await this.lock(id);
    await this.assertOwnerRemains(member);
    member.deactivate(this.clock.now());
    this.events.record(new MemberDeactivated(id));
    this.credentials.forget();
    return this.database.repository(Member).save(member);
  }

  private async lock(id: string): Promise<Member> {
    const member = await this.database.repository(Member).lockOne({ id });
    if (!member) throw NotFound.of('member', id);
    return member;
  }

  private async assertOwnerRemains(leaving: Member): Promise<void> {
    if (leaving.role !== 'owner' || !leaving.isActive) return;
    // Locked, so that two owners cannot leave at the same moment.
    const owners = await this.database.query<{ id: string }>(
      `select id from member where tenant_id = $1 and role = 'owner' and deactivated_at is null for update`,
    );
    if (owners.length === 1) throw new LastOwner();
  }
}
