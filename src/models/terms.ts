/** How a tenant has an external model called. Amounts are in millionths of the currency's unit. */
export interface ModelTerms {
  /** Of an OpenAI-compatible API: `/chat/completions` is appended. */
  baseUrl: string;
  model: string;
  /** For one request, in milliseconds. */
  timeoutMs: number;
  /** How often a request that failed is tried again. */
  retries: number;
  /** ISO 4217. */
  currency: string;
  monthlyCeilingMicros: number;
  /** Price of a million tokens sent. */
  inputPriceMicros: number;
  /** Price of a million tokens answered. */
  outputPriceMicros: number;
  enabled: boolean;
}

/** Who analyses, as it is kept with an analysis: `api.example.com/model-1`. */
export function analyzerName({ baseUrl, model }: Pick<ModelTerms, 'baseUrl' | 'model'>): string {
  return `${new URL(baseUrl).host}/${model}`;
}
