import { Injectable } from '@nestjs/common';
import { emailKey } from '../accounts/recognition.js';
import { Clock } from '../platform/clock.js';
import type { Page, PageQuery } from '../platform/http/page.js';
import { LaunchQueries } from './launch.queries.js';
import { AddressNotSuppressed } from './invitations.errors.js';
import {
  type Suppression,
  type SuppressionFilter,
  type SuppressionReason,
  SuppressionsQueries,
} from './suppressions.queries.js';

/** The addresses that are not written to any more, and why. */
@Injectable()
export class SuppressionsService {
  constructor(
    private readonly queries: SuppressionsQueries,
    private readonly launch: LaunchQueries,
    private readonly clock: Clock,
  ) {}

  list({ email, ...query }: PageQuery & SuppressionFilter): Promise<Page<Suppression>> {
    return this.queries.list({ ...query, ...(email && { email: emailKey(email) }) });
  }

  /**
   * Has nobody write to these addresses from now on: what is scheduled for them is not sent. An address already on the
   * list keeps its first reason. Returns them as they stand on the list.
   */
  async add(emails: string[], reason: SuppressionReason): Promise<Suppression[]> {
    const keys = emails.map(emailKey);
    await this.launch.lockAsking(); // else a launch that has not seen this would schedule them after all
    await this.queries.insert(keys, reason, this.clock.now());
    await this.queries.stopMail(keys);
    return this.queries.among(keys);
  }

  /** Why nobody writes to an address; null when people do. */
  async find(email: string): Promise<Suppression | null> {
    const [suppression] = await this.queries.among([emailKey(email)]);
    return suppression ?? null;
  }

  /** Lets an address be written to again, from the next wave on. */
  async remove(email: string): Promise<void> {
    if (!(await this.queries.delete(emailKey(email)))) throw new AddressNotSuppressed();
  }
}
