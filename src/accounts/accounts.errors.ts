import { Conflict, Invalid, Unavailable } from '../platform/errors.js';
import { MAX_PROPERTIES } from '../platform/properties.js';

export class AccountExternalIdTaken extends Conflict {
  constructor() {
    super('account.external_id_taken', 'Another account has this external id.');
  }
}

export class AccountNameTaken extends Conflict {
  constructor() {
    super(
      'account.name_taken',
      'Another account without an external id has this name; give this one an external id to tell them apart.',
    );
  }
}

export class InternalAccountExists extends Conflict {
  constructor() {
    super('account.internal_exists', 'The tenant has its internal account already; employees belong there.');
  }
}

export class ContactExternalIdTaken extends Conflict {
  constructor() {
    super('contact.external_id_taken', 'Another contact has this external id.');
  }
}

export class ContactEmailTaken extends Conflict {
  constructor() {
    super('contact.email_taken', 'Another contact has this e-mail address.');
  }
}

export class ContactIsNobody extends Invalid {
  constructor(pointer = '') {
    const detail = 'needs at least one of externalId, email and name';
    super('contact.is_nobody', `A contact ${detail}.`, { problems: [{ pointer, detail }] });
  }
}

/** A reference names an account or contact there is none of; `pointer` says where. */
export class ReferenceUnknown extends Invalid {
  constructor(noun: 'account' | 'contact', pointer: string) {
    const detail = `names no ${noun} there is`;
    super(`${noun}.unknown`, `${pointer}: ${detail}`, { problems: [{ pointer, detail }] });
  }
}

export class TooManyProperties extends Invalid {
  constructor() {
    super('properties.too_many', `With these there would be more than ${MAX_PROPERTIES} properties.`);
  }
}

/** Others kept making the same accounts or contacts at the same moment. */
export class MadeMeanwhile extends Unavailable {
  constructor() {
    super('contact.made_meanwhile', 'Others made the same accounts or contacts meanwhile; try again.', {
      retryAfterSeconds: 1,
    });
  }
}
