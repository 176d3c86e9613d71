import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { type Page, type PageFrame, pageOf } from './page.js';

const STYLE = readFileSync(join(import.meta.dirname, 'page.css'), 'utf8');

/** The pages that people meet who are asked: all of one look, in the colours of who asks. */
@Injectable()
export class PagesService {
  /** `content` is HTML, `script` what runs on the page, if anything does. */
  page(frame: PageFrame, content: string, script: string | null = null): Page {
    return pageOf(frame, content, { style: STYLE, script });
  }
}
