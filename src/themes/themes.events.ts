import { Fact } from '../platform/events/event.js';

@Fact('theme.added', { published: true })
export class ThemeAdded {
  constructor(readonly themeId: string) {}
}

@Fact('theme.changed', { published: true })
export class ThemeChanged {
  constructor(readonly themeId: string) {}
}

@Fact('theme.retired', { published: true })
export class ThemeRetired {
  constructor(readonly themeId: string) {}
}

@Fact('theme.restored', { published: true })
export class ThemeRestored {
  constructor(readonly themeId: string) {}
}

@Fact('theme.merged', { published: true })
export class ThemeMergedInto {
  constructor(
    readonly themeId: string,
    readonly intoThemeId: string,
  ) {}
}
