import { Body, Controller, Delete, Get, HttpCode, Inject, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.js';
import { CONFIG } from '../platform/config.module.js';
import { IfMatch } from '../platform/http/if-match.js';
import { Allow } from '../platform/http/route.js';
import { bytesOf, TakesImage } from '../platform/http/takes-file.js';
import { type BrandView, SetBrand, viewBrand } from './brand.dto.js';
import { type BrandState, BrandService } from './brand.service.js';
import { MAX_LOGO_BYTES } from './logo-image.js';

@ApiTags('Brand')
@Controller('v1/brand')
export class BrandController {
  constructor(
    private readonly brand: BrandService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Reads how mails and response pages look. */
  @Get()
  @Allow('brand.read')
  async get(): Promise<BrandView> {
    return this.view(await this.brand.get());
  }

  /** Sets the colour. One that a white page swallows is refused with the nearest that it does not. */
  @Put()
  @Allow('brand.manage')
  async set(@Body() body: SetBrand, @IfMatch() version: number | undefined): Promise<BrandView> {
    return this.view(await this.brand.setColour(body.colour, version));
  }

  /** Takes the logo: a PNG, JPEG, WebP or GIF image of at most 100 kB, each side 16 to 2,000 pixels. */
  @Put('logo')
  @Allow('brand.manage')
  @TakesImage()
  async setLogo(@Req() request: FastifyRequest): Promise<BrandView> {
    return this.view(await this.brand.setLogo(await bytesOf(request, MAX_LOGO_BYTES)));
  }

  /** Removes the logo. */
  @Delete('logo')
  @HttpCode(204)
  @Allow('brand.manage')
  removeLogo(): Promise<void> {
    return this.brand.removeLogo();
  }

  private view(brand: BrandState): BrandView {
    return viewBrand(brand, this.config.publicUrl);
  }
}
