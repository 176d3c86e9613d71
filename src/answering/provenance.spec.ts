import { isFromElsewhere, type Provenance } from './provenance.js';

const OWN = 'https://heed.example';

function elsewhere(said: Partial<Provenance>, allowed: string[] = []): boolean {
  const nothing = { secFetchSite: undefined, origin: undefined, host: 'heed.internal:3000' };
  return isFromElsewhere({ ...nothing, ...said }, OWN, allowed);
}

describe('a post', () => {
  it('from our own page is taken, which calls itself null for want of a referrer', () => {
    expect(elsewhere({ secFetchSite: 'same-origin', origin: 'null' })).toBe(false);
    expect(elsewhere({ origin: OWN })).toBe(false);
    expect(elsewhere({ origin: 'http://heed.internal:3000' })).toBe(false);
  });

  it('from a browser that says nothing is taken', () => {
    expect(elsewhere({})).toBe(false);
    expect(elsewhere({ origin: 'null' })).toBe(false);
  });

  it('from another site is refused', () => {
    expect(elsewhere({ secFetchSite: 'cross-site', origin: 'https://evil.example' })).toBe(true);
    expect(elsewhere({ secFetchSite: 'same-site', origin: 'https://other.heed.example' })).toBe(true);
    expect(elsewhere({ secFetchSite: 'cross-site', origin: 'null' })).toBe(true);
    expect(elsewhere({ origin: 'https://evil.example' })).toBe(true);
    expect(elsewhere({ origin: 'not a url' })).toBe(true);
  });

  it('from a site the campaign names is taken', () => {
    const shop = 'https://shop.example';
    expect(elsewhere({ secFetchSite: 'cross-site', origin: shop }, [shop])).toBe(false);
  });
});
