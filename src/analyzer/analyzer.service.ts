import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { Analysis, ThemeToFind, Verbatim } from './analysis.js';
import { analyze } from './analyze.js';
import type { GuessLanguage } from './language.js';
import { EmbeddedModel } from './model.js';
import { readableOf } from './readable.js';
import { ThemeFinder } from './theme-finder.js';

const FOLDER = 'models';
const FILE = 'analysis-en.bin';

/** Says what verbatims say, in this process and without any outside service. Holds no state but what it has loaded. */
@Injectable()
export class AnalyzerService {
  private loading: Promise<void> | null = null;
  private loaded: EmbeddedModel | null = null;
  private guessLanguage: GuessLanguage | null = null;

  /** Loads what `analyze` needs, once. Whoever analyses waits for it; other processes are spared its time and memory. */
  load(): Promise<void> {
    return (this.loading ??= this.loadAll());
  }

  /** Which model judges; results of different versions are not to be compared. */
  get version(): string {
    return this.model.version;
  }

  /** What each verbatim says, in their order. Takes about a fifth of a millisecond for a usual one, and blocks meanwhile. */
  analyze(verbatims: readonly Verbatim[], finder: ThemeFinder): Analysis[] {
    const means = { model: this.model, finder, guessLanguage: this.guessLanguage! };
    return verbatims.map((verbatim) => analyze(verbatim, means));
  }

  /** Takes some microseconds for each word, phrase and example of a theme that is not built in. */
  finderOf(themes: readonly ThemeToFind[]): ThemeFinder {
    return new ThemeFinder(themes, (text) => this.vectorOf(text, null));
  }

  /** Of length 1, or 0 for a text the model knows nothing of; alike for texts that mean about the same. */
  vectorOf(text: string, question: string | null): Float32Array {
    return this.model.read(readableOf(text), question).judge().vector;
  }

  private async loadAll(): Promise<void> {
    // The smallest of its tables: the others take twice the memory to be right a few times more in a thousand.
    const { eld } = await import('eld/extrasmall');
    this.guessLanguage = (text) => {
      const guess = eld.detect(text);
      return { code: guess.language, isReliable: guess.isReliable() };
    };
    void this.model;
  }

  /** Texts have vectors also in a process that does not analyse; it loads the model when the first is asked for. */
  private get model(): EmbeddedModel {
    return (this.loaded ??= EmbeddedModel.parse(readFileSync(modelPath())));
  }
}

/** Built files lie one folder deeper than their sources. */
function modelPath(): string {
  const places = ['../..', '../../..'].map((up) => join(import.meta.dirname, up, FOLDER, FILE));
  return places.find((path) => existsSync(path)) ?? places[0]!;
}
