import type { Capacity } from '../accounts/capacity.js';
import { type Chance, deck } from './chance.js';
import { emailOf } from './company.js';

const COMPANIES = [
  ...['Alder & Finch', 'Arcadia Clinics', 'Baltic Freight', 'Bluestone Legal', 'Cedar Hotels'],
  ...['Cobalt Energy', 'Copperfield Schools', 'Delta Foods', 'Eastgate Housing', 'Ember Studios'],
  ...['Fjord Seafood', 'Foxglove Pharma', 'Granite Mutual', 'Greenline Transit', 'Harbor Logistics'],
  ...['Heron Insurance', 'Ironbridge Tools', 'Juniper Travel', 'Kestrel Aviation', 'Larkspur Media'],
  ...['Lindenhof Kliniken', 'Maple Retail', 'Meridian Bank', 'Nimbus Telecom', 'Nordlicht Energie'],
  ...['Oakwell Council', 'Orchard Grocers', 'Pelican Marine', 'Pinecrest Homes', 'Quarry Lane Design'],
  ...['Redwood Labs', 'Sable Automotive', 'Saltmarsh Tourism', 'Silverbirch Care', 'Solène Cosmétiques'],
  ...['Tamarind Kitchens', 'Thornbury Water', 'Vantage Robotics', 'Westwind Farms', 'Zephyr Sports'],
];

const FIRST_NAMES = [
  ...['Aisha', 'Anders', 'Beatriz', 'Ben', 'Camille', 'Carlos', 'Daniela', 'David', 'Elif', 'Emma'],
  ...['Farid', 'Grace', 'Hannah', 'Hugo', 'Ingrid', 'Ivan', 'Jana', 'Joao', 'Karin', 'Kwame'],
  ...['Laila', 'Liam', 'Mariana', 'Mei', 'Nadia', 'Niklas', 'Oscar', 'Paula', 'Priya', 'Rafael'],
  ...['Sanne', 'Stefan', 'Tara', 'Theo', 'Uma', 'Viktor', 'Wanda', 'Yusuf', 'Zoe', 'Zofia'],
];

const LAST_NAMES = [
  ...['Abebe', 'Almeida', 'Becker', 'Bergman', 'Castillo', 'Chen', 'Cooper', 'Dubois', 'Eriksen', 'Farah'],
  ...['Fischer', 'Garcia', 'Gupta', 'Haddad', 'Hughes', 'Ito', 'Jansen', 'Kaya', 'Kowalski', 'Larsen'],
  ...['Lopez', 'Marino', 'Meyer', 'Moreau', 'Murphy', 'Ndiaye', 'Novak', 'Osei', 'Petrov', 'Quinn'],
  ...['Reyes', 'Santos', 'Schmidt', 'Singh', 'Taylor', 'Torres', 'Vogel', 'Walsh', 'Weber', 'Yilmaz'],
];

/** Who is asked in each account. */
const CAPACITIES_ASKED: Capacity[] = [
  ...(['decision_maker', 'champion', 'manager', 'manager', 'team_member', 'team_member'] as const),
  ...(['team_member', 'team_member', 'end_user', 'end_user', 'end_user', 'end_user'] as const),
];

const PLANS = ['starter', 'team', 'business'];
const COUNTRIES = ['DE', 'FR', 'GB', 'NL', 'PL', 'SE', 'ES', 'US'];

export interface Customer {
  externalId: string;
  name: string;
  properties: { plan: string; seats: number; country: string };
}

export interface Person {
  externalId: string;
  name: string;
  email: string;
  capacity: Capacity;
  account: Customer;
}

/** Forty companies with a dozen people each. */
export function inventPeople(chance: Chance): Person[] {
  const firstName = deck(chance, FIRST_NAMES);
  return COMPANIES.flatMap((name, index) => {
    const account = inventCustomer(chance, name, index);
    const lastName = deck(chance, LAST_NAMES);
    return CAPACITIES_ASKED.map((capacity, place) => {
      const person = `${firstName()} ${lastName()}`;
      const email = emailOf(person, `${account.externalId}.example`);
      return { externalId: `${account.externalId}-${place + 1}`, name: person, email, capacity, account };
    });
  });
}

function inventCustomer(chance: Chance, name: string, index: number): Customer {
  const plan = chance.one(PLANS);
  const seats = Math.ceil(10 * 4 ** PLANS.indexOf(plan) * (0.5 + chance.next()));
  const properties = { plan, seats, country: chance.one(COUNTRIES) };
  return { externalId: `c${100 + index}`, name, properties };
}
