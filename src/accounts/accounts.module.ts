import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { TenantsModule } from '../tenants/tenants.module.js';
import { Account } from './account.entity.js';
import { AccountsController } from './accounts.controller.js';
import { AccountRows } from './accounts.queries.js';
import { AccountsService } from './accounts.service.js';
import { Contact } from './contact.entity.js';
import { ContactsController } from './contacts.controller.js';
import { ContactRows } from './contacts.queries.js';
import { ContactsService } from './contacts.service.js';
import { RecognitionService } from './recognition.service.js';

/** The customer companies and the people in them. */
@Module({
  imports: [TypeOrmModule.forFeature([Account, Contact]), TenantsModule],
  controllers: [AccountsController, ContactsController],
  providers: [AccountsService, ContactsService, RecognitionService, AccountRows, ContactRows],
  exports: [AccountsService, ContactsService],
})
export class AccountsModule {}
