import { Body, Controller, Get, HttpCode, Patch, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ExternalIdParam } from '../platform/http/external-id-param.js';
import { IdParam } from '../platform/http/id-param.js';
import { IfMatch } from '../platform/http/if-match.js';
import { Allow } from '../platform/http/route.js';
import {
  ContactBody,
  ContactFilter,
  ContactPage,
  ContactView,
  UpsertContact,
  UpsertContacts,
  UpsertedContactsView,
  viewContact,
} from './contacts.dto.js';
import { ContactsService } from './contacts.service.js';

@ApiTags('Contacts')
@Controller('v1/contacts')
export class ContactsController {
  constructor(private readonly contacts: ContactsService) {}

  /** Lists the people you ask, in the order they were added. */
  @Get()
  @Allow('account.read')
  async list(@Query() query: ContactFilter): Promise<ContactPage> {
    const { items, next } = await this.contacts.list(query);
    return { items: items.map(viewContact), next };
  }

  /** Adds a contact: at least one of external id, e-mail and name is needed. */
  @Post()
  @Allow('account.write')
  async add(@Body() body: ContactBody): Promise<ContactView> {
    return viewContact(await this.contacts.add(body));
  }

  /**
   * Adds or adds to up to 1,000 contacts and their accounts, all or none. Each is found by `contactId`, else
   * `externalId`, else `email`; a name alone is always somebody new.
   */
  @Post('bulk')
  @HttpCode(200)
  @Allow('account.write')
  async upsertAll(@Body() { contacts }: UpsertContacts): Promise<UpsertedContactsView> {
    return { items: await this.contacts.upsertAll(contacts, (i) => `/contacts/${i}`) };
  }

  /** Reads one contact. */
  @Get(':id')
  @Allow('account.read')
  async get(@IdParam('contact') id: string): Promise<ContactView> {
    return viewContact(await this.contacts.get(id));
  }

  /** Changes a contact. */
  @Patch(':id')
  @Allow('account.write')
  async change(
    @IdParam('contact') id: string,
    @Body() body: ContactBody,
    @IfMatch() version: number | undefined,
  ): Promise<ContactView> {
    return viewContact(await this.contacts.change(id, body, version));
  }

  /** Adds the contact with this external id, or adds to what is known of them. */
  @Put('external/:externalId')
  @Allow('account.write')
  @ApiOkResponse({ type: ContactView })
  @ApiCreatedResponse({ type: ContactView })
  async upsert(
    @ExternalIdParam() externalId: string,
    @Body() body: UpsertContact,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ContactView> {
    const { contact, created } = await this.contacts.upsert({ ...body, externalId });
    reply.status(created ? 201 : 200);
    return viewContact(contact);
  }
}
