import { daysToWait } from './sending-time.js';

describe('mail that may leave on some days of the week', () => {
  it('waits on the others for the next of them', () => {
    expect(daysToWait(['mon', 'tue', 'wed', 'thu', 'fri'])).toEqual([0, 0, 0, 0, 0, 2, 1]);
    expect(daysToWait(['wed'])).toEqual([2, 1, 0, 6, 5, 4, 3]);
  });

  it('waits for none where every day will do', () => {
    expect(daysToWait()).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(daysToWait([])).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
});
