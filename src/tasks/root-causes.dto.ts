import { IsString, Length, Matches } from 'class-validator';
import type { RootCause } from './root-cause.entity.js';

const NAME_LENGTH = 200;

export class AddRootCause {
  /** Short name for integrations and reports: lower-case letters, digits, `-` and `_`. */
  @Matches(/^[a-z0-9][a-z0-9_-]{0,62}$/, {
    message: 'must be lower-case letters, digits, - and _, at most 63',
  })
  key: string;

  @IsString()
  @Length(1, NAME_LENGTH)
  name: string;
}

export class RootCauseView {
  id: string;
  key: string;
  name: string;
  createdAt: Date;
  /** Since when new resolutions may not name it any more. */
  retiredAt: Date | null;
}

export class RootCausePage {
  items: RootCauseView[];
  next: string | null;
}

export function viewRootCause({ id, key, name, createdAt, retiredAt }: RootCause): RootCauseView {
  return { id, key, name, createdAt, retiredAt };
}
