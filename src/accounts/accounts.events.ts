import { Fact } from '../platform/events/event.js';

@Fact('account.created', { published: true })
export class AccountCreated {
  constructor(readonly accountId: string) {}
}

@Fact('account.changed', { published: true })
export class AccountChanged {
  constructor(readonly accountId: string) {}
}

@Fact('contact.created', { published: true })
export class ContactCreated {
  constructor(
    readonly contactId: string,
    readonly accountId: string | null,
  ) {}
}

@Fact('contact.changed', { published: true })
export class ContactChanged {
  constructor(
    readonly contactId: string,
    readonly accountId: string | null,
  ) {}
}
