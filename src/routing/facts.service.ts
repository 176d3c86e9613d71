import { Injectable } from '@nestjs/common';
import { AccountsService } from '../accounts/accounts.service.js';
import { ContactsService } from '../accounts/contacts.service.js';
import { AnalysisService } from '../analysis/analysis.service.js';
import type { Facts } from './facts.js';
import { factsOf, type RoutableResponse } from './response-facts.js';

/** Gathers what rules can ask about responses. */
@Injectable()
export class FactsService {
  constructor(
    private readonly contacts: ContactsService,
    private readonly accounts: AccountsService,
    private readonly analysis: AnalysisService,
  ) {}

  /** In the order of the responses; in three queries, however many they are. */
  async of(responses: RoutableResponse[]): Promise<Facts[]> {
    const contacts = byId(await this.contacts.byIds(present(responses.map(({ contactId }) => contactId))));
    const accountOf = ({ accountId, contactId }: RoutableResponse) =>
      accountId ?? contacts.get(contactId ?? '')?.accountId ?? null;
    const accounts = byId(await this.accounts.byIds(present(responses.map(accountOf))));
    const analyses = await this.analysis.factsOf(responses.map(({ id }) => id));
    return responses.map((response, index) =>
      factsOf(response, {
        analysis: analyses[index]!,
        contact: contacts.get(response.contactId ?? '') ?? null,
        account: accounts.get(accountOf(response) ?? '') ?? null,
      }),
    );
  }
}

function present(ids: (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}

function byId<Row extends { id: string }>(rows: Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
