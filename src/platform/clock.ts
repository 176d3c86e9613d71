import { Injectable } from '@nestjs/common';

/** The time, as a thing that can be set in tests. Rows written together share one reading of it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
