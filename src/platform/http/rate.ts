const WINDOW_MS = 60_000;

/** Counts what each caller asks for, by the minute. It forgets everybody when there are too many to remember. */
export class Rate {
  private readonly counts = new Map<string, number>();
  private windowStart = 0;

  constructor(
    private readonly perMinute: number,
    private readonly rememberedCallers: number,
  ) {}

  /** Counts one more request of this caller; whether it is still within the rate. */
  takes(caller: string, nowMs: number): boolean {
    if (nowMs - this.windowStart >= WINDOW_MS || this.counts.size >= this.rememberedCallers) {
      this.counts.clear();
      this.windowStart = nowMs;
    }
    const count = (this.counts.get(caller) ?? 0) + 1;
    this.counts.set(caller, count);
    return count <= this.perMinute;
  }
}
