import { Fact } from '../platform/events/event.js';

@Fact('tenant.created')
export class TenantCreated {
  constructor(readonly tenantId: string) {}
}

@Fact('member.added')
export class MemberAdded {
  constructor(
    readonly memberId: string,
    readonly role: string,
  ) {}
}

@Fact('member.changed')
export class MemberChanged {
  constructor(
    readonly memberId: string,
    readonly role: string,
  ) {}
}

@Fact('member.deactivated')
export class MemberDeactivated {
  constructor(readonly memberId: string) {}
}

@Fact('department.added')
export class DepartmentAdded {
  constructor(readonly departmentId: string) {}
}

@Fact('department.changed')
export class DepartmentChanged {
  constructor(readonly departmentId: string) {}
}

@Fact('department.member_joined')
export class DepartmentMemberJoined {
  constructor(
    readonly departmentId: string,
    readonly memberId: string,
  ) {}
}

@Fact('department.member_left')
export class DepartmentMemberLeft {
  constructor(
    readonly departmentId: string,
    readonly memberId: string,
  ) {}
}

@Fact('api_key.issued')
export class ApiKeyIssued {
  constructor(
    readonly apiKeyId: string,
    readonly scopes: string[],
  ) {}
}

@Fact('api_key.revoked')
export class ApiKeyRevoked {
  constructor(readonly apiKeyId: string) {}
}
