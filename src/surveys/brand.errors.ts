import { Invalid, NotFound } from '../platform/errors.js';

export class ColourRefused extends Invalid {
  constructor(detail: string) {
    super('brand.colour_refused', `/colour: ${detail}`, { problems: [{ pointer: '/colour', detail }] });
  }
}

export class LogoRefused extends Invalid {
  constructor(detail: string) {
    super('brand.logo_refused', `The logo ${detail}.`, { problems: [{ pointer: '', detail }] });
  }
}

export class LogoNotFound extends NotFound {
  constructor() {
    super('brand.logo_not_found', 'There is no logo.');
  }
}
