import type { LoggerService } from '@nestjs/common';
import { pino, type Logger as Pino } from 'pino';
import { ambient } from './database/tenant-transaction.js';

/** Nest's own account of its start; of interest only when it goes wrong. */
const START_UP_CONTEXTS = [
  'InstanceLoader',
  'RouterExplorer',
  'RoutesResolver',
  'NestFactory',
  'NestApplication',
];

type Level = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal';

/** The process's JSON log. A line written inside a tenant transaction names its tenant. */
export function createLog(level: string): Pino {
  return pino({
    level,
    base: { service: 'heed' },
    formatters: { level: (label) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
    // An error's `detail`, `parameters` and `query` can hold what a person wrote.
    serializers: {
      err: ({ name, message, code, stack }: Error & { code?: string }) => ({ name, message, code, stack }),
    },
    mixin: () => {
      const tenantId = ambient.getStore()?.tenantId;
      return tenantId ? { tenantId } : {};
    },
  });
}

/** Lets Nest, and every `new Logger('Name')`, write to the log; a message may be an object with a `message`. */
export class NestLog implements LoggerService {
  log = this.at('info');
  error = this.at('error');
  warn = this.at('warn');
  debug = this.at('debug');
  verbose = this.at('trace');
  fatal = this.at('fatal');

  constructor(private readonly pino: Pino) {}

  private at(level: Level) {
    return (message: unknown, ...rest: unknown[]): void => {
      const context = rest.pop();
      const quiet = level === 'info' && START_UP_CONTEXTS.includes(String(context));
      if (typeof message === 'object' && message !== null) {
        const { message: text, ...fields } = message as { message?: string };
        this.pino[quiet ? 'debug' : level]({ context, ...fields }, text);
      } else {
        this.pino[quiet ? 'debug' : level](
          { context, ...(rest[0] ? { stack: rest[0] } : {}) },
          String(message),
        );
      }
    };
  }
}
