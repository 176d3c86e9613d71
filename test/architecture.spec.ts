import { readdirSync } from 'node:fs';
import ts from 'typescript';
import { ACTIONS } from '../src/tenants/permissions.js';
import { impuritiesOf } from './support/purity.js';
import {
  callsOf,
  namesIn,
  nodesIn,
  type SourceFile,
  sourceFiles,
  textBehind,
} from './support/source-files.js';

/** Layers around the modules: they may use everything, and nothing of the business uses them. */
const OUTER_LAYERS = ['commands', 'demo', 'launch'];

/** The layers of a module; a file without one of these suffixes is pure. */
const LAYERS = /^(module|controller|guard|service|entity|queries|dto|events|errors|reactions)$/;

/** What a module shows to those after it, beside its pure files. */
const SHOWN = /^(events|service)$/;

/** Whoever starts processes hands their settings on; everybody else is given a `Config`. */
const READERS_OF_THE_ENVIRONMENT = [
  'src/commands/command.ts',
  'src/commands/migrate.ts',
  'src/config.ts',
  'src/platform/embedded/processes.ts',
  'src/start.ts',
];

const DATABASE_INTERNALS =
  /^(DataSource|EntityManager|QueryRunner|(get|Inject)Repository|createQuery(Runner|Builder)|Inject(DataSource|EntityManager))$/;

const files = sourceFiles('src');
const byPath = new Map(files.map((file) => [file.path, file]));
const line = lineOf(byPath.get('src/app.module.ts')!);
const modules = files.filter(({ folder }) => folder !== null && line.includes(folder));
const platform = files.filter(({ folder }) => folder === 'platform');

describe('the line of modules', () => {
  it('holds every folder of the business', () => {
    const folders = new Set(files.flatMap(({ folder }) => folder ?? []));
    const business = [...folders].filter((folder) => ![...OUTER_LAYERS, 'platform'].includes(folder));
    expect([...line].sort()).toEqual(business);
  });

  it('is what modules import along: from those before them, and from the platform', () => {
    const isBefore = (from: SourceFile, to: SourceFile) =>
      to.folder !== null && line.includes(to.folder) && line.indexOf(to.folder) <= line.indexOf(from.folder!);
    expect(importsThat(modules, (from, to) => !isBefore(from, to) && !isGround(to))).toEqual([]);
  });

  it('is unknown to the platform', () => {
    expect(importsThat(platform, (_from, to) => !isGround(to))).toEqual([]);
  });

  it('shows of each module its events, its services, its pure files and how requests refer to its rows', () => {
    const isShown = (from: SourceFile, to: SourceFile) =>
      to.suffix === null ||
      to.path.endsWith('-reference.dto.ts') ||
      SHOWN.test(to.suffix) ||
      (to.suffix === 'module' && from.suffix === 'module');
    const hidden = (from: SourceFile, to: SourceFile) =>
      !isGround(to) && from.folder !== to.folder && !isShown(from, to);
    expect(importsThat(modules, hidden)).toEqual([]);
  });
});

describe('a file of a module', () => {
  it('lies flat in its folder and says its layer by its suffix', () => {
    const isPlaced = ({ path, suffix }: SourceFile) =>
      path.split('/').length === 3 && (suffix === null || LAYERS.test(suffix));
    expect(pathsOf(modules.filter((file) => !isPlaced(file)))).toEqual([]);
  });

  it('is pure when it has no suffix: no layer, package, input, output, clock or chance', () => {
    const pure = modules.filter(({ suffix }) => suffix === null);
    const found = pure.flatMap((file) => impuritiesOf(file, byPath).map((why) => `${file.path} ${why}`));
    expect(found).toEqual([]);
  });
});

describe('the database', () => {
  it('is met through TypeORM and connections only where its door is made', () => {
    const beyond = files.filter(({ path }) => !/^src\/platform\/(database|events)\//.test(path));
    expect(pathsOf(beyond.filter((file) => namesIn(file, DATABASE_INTERNALS).length > 0))).toEqual([]);
  });

  it('is reached by everybody else in a tenant transaction', () => {
    const beyond = files.filter(({ folder }) => folder !== 'platform');
    const around = beyond.filter(
      (file) =>
        namesIn(file, /^withoutTenant$/).length > 0 ||
        callsOf('query', file).some(({ receiver }) => !isDatabase(receiver)),
    );
    expect(pathsOf(around)).toEqual([]);
  });

  it('is told the tenant by every query', () => {
    const forgetful = files.filter((file) =>
      callsOf('query', file).some(
        ({ receiver, argument }) => isDatabase(receiver) && !/\$1(?!\d)/.test(textBehind(argument!, file)),
      ),
    );
    expect(pathsOf(forgetful)).toEqual([]);
  });
});

it('the environment is read by few', () => {
  const readers = files.filter(({ tree }) =>
    nodesIn(tree, ts.isPropertyAccessExpression).some((access) => access.getText() === 'process.env'),
  );
  expect(pathsOf(readers)).toEqual(READERS_OF_THE_ENVIRONMENT);
});

it('every route asks for a known permission or is declared public', () => {
  const routes = files.flatMap((file) =>
    nodesIn(file.tree, ts.isMethodDeclaration)
      .map((method) => ({ name: `${file.path} ${method.name.getText()}`, decorators: decoratorsOf(method) }))
      .filter(({ decorators }) => decorators.some((text) => /^(Get|Post|Put|Patch|Delete|All)\(/.test(text))),
  );
  expect(routes.length).toBeGreaterThan(0);
  expect(routes.filter(({ decorators }) => !decorators.some(isPermission))).toEqual([]);
});

describe('a migration', () => {
  const names = readdirSync(new URL('../migrations', import.meta.url)).filter((name) => name.endsWith('.ts'));

  it.each(names)('%s is called by its time and goes only forward', async (name) => {
    const [, timestamp, words] = /^(\d{13})-([a-z0-9-]+)\.ts$/.exec(name)!;
    const exported = (await import(`../migrations/${name}`)) as Record<string, new () => Migration>;
    const className =
      words!.replace(/(?:^|-)(.)/g, (_dashed, letter: string) => letter.toUpperCase()) + timestamp;
    expect(Object.keys(exported)).toEqual([className]);
    await expect(async () => new exported[className]!().down()).rejects.toThrow(
      'Migrations only go forward.',
    );
  });
});

interface Migration {
  down(): Promise<void>;
}

/** The modules' folders in the order of `MODULES`. */
function lineOf({ tree }: SourceFile): string[] {
  const names = /MODULES = \[([^\]]*)\]/.exec(tree.text)![1]!.match(/\w+/g) ?? [];
  return names.map((name) => files.find((file) => file.tree.text.includes(`export class ${name} `))!.folder!);
}

/** What everybody may import: the platform, and the shape of the settings. */
function isGround({ folder, path }: SourceFile): boolean {
  return folder === 'platform' || path === 'src/config.ts';
}

function isDatabase(receiver: string): boolean {
  return /\bdatabase$/.test(receiver);
}

function importsThat(from: SourceFile[], is: (from: SourceFile, to: SourceFile) => boolean): string[] {
  return from.flatMap((file) =>
    file.imports
      .flatMap((name) => byPath.get(name) ?? [])
      .filter((to) => is(file, to))
      .map((to) => `${file.path} imports ${to.path}`),
  );
}

function decoratorsOf(method: ts.MethodDeclaration): string[] {
  return (ts.getDecorators(method) ?? []).map(({ expression }) => expression.getText());
}

function isPermission(decorator: string): boolean {
  return decorator === 'Public()' || ACTIONS.some((action) => decorator === `Allow('${action}')`);
}

function pathsOf(found: SourceFile[]): string[] {
  return found.map(({ path }) => path);
}
