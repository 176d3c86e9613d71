/** Values remembered for a while in this process, so that a hot path need not ask the database each time. */
export class Remembered<V> {
  private readonly entries = new Map<string, { value: V; until: number }>();

  constructor(
    private readonly forMs: number,
    private readonly limit: number,
  ) {}

  get(key: string): V | undefined {
    const entry = this.entries.get(key);
    return entry && entry.until > performance.now() ? entry.value : undefined;
  }

  set(key: string, value: V): void {
    if (this.entries.size >= this.limit) this.entries.clear();
    this.entries.set(key, { value, until: performance.now() + this.forMs });
  }

  clear(): void {
    this.entries.clear();
  }
}
