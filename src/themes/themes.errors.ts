import { Conflict } from '../platform/errors.js';
import { MAX_LEVELS, type TreeFault } from './theme-tree.js';

export class ThemeKeyTaken extends Conflict {
  constructor(key: string) {
    super('theme.key_taken', `Another theme, in use or retired, has the key "${key}".`);
  }
}

export class TooManyThemes extends Conflict {
  constructor(max: number, which: 'in use' | 'in all') {
    super('theme.too_many', `There are ${max} themes ${which}, which is the most a tenant can have.`);
  }
}

export class ThemeNestedInItself extends Conflict {
  constructor() {
    super('theme.nested_in_itself', 'A theme cannot be a part of itself or of one of its own parts.');
  }
}

export class ThemeNestedTooDeep extends Conflict {
  constructor() {
    super('theme.nested_too_deep', `Themes are nested in at most ${MAX_LEVELS} levels.`);
  }
}

export class ThemeHasParts extends Conflict {
  constructor(id: string, partIds: string[]) {
    super(
      'theme.has_parts',
      `Other themes are nested in the theme ${id}; retire or move them first: ${partIds.join(', ')}.`,
    );
  }
}

export class ThemeAlreadyRetired extends Conflict {
  constructor(id: string) {
    super('theme.already_retired', `The theme ${id} is retired already.`);
  }
}

export class ThemeNotRetired extends Conflict {
  constructor(id: string) {
    super('theme.not_retired', `The theme ${id} is in use.`);
  }
}

export class ThemeMerged extends Conflict {
  constructor(id: string, intoId: string) {
    super('theme.merged', `The theme ${id} was merged into ${intoId}; it does not come back.`, {
      intoThemeId: intoId,
    });
  }
}

export class ThemeMergedIntoItself extends Conflict {
  constructor() {
    super('theme.merged_into_itself', 'A theme cannot be merged into itself.');
  }
}

export class TooManyThemeWords extends Conflict {
  constructor(list: string, count: number, most: number) {
    super(
      'theme.too_many_words',
      `Together they would have ${count} ${list}; a theme can have ${most}. Take some away first.`,
    );
  }
}

export function nestingRefused(fault: TreeFault): Conflict {
  return fault === 'circle' ? new ThemeNestedInItself() : new ThemeNestedTooDeep();
}
