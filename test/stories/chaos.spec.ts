import { chaos } from '../chaos/chaos.js';

describe('while processes are killed and servers crash', () => {
  it('no accepted response is lost, and nothing that follows from one is lost or doubled', async () => {
    const { accepted, findings, recoveries } = await chaos(5, () => undefined);
    expect(accepted).toBeGreaterThan(0);
    expect(recoveries.length).toBeGreaterThanOrEqual(4);
    expect(findings.filter(({ violations }) => violations.length > 0)).toEqual([]);
  }, 300_000);
});
