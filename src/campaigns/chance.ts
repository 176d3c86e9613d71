/**
 * What stands in for chance where the same must come out each time: PostgreSQL hashes a contact's id with a seed. With
 * the wave's seed it says whether the contact is sampled, with the campaign's where in the period they are asked.
 */

/** The seed of a wave or campaign, a signed 64-bit number: the half of its id that is random. */
export function seedOf(id: string): string {
  return BigInt.asIntN(64, BigInt(`0x${id.replaceAll('-', '').slice(16)}`)).toString();
}

const LARGEST = '9223372036854775807';

/** SQL for a whole number from 0 up to, but not including, `end`. */
export function chanceSql(contactId: string, seed: string, end: number): string {
  return `mod(uuid_hash_extended(${contactId}, ${seed}) & ${LARGEST}, ${end})`;
}
