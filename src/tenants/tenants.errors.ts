import { Conflict, Forbidden, Invalid, Unauthenticated } from '../platform/errors.js';

export class CredentialMissing extends Unauthenticated {
  constructor() {
    super('credential.missing', 'Send an API key: "Authorization: Bearer heed_…".');
  }
}

/** Unknown, expired, revoked or of a deactivated member: the caller learns no more than that it is not valid. */
export class CredentialInvalid extends Unauthenticated {
  constructor() {
    super('credential.invalid', 'This API key is not valid: it is unknown, expired or revoked.');
  }
}

export class ActionNotAllowed extends Forbidden {
  constructor(action: string) {
    super(
      'action.not_allowed',
      `This needs the permission "${action}", which the API key or its member does not have.`,
    );
  }
}

/** Nobody gives, or takes from somebody, what they may not do themselves. */
export class GrantExceedsOwn extends Forbidden {
  static check(caller: { may(action: string): boolean }, actions: readonly string[]): void {
    const missing = [...new Set(actions)].filter((action) => !caller.may(action));
    if (missing.length > 0) throw new GrantExceedsOwn(missing);
  }

  constructor(missing: string[]) {
    super('grant.exceeds_own', `You cannot give what you do not have: ${missing.join(', ')}.`);
  }
}

export class ScopeUnknown extends Invalid {
  constructor(scope: string) {
    super('api_key.scope_unknown', `"${scope}" is no scope; use an action (task.work), task.*, *.read or *.`);
  }
}

export class ApiKeyAlreadyRevoked extends Conflict {
  constructor(id: string) {
    super('api_key.already_revoked', `The API key ${id} is revoked already.`);
  }
}

export class ExpiryPassed extends Invalid {
  constructor() {
    super('api_key.expiry_passed', 'expiresAt must lie in the future.');
  }
}

export class EmailTaken extends Conflict {
  constructor() {
    super('member.email_taken', 'Another member has this e-mail address.');
  }
}

export class MemberAlreadyDeactivated extends Conflict {
  constructor(id: string) {
    super('member.already_deactivated', `The member ${id} is deactivated already.`);
  }
}

export class MemberNotActive extends Conflict {
  constructor(id: string) {
    super('member.not_active', `The member ${id} is deactivated and works here no longer.`);
  }
}

export class LastOwner extends Conflict {
  constructor() {
    super('member.last_owner', 'A tenant keeps at least one active owner.');
  }
}

export class DepartmentKeyTaken extends Conflict {
  constructor(key: string) {
    super('department.key_taken', `Another department has the key "${key}".`);
  }
}
