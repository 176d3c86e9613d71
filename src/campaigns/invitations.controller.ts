import { Readable } from 'node:stream';
import { Body, Controller, Get, Header, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { IdParam } from '../platform/http/id-param.js';
import { Caller, type Principal } from '../platform/http/principal.js';
import { Allow, OwnTransaction } from '../platform/http/route.js';
import { InvitationsExport } from './invitations-export.service.js';
import {
  InvitationFilter,
  InvitationPage,
  InvitationQuery,
  InvitationView,
  InviteContact,
  viewInvitation,
} from './invitations.dto.js';
import { InvitingService } from './inviting.service.js';
import { type InvitationRecord, InvitationsService } from './invitations.service.js';
import { WavesService } from './waves.service.js';

/** Whoever may invite may as well know the links of those invited. */
const KNOWS_LINKS = 'invitation.create';

@ApiTags('Invitations')
@Controller('v1/waves/:id')
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly inviting: InvitingService,
    private readonly exports: InvitationsExport,
    private readonly waves: WavesService,
  ) {}

  /** Lists the invitations of a wave and how far each is, those who are not asked and why among them. */
  @Get('invitations')
  @Allow('invitation.read')
  async list(
    @IdParam('wave') id: string,
    @Query() query: InvitationQuery,
    @Caller() caller: Principal,
  ): Promise<InvitationPage> {
    await this.waves.get(id);
    const { items, next } = await this.invitations.list(id, query);
    return { items: await this.view(id, items, caller), next };
  }

  /** All invitations of a wave, as CSV. */
  @Get('invitations.csv')
  @Allow('invitation.read')
  @OwnTransaction()
  @Header('content-type', 'text/csv; charset=utf-8')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async csv(
    @IdParam('wave') id: string,
    @Query() filter: InvitationFilter,
    @Caller() { tenantId }: Principal,
  ): Promise<StreamableFile> {
    return new StreamableFile(Readable.from(await this.exports.lines(tenantId, id, filter)));
  }

  /** Reads one invitation. */
  @Get('invitations/:contactId')
  @Allow('invitation.read')
  async get(
    @IdParam('wave') id: string,
    @IdParam('invitation', 'contactId') contactId: string,
    @Caller() caller: Principal,
  ): Promise<InvitationView> {
    await this.waves.get(id);
    const [view] = await this.view(id, [await this.invitations.get(id, contactId)], caller);
    return view!;
  }

  /** Asks one contact by way of your own: answers with their link, or says why they are not asked. */
  @Post('invitations')
  @Allow('invitation.create')
  async invite(
    @IdParam('wave') id: string,
    @Body() { contactId }: InviteContact,
    @Caller() caller: Principal,
  ): Promise<InvitationView> {
    const invitation = await this.inviting.invite(id, contactId.toLowerCase());
    const [view] = await this.view(id, [invitation], caller);
    return view!;
  }

  private async view(
    waveId: string,
    invitations: InvitationRecord[],
    caller: Principal,
  ): Promise<InvitationView[]> {
    const wave = await this.waves.get(waveId);
    const linkOf = caller.may(KNOWS_LINKS) ? this.inviting.linksOf(wave) : () => null;
    return invitations.map((invitation) => viewInvitation(invitation, linkOf(invitation)));
  }
}
