import { v7 } from 'uuid';

/** A new id: a version 7 UUID, so that rows made one after the other lie side by side in every index. */
export function newId(): string {
  return v7();
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text is a UUID in its canonical lower-case form. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text);
}
