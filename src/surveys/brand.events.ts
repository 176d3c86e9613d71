import { Fact } from '../platform/events/event.js';

@Fact('brand.changed')
export class BrandChanged {
  constructor(readonly tenantId: string) {}
}
