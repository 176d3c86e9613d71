import { Fact } from '../platform/events/event.js';

@Fact('campaign.created', { published: true })
export class CampaignCreated {
  constructor(readonly campaignId: string) {}
}

@Fact('campaign.changed', { published: true })
export class CampaignChanged {
  constructor(readonly campaignId: string) {}
}

@Fact('campaign.started', { published: true })
export class CampaignStarted {
  constructor(readonly campaignId: string) {}
}

@Fact('campaign.paused', { published: true })
export class CampaignPaused {
  constructor(readonly campaignId: string) {}
}

@Fact('campaign.resumed', { published: true })
export class CampaignResumed {
  constructor(readonly campaignId: string) {}
}

@Fact('campaign.closed', { published: true })
export class CampaignClosed {
  constructor(readonly campaignId: string) {}
}

/** The wave's time has come: its invitations are to be made. */
@Fact('wave.launch_started')
export class WaveLaunchStarted {
  constructor(
    readonly waveId: string,
    readonly campaignId: string,
  ) {}
}

/** All invitations of the wave are made. */
@Fact('wave.opened', { published: true })
export class WaveOpened {
  constructor(
    readonly waveId: string,
    readonly campaignId: string,
    readonly number: number,
  ) {}
}

@Fact('wave.closing_moved', { published: true })
export class WaveClosingMoved {
  constructor(
    readonly waveId: string,
    readonly campaignId: string,
    readonly closesAt: string,
  ) {}
}

/** No more answers are taken. */
@Fact('wave.closed', { published: true })
export class WaveClosed {
  constructor(
    readonly waveId: string,
    readonly campaignId: string,
    readonly number: number,
  ) {}
}
