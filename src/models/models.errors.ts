import { Invalid, NotFound } from '../platform/errors.js';
import type { OutboundRequestFailed } from '../platform/http/guarded-fetch.errors.js';

export class ExternalModelNotFound extends NotFound {
  constructor() {
    super(
      'external_model.not_found',
      'This tenant has no external model; its verbatims are analysed by Heed.',
    );
  }
}

/** Codes `external_model.url_invalid` and `external_model.address_forbidden`. */
export class ModelUrlRefused extends Invalid {
  constructor({ code, message }: Pick<OutboundRequestFailed, 'code' | 'message'>) {
    super(`external_model.${code}`, `${message}.`, { problems: [{ pointer: '/baseUrl', detail: message }] });
  }
}

export class ModelUrlUnencrypted extends Invalid {
  constructor() {
    const detail = 'must begin with https://, so that nobody on the way reads the texts and the key';
    super('external_model.url_unencrypted', `baseUrl ${detail}.`, {
      problems: [{ pointer: '/baseUrl', detail }],
    });
  }
}

/** The key kept is for another host. */
export class ModelKeyMissing extends Invalid {
  constructor() {
    const detail = 'must be given again with a baseUrl of another host; null for an endpoint without one';
    super('external_model.api_key_missing', `apiKey ${detail}.`, {
      problems: [{ pointer: '/apiKey', detail }],
    });
  }
}
