import {
  Controller,
  Get,
  Header,
  HttpCode,
  Post,
  Query,
  Req,
  Res,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { csvLine } from '../platform/csv/write-csv.js';
import { Database } from '../platform/database/database.js';
import { Idempotency } from '../platform/http/idempotency.js';
import { IdParam } from '../platform/http/id-param.js';
import { PageQuery } from '../platform/http/page.js';
import { Caller, type Principal } from '../platform/http/principal.js';
import { Allow, OwnTransaction } from '../platform/http/route.js';
import { TakesFile } from '../platform/http/takes-file.js';
import { ImportFileMissing } from './imports.errors.js';
import { ImportPage, ImportView, orderOf, RejectionPage, StartImport, viewImport } from './imports.dto.js';
import { ImportsService } from './imports.service.js';
import { UploadsService } from './uploads.service.js';

@ApiTags('Imports')
@Controller('v1/imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly uploads: UploadsService,
    private readonly idempotency: Idempotency,
    private readonly database: Database,
  ) {}

  /** Takes a CSV file and imports it in the background. A file that does not arrive whole leaves nothing behind. */
  @Post()
  @HttpCode(202)
  @Allow('import.create')
  @OwnTransaction()
  @TakesFile()
  async start(
    @Query() query: StartImport,
    @Caller() { tenantId, actor }: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImportView> {
    const file = fileIn(request);
    const inTenant = <T>(work: () => Promise<T>) => this.database.inTenant(tenantId, work, { actor });
    const run = await inTenant(() => this.imports.open(orderOf(query), null));
    try {
      const sha256 = await this.uploads.keep(run, file);
      const finish = async () => viewImport(await this.uploads.finish(run.id));
      // The stream is used up; what tells this body from another is its digest.
      request.body = { sha256 };
      const view = (await inTenant(() => this.idempotency.once(request, reply, finish))) as ImportView;
      if (view.id !== run.id) await this.uploads.discard(run);
      reply.header('location', `/v1/imports/${view.id}`);
      return view;
    } catch (error) {
      await this.uploads.discard(run);
      throw error;
    }
  }

  /** Lists imports, oldest first. */
  @Get()
  @Allow('import.read')
  async list(@Query() query: PageQuery): Promise<ImportPage> {
    const { items, next } = await this.imports.list(query);
    return { items: items.map(viewImport), next };
  }

  /** Reads one import: how far it is, how its columns were understood and what became of its rows. */
  @Get(':id')
  @Allow('import.read')
  async get(@IdParam('import') id: string): Promise<ImportView> {
    return viewImport(await this.imports.get(id));
  }

  /** Lists the rows that could not be taken in, by line; of a very wrong file the first 10,000. */
  @Get(':id/rejections')
  @Allow('import.read')
  rejections(@IdParam('import') id: string, @Query() query: PageQuery): Promise<RejectionPage> {
    return this.imports.rejections(id, query);
  }

  /** The rows that could not be taken in, as CSV. */
  @Get(':id/rejections.csv')
  @Allow('import.read')
  @Header('content-type', 'text/csv; charset=utf-8')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async rejectionsCsv(@IdParam('import') id: string): Promise<string> {
    const rows = await this.imports.allRejections(id);
    return [['line', 'column', 'reason'], ...rows.map(({ line, column, reason }) => [line, column, reason])]
      .map(csvLine)
      .join('');
  }
}

function fileIn({ body }: FastifyRequest): Readable {
  if (body instanceof Readable) return body;
  if (body == null) throw new ImportFileMissing();
  throw new UnsupportedMediaTypeException('Send the file as text/csv.');
}
