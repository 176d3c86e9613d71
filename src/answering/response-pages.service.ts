import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { LinksService } from '../campaigns/links.service.js';
import type { WaveRecord } from '../campaigns/waves.service.js';
import { currentTransaction } from '../platform/database/tenant-transaction.js';
import { Remembered } from '../platform/remembered.js';
import type { Answer } from '../surveys/answers.js';
import { BrandService } from '../surveys/brand.service.js';
import { categoryOfAnswers } from '../surveys/branching.js';
import { inLanguage, UNSAID_LANGUAGE } from '../surveys/language.js';
import type { Page, PageFrame } from '../surveys/page.js';
import { PagesService } from '../surveys/pages.service.js';
import { filled } from '../surveys/phrases.js';
import { thanksOf } from '../surveys/thanks.js';
import { TenantsService } from '../tenants/tenants.service.js';
import type { Fault } from './faults.js';
import { FIELDS } from './form.js';
import { formContent } from './form-page.js';
import { NOTICE_STATUS, noticeContent, thanksContent } from './notice-page.js';
import { type PageLanguage, pagePhrasesIn } from './page-phrases.js';
import type { NoticeName } from './page-phrases-en.js';
import { ownNameOf, spokenMoment } from './spoken.js';
import type { Refusal, Visit } from './visits.service.js';

const SCRIPT = readFileSync(join(import.meta.dirname, 'response-page.js'), 'utf8');

type Brand = NonNullable<PageFrame['brand']>;

/** How long a tenant's name, colour and logo are believed, in milliseconds. */
const BRAND_BELIEVED_MS = 5_000;
const REMEMBERED_BRANDS = 10_000;

export interface Answered extends Page {
  status: number;
}

/** How a request wants its page. */
export interface Wish {
  /** BCP 47 tags; the one asked for expressly, if any. */
  language: string | null;
  /** What the browser accepts, the favourite first. */
  accepted: string[];
  /** Whether the page is shown in a frame of the tenant's own product. */
  isEmbedded: boolean;
}

export interface Filling {
  answers: Record<string, Answer>;
  passed: ReadonlySet<string>;
  faults: Fault[];
}

/** Puts the pages together that people meet. In the open tenant transaction, where there is one. */
@Injectable()
export class ResponsePagesService {
  private readonly believed = new Remembered<Brand>(BRAND_BELIEVED_MS, REMEMBERED_BRANDS);

  constructor(
    private readonly links: LinksService,
    private readonly tenants: TenantsService,
    private readonly brands: BrandService,
    private readonly pages: PagesService,
  ) {}

  /** The form, filled in as far as answers are known. */
  async form(visit: Visit, wish: Wish, filling: Filling): Promise<Answered> {
    const { definition, language, tag, dir } = this.spoken(visit, wish);
    const frame = await this.frame(visit.wave, wish, { tag, dir, title: definition.questions[0]!.label });
    const sheet = visit.visitor.sheet;
    const content = formContent(
      {
        company: frame.brand.company,
        language,
        languages: languagesOf(visit.survey.definition),
        tag,
        action: this.pathOf(visit, wish, tag),
        keepsAt: visit.wave.isAnonymous ? null : this.pathOf(visit, wish, tag, '/partial'),
        hidden: { [FIELDS.submissions]: String(sheet?.submissions ?? 0) },
        promises: promisesOf(visit, language, tag, frame.brand.company),
      },
      { definition, ...filling, isAnswered: (sheet?.submissions ?? 0) > 0 },
    );
    return { status: filling.faults.length > 0 ? 400 : 200, ...this.pages.page(frame, content, SCRIPT) };
  }

  /** What a person reads who has just sent these answers. */
  async thanks(
    visit: Visit,
    wish: Wish,
    answers: Record<string, Answer>,
    extra: string | null,
  ): Promise<Answered> {
    const { definition, language, tag, dir } = this.spoken(visit, wish);
    const thanks = thanksOf(definition, categoryOfAnswers(definition, answers));
    const title = thanks?.title ?? language.phrases.notices.thanks.title;
    const frame = await this.frame(visit.wave, wish, { tag, dir, title });
    const { company } = frame.brand;
    const changeUrl = visit.wave.isAnonymous ? null : this.changePathOf(visit, wish, tag);
    const promises = promisesOf(visit, language, tag, company).slice(1);
    const content = thanksContent(
      thanks,
      language.phrases,
      { company },
      {
        changeUrl,
        promises,
        extra: extra ?? '',
      },
    );
    return { status: 200, ...this.pages.page({ ...frame, outcome: 'isAnswered' }, content, SCRIPT) };
  }

  /** The language a visitor reads the survey in. */
  languageOf(visit: Visit, wish: Wish): string {
    return this.spoken(visit, wish).tag;
  }

  /** That the answers were sent already, and how to change them. */
  async answered(visit: Visit, wish: Wish): Promise<Answered> {
    const { language, tag, dir } = this.spoken(visit, wish);
    const { title } = language.phrases.notices.answered;
    const frame = await this.frame(visit.wave, wish, { tag, dir, title });
    const values = { company: frame.brand.company, date: dateOf(visit.wave, tag) };
    const content = noticeContent('answered', language.phrases, values, this.changePathOf(visit, wish, tag));
    return { status: 200, ...this.pages.page({ ...frame, outcome: 'isAnswered' }, content, SCRIPT) };
  }

  /** Why there is nothing to answer. */
  async refusal({ notice, wave, visitor }: Refusal, wish: Wish): Promise<Answered> {
    const language = pagePhrasesIn(
      [wish.language, visitor?.language, ...wish.accepted].filter((tag) => tag != null),
    );
    const frame = await this.frame(wave, wish, {
      ...language,
      title: language.phrases.notices[notice].title,
    });
    const date = wave ? dateOf(wave, language.tag, notice) : '';
    const values = { company: frame.brand.company, date };
    const content = noticeContent(notice, language.phrases, values);
    const outcome = notice === 'cast' ? 'isAnswered' : 'isOver';
    return { status: NOTICE_STATUS[notice], ...this.pages.page({ ...frame, outcome }, content, SCRIPT) };
  }

  /** A page that is nobody's: there is no tenant to ask. */
  nobodys(notice: NoticeName, wish: Wish): Answered {
    const language = pagePhrasesIn([wish.language, ...wish.accepted].filter((tag) => tag !== null));
    const title = language.phrases.notices[notice].title;
    const frame: PageFrame = { ...language, title, brand: null, embedding: null };
    return {
      status: NOTICE_STATUS[notice],
      ...this.pages.page(frame, noticeContent(notice, language.phrases, {}), SCRIPT),
    };
  }

  /** A page of a later module, such as of a wave's prize draw: what it says is HTML. */
  async page(
    wave: WaveRecord,
    said: Pick<PageFrame, 'tag' | 'dir' | 'title'>,
    content: string,
  ): Promise<Page> {
    return this.pages.page(await this.frame(wave, { isEmbedded: false }, said), content, SCRIPT);
  }

  private async frame(
    wave: WaveRecord | null,
    { isEmbedded }: Pick<Wish, 'isEmbedded'>,
    said: Pick<PageFrame, 'tag' | 'dir' | 'title'>,
  ): Promise<PageFrame & { brand: Brand }> {
    const brand = await this.brandOf();
    const embedding = isEmbedded ? { origins: wave?.origins ?? [] } : null;
    return { tag: said.tag, dir: said.dir, title: `${said.title} · ${brand.company}`, brand, embedding };
  }

  private async brandOf(): Promise<Brand> {
    const { tenantId } = currentTransaction();
    const known = this.believed.get(tenantId);
    if (known) return known;
    const { name } = await this.tenants.current();
    const brand = { company: name, ...(await this.brands.current()) };
    this.believed.set(tenantId, brand);
    return brand;
  }

  /** The survey in the reader's language, and the page's own words in the same. */
  private spoken({ survey, visitor }: Visit, { language, accepted }: Wish) {
    const known = [language, visitor.sheet?.language, visitor.language].filter((tag) => tag != null);
    const { definition, tag, dir } = inLanguage(survey.definition, [...known, ...accepted]);
    return { definition, tag, dir, language: pagePhrasesIn([tag]) };
  }

  private changePathOf(visit: Visit, wish: Wish, tag: string): string {
    return this.pathOf(visit, wish, tag, '?change');
  }

  /** A language that was asked for goes on being asked for: nothing else remembers it before answers are kept. */
  private pathOf({ link }: Visit, { isEmbedded, language }: Wish, tag: string, rest = ''): string {
    const path = `${isEmbedded ? '/e' : '/r'}/${this.links.tokenOf(link)}${rest}`;
    return language ? `${path}${rest.startsWith('?') ? '&' : '?'}lang=${tag}` : path;
  }
}

/** By the name a reader of it calls it. */
function languagesOf({ language = UNSAID_LANGUAGE, translations = {} }: Visit['survey']['definition']) {
  return [language, ...Object.keys(translations)].map((tag) => ({
    tag,
    name: ownNameOf(tag),
  }));
}

/** Who sees the answers, and until when they can be changed: the first sentence says who. */
function promisesOf(
  { link, wave }: Visit,
  { phrases }: PageLanguage,
  tag: string,
  company: string,
): string[] {
  if (wave.isAnonymous) {
    return [filled(phrases.anonymous, { company, count: wave.minimumGroup }), phrases.unchangeable];
  }
  const seen = link.kind === 'personal' ? phrases.seenWithName : phrases.seenWithoutName;
  return [filled(seen, { company }), filled(phrases.changeableUntil, { date: dateOf(wave, tag) })];
}

/** The moment that matters to the reader, in the campaign's time zone. */
function dateOf(wave: WaveRecord, tag: string, notice?: NoticeName): string {
  const ended = wave.closedAt && wave.closedAt < wave.closesAt ? wave.closedAt : wave.closesAt;
  const date = notice === 'notYet' ? wave.opensAt : ended;
  return spokenMoment(date, tag, wave.timeZone);
}
