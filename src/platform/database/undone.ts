import { currentTransaction } from './tenant-transaction.js';

/** Runs work within the open tenant transaction and takes back what it wrote. What it found out remains. */
export async function undone<T>(work: () => Promise<T>): Promise<T> {
  const { client } = currentTransaction();
  await client.query('savepoint trial');
  try {
    return await work();
  } finally {
    await client.query('rollback to savepoint trial');
  }
}
