import { Injectable } from '@nestjs/common';
import { ModelsService } from '../models/models.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Recorded } from '../platform/events/event.js';
import { On } from '../platform/events/on.js';
import { ResponseCorrected, ResponseReceived } from '../responses/responses.events.js';
import { ThemesService } from '../themes/themes.service.js';
import { AnalysisRequested } from './analysis.events.js';
import { AnalyzingService } from './analyzing.service.js';
import { ChosenAnalysisService } from './chosen-analysis.service.js';

/** A response waits this long for its turn with an external model at most, in milliseconds; after that it is analysed here. */
const MODEL_PATIENCE_MS = 120_000;

@Injectable()
export class AnalysisReactions {
  constructor(
    private readonly database: Database,
    private readonly themes: ThemesService,
    private readonly models: ModelsService,
    private readonly analyzing: AnalyzingService,
    private readonly chosen: ChosenAnalysisService,
    private readonly clock: Clock,
  ) {}

  @On(ResponseReceived)
  async analyzeResponses(received: Recorded<ResponseReceived>[]): Promise<void> {
    await this.begin(received.map(({ data }) => data.responseId));
  }

  /** What was said of the words that are gone goes with them; words that stayed keep their corrections by members. */
  @On(ResponseCorrected)
  async analyzeAnew(corrected: Recorded<ResponseCorrected>[]): Promise<void> {
    const ids = [...new Set(corrected.map(({ data }) => data.responseId))];
    await this.analyzing.forgetReplaced(ids);
    await this.begin(ids);
  }

  @On(AnalysisRequested, { outside: true })
  async askModel(requested: Recorded<AnalysisRequested>[]): Promise<void> {
    for (const { data, occurredAt } of requested) {
      const isLate = this.clock.now().getTime() - occurredAt.getTime() > MODEL_PATIENCE_MS;
      await (isLate ? this.here(data) : this.byModel(data));
    }
  }

  private async begin(responseIds: string[]): Promise<void> {
    await this.themes.begin();
    const isExternal = await this.models.isExternal();
    await (isExternal ? this.analyzing.request(responseIds) : this.analyzing.analyze(responseIds));
  }

  private async byModel({ tenantId, responseId, revision = 1 }: AnalysisRequested): Promise<void> {
    const waiting = () => this.analyzing.waitingIn(responseId, revision);
    const written = await this.database.inTenant(tenantId, waiting, { readOnly: true });
    if (!written) return;
    const analyzed = await this.chosen.analyze(tenantId, written);
    await this.database.inTenant(tenantId, () => this.analyzing.finish([responseId], analyzed));
  }

  private async here({ tenantId, responseId, revision = 1 }: AnalysisRequested): Promise<void> {
    await this.database.inTenant(tenantId, async () => {
      if (await this.analyzing.waitingIn(responseId, revision)) await this.analyzing.analyze([responseId]);
    });
  }
}
