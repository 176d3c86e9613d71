import { Injectable, Logger } from '@nestjs/common';
import { ContactsService } from '../accounts/contacts.service.js';
import { ModelsService } from '../models/models.service.js';
import { Database } from '../platform/database/database.js';
import { ThemesService } from '../themes/themes.service.js';
import type { Analyzed } from './analysis.queries.js';
import { EmbeddedAnalysisService } from './embedded-analysis.service.js';
import type { Written } from './written.js';

/** Has texts analysed by the analyser their tenant chose. Outside of any transaction, for that may be an external model. */
@Injectable()
export class ChosenAnalysisService {
  private readonly logger = new Logger(ChosenAnalysisService.name);

  constructor(
    private readonly database: Database,
    private readonly models: ModelsService,
    private readonly themes: ThemesService,
    private readonly contacts: ContactsService,
    private readonly embedded: EmbeddedAnalysisService,
  ) {}

  /**
   * Never fails for a model's sake: what one that is slow, broken, lying or too dear leaves open is analysed here. In no
   * particular order.
   */
  async analyze(tenantId: string, written: Written[]): Promise<Analyzed[]> {
    const answered = await this.ask(tenantId, written).catch((error: Error) => {
      this.logger.warn({ message: `The external model analysed nothing: ${error.message}`, tenantId });
      return [];
    });
    const isAnswered = new Set(answered.map((one) => one.written));
    const left = written.filter((one) => !isAnswered.has(one));
    const rest = await this.database.inTenant(tenantId, () => this.embedded.analyze(left));
    return [...answered, ...rest];
  }

  /** What the model made of the texts, without those it gave nothing usable for. */
  private async ask(tenantId: string, written: Written[]): Promise<Analyzed[]> {
    const asked = await this.database.inTenant(tenantId, async () =>
      (await this.models.isExternal())
        ? { themes: await this.themes.toFind(), names: await this.namesOf(written) }
        : null,
    );
    if (!asked || written.length === 0) return [];
    const { themes, names } = asked;
    const verbatims = written.map((one) => ({
      ...one.verbatim,
      names: names.get(one.contactId ?? '') ?? [],
    }));
    const { analyses, analyzer, version } = await this.models.analyze(tenantId, verbatims, themes);
    const origin = { analyzer, version, headId: null };
    return written.flatMap((one, i) => {
      const analysis = analyses[i];
      return analysis ? [{ written: one, analysis, origin }] : [];
    });
  }

  private async namesOf(written: Written[]): Promise<Map<string, string[]>> {
    const ids = new Set(written.flatMap(({ contactId }) => contactId ?? []));
    const contacts = await this.contacts.byIds([...ids]);
    return new Map(contacts.map(({ id, name, email }) => [id, [name ?? '', mailboxOf(email ?? '')]]));
  }
}

/** The part of an e-mail address before the @, which often is its owner's name. */
function mailboxOf(email: string): string {
  return email.slice(0, Math.max(0, email.lastIndexOf('@')));
}
