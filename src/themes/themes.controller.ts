import { Body, Controller, Delete, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdParam } from '../platform/http/id-param.js';
import { IfMatch } from '../platform/http/if-match.js';
import { Allow } from '../platform/http/route.js';
import { TaxonomyService } from './taxonomy.service.js';
import { ThemeMergingService } from './theme-merging.service.js';
import { AddTheme, ChangeTheme, MergeTheme, ThemeView, viewTheme } from './themes.dto.js';
import { ThemesService } from './themes.service.js';

@ApiTags('Themes')
@Controller('v1/themes')
export class ThemesController {
  constructor(
    private readonly themes: ThemesService,
    private readonly taxonomy: TaxonomyService,
    private readonly merging: ThemeMergingService,
  ) {}

  /** Adds a theme, which is looked for in whatever is analysed from now on. */
  @Post()
  @Allow('theme.manage')
  async add(@Body() body: AddTheme): Promise<ThemeView> {
    return viewTheme(await this.taxonomy.add(body));
  }

  /** Reads one theme with the words it is found by. */
  @Get(':id')
  @Allow('theme.read')
  async get(@IdParam('theme') id: string): Promise<ThemeView> {
    return viewTheme(await this.themes.get(id));
  }

  /** Renames a theme, nests it elsewhere, or changes the words it is found by. */
  @Patch(':id')
  @Allow('theme.manage')
  async change(
    @IdParam('theme') id: string,
    @Body() body: ChangeTheme,
    @IfMatch() version: number | undefined,
  ): Promise<ThemeView> {
    return viewTheme(await this.taxonomy.change(id, body, version));
  }

  /** Takes a theme out of use; what it was found in keeps it. */
  @Post(':id/retirement')
  @Allow('theme.manage')
  async retire(@IdParam('theme') id: string): Promise<ThemeView> {
    return viewTheme(await this.taxonomy.retire(id));
  }

  /** Takes a retired theme into use again. */
  @Delete(':id/retirement')
  @Allow('theme.manage')
  async restore(@IdParam('theme') id: string): Promise<ThemeView> {
    return viewTheme(await this.taxonomy.restore(id));
  }

  /** Merges a theme into another, for good. Its words and its mentions go to the other, which is returned. */
  @Post(':id/merge')
  @Allow('theme.manage')
  async merge(@IdParam('theme') id: string, @Body() body: MergeTheme): Promise<ThemeView> {
    return viewTheme(await this.merging.merge(id, body.into));
  }
}
