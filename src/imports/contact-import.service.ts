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
      prepare: (items) => Promise.resolve(items),
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

/** A field of the row that the contact or account did not get is a fault, though the rest of the row was kept. */
function takenOf({ outcome, withheld }: UpsertedContact, { fields }: ColumnPlan): Taken {
  const [field] = withheld;
  if (field === undefined) return outcome === 'unchanged' ? 'duplicate' : 'imported';
  if (field === 'properties') return { column: null, reason: 'there is no room for all of its properties' };
  const column = fields.get(`contact.${field}` as ImportField)?.header ?? null;
  return { column, reason: `another one has this ${field}; the rest of the row was kept` };
}
