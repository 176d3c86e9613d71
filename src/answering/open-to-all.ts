import type { Channel } from '../campaigns/campaign-terms.js';

/** Whether a campaign of this channel may be answered by whoever has its link; in others each person has their own. */
export function isOpenToAll(channel: Channel): boolean {
  return channel === 'link' || channel === 'embed';
}
