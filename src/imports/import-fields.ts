import { plainName, WantedField } from '../platform/csv/match-header.js';

/** What a column of an import may hold; a column that holds none of these is kept as a property. */
export type ImportField =
  | 'score'
  | 'comment'
  | 'date'
  | 'externalId'
  | 'contact.externalId'
  | 'contact.email'
  | 'contact.name'
  | 'contact.capacity'
  | 'contact.timeZone'
  | 'account.externalId'
  | 'account.name'
  | 'language'
  | 'channel';

/** Each field of a response with what exports call it in English, German, French and Spanish. */
export const RESPONSE_FIELDS: readonly WantedField<ImportField>[] = [
  loosely(
    'score',
    'nps, nps score, csat, csat score, ces, rating, Bewertung, Punktzahl, note, puntuación, calificación',
  ),
  loosely(
    'comment',
    'comments, feedback, verbatim, free text, customer comment, additional comments, Kommentar, Anmerkung, ' +
      'Rückmeldung, commentaire, remarque, comentario, comentarios',
  ),
  loosely(
    'date',
    'responded at, response date, answered at, submitted at, submission date, completed at, created at, ' +
      'timestamp, Datum, Antwortdatum, date de réponse, fecha, fecha de respuesta',
  ),
  exactly(
    'externalId',
    'response id, comment id, feedback id, submission id, Antwort-ID, id réponse, id respuesta',
  ),
  exactly(
    'contact.externalId',
    'contact id, customer id, respondent id, user id, Kundennummer, id client, id cliente',
  ),
  loosely(
    'contact.email',
    'email, email address, customer email, E-Mail-Adresse, adresse e-mail, correo electrónico',
  ),
  exactly(
    'contact.name',
    'name, full name, customer name, respondent, Kundenname, nom, nom du client, nombre',
  ),
  exactly('contact.capacity', 'capacity'),
  exactly(
    'account.externalId',
    'account id, company id, organization id, organisation id, Firmen-ID, id entreprise, id empresa',
  ),
  exactly(
    'account.name',
    'account, company, company name, organization, organisation, Firma, entreprise, société, empresa',
  ),
  loosely('language', 'locale, Sprache, langue, idioma'),
  loosely('channel', 'survey channel, response channel, Kanal, canal'),
];

/**
 * What a list of contacts holds of these, and where they live: beside a response, a time zone may as well be that of
 * the server which wrote the file.
 */
export const CONTACT_FIELDS: readonly WantedField<ImportField>[] = [
  ...RESPONSE_FIELDS.filter(({ field }) => /^(contact|account)\./.test(field) || field === 'language'),
  exactly('contact.timeZone', 'time zone, timezone, Zeitzone, fuseau horaire, zona horaria, huso horario'),
];

/** For words of the trade, where a header that is nearly the same is a slip. */
function loosely(field: ImportField, synonyms: string): WantedField<ImportField> {
  return { field, synonyms: synonyms.split(', '), allowsNearMiss: true };
}

/** For names and ids, where it is often that of something else: a contract is no contact. */
function exactly(field: ImportField, synonyms: string): WantedField<ImportField> {
  return { field, synonyms: synonyms.split(', '), allowsNearMiss: false };
}

/** The one of these fields with this name, whatever its case and punctuation; null when there is none. */
export function fieldNamed(name: string, fields: readonly WantedField<ImportField>[]): ImportField | null {
  const plain = plainName(name);
  const called = plain === 'respondedat' ? 'date' : plain;
  return fields.find(({ field }) => plainName(field) === called)?.field ?? null;
}
