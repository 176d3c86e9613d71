import { type DynamicModule, Module } from '@nestjs/common';
import type { Config } from '../config.js';

/** Injection token of the validated settings. */
export const CONFIG = Symbol('config');

@Module({})
export class ConfigModule {
  static of(config: Config): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [{ provide: CONFIG, useValue: config }],
      exports: [CONFIG],
    };
  }
}
