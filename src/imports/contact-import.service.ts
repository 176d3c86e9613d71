import { Injectable } from '@nestjs/common';
import { ContactsService, type UpsertedContact } from '../accounts/contacts.service.js';
import { ColumnPlan, InvalidColumnMap, parseColumnMap, planColumns } from './column-map.js';
import { type ContactItem, contactRow } from './contact-row.js';
import { CONTACT_FIELDS, type ImportField } from './import-fields.js';
import type { ImportOrder } from './import-order.js';
import type { ImportRun } from './import-run.entity.js';
import { ImportOptionMeaningless, refusingOrder } from './imports.errors.js';
import type { RowIntake, Taken } from './row-intake.js';

/** At least one of these tells who a row is about. */
const KEY_FIELDS: ImportField[] = [
  'contact.externalId',
  'contact.email',
  'account.externalId',
  'account.name',
];

/** Importing contacts and their accounts. */
@Injectable()
export class ContactImportService {
  constructor(private readonly contacts: ContactsService) {}

  /** Refuses an order that no file could fulfil. */
  check(order: ImportOrder): void {
    if (order.survey !== null) throw new ImportOptionMeaningless('survey');
    if (order.scale !== null) throw new ImportOptionMeaningless('scale');
    refusingOrder(() => parseColumnMap(order.map, CONTACT_FIELDS));
  }

  prepare(run: ImportRun, headers: string[]): RowIntake<ContactItem> {
    const columns = refusingOrder(() => planOf(run, headers));
    return {
      columns,
      read: (row) => contactRow(row, columns),
      take: async (items) => {
        const upserted = await this.contacts.upsertAll(items);
        return upserted.map((one) => takenOf(one, columns));
      },
    };
  }
}

function planOf(order: ImportOrder, headers: string[]): ColumnPlan {
  const columns = planColumns(headers, parseColumnMap(order.map, CONTACT_FIELDS), CONTACT_FIELDS);
  if (!KEY_FIELDS.some((field) => columns.fields.has(field)))
    throw new InvalidColumnMap(
      `No column is known to tell contacts or accounts apart; state one of ${KEY_FIELDS.join(', ')}`,
    );
  return columns;
}

function takenOf({ outcome, withheld }: UpsertedContact, { fields }: ColumnPlan): Taken {
  if (withheld.includes('email')) {
    const column = fields.get('contact.email')?.header ?? null;
    return { column, reason: 'another contact has this e-mail address; the rest of the row was kept' };
  }
  return outcome === 'unchanged' ? 'duplicate' : 'imported';
}
