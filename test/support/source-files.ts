import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix, sep } from 'node:path';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '../..');

/** One file of the sources, read for the rules of the architecture. */
export interface SourceFile {
  /** From the project's folder, such as `src/tasks/task.entity.ts`. */
  path: string;
  /** The first folder below `src`: a module, `platform` or an outer layer; null for files of `src` itself. */
  folder: string | null;
  /** The layer: `entity` of `task.entity.ts`; null of `sla.ts`. */
  suffix: string | null;
  tree: ts.SourceFile;
  /** Paths of our own files; anything else as it is written. Types count as well. */
  imports: string[];
}

/** Every TypeScript file below a folder of the project, specs left out. */
export function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map((name) => readSource(posix.join(folder, name.replaceAll(sep, '/'))))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** All nodes of one kind, in the order of the text. */
export function nodesIn<T extends ts.Node>(tree: ts.Node, is: (node: ts.Node) => node is T): T[] {
  const below: T[] = [];
  ts.forEachChild(tree, (child) => void below.push(...nodesIn(child, is)));
  return is(tree) ? [tree, ...below] : below;
}

/** The names a file uses that match. */
export function namesIn({ tree }: SourceFile, pattern: RegExp): string[] {
  return nodesIn(tree, ts.isIdentifier).flatMap(({ text }) => (pattern.test(text) ? [text] : []));
}

export interface MethodCall {
  /** What the method is called on, such as `this.database`. */
  receiver: string;
  /** The first argument. */
  argument: ts.Expression | undefined;
}

/** The calls of a method by its name, whatever it is called on. */
export function callsOf(method: string, { tree }: SourceFile): MethodCall[] {
  return nodesIn(tree, ts.isCallExpression).flatMap(({ expression, arguments: [argument] }) =>
    ts.isPropertyAccessExpression(expression) && expression.name.text === method
      ? [{ receiver: expression.expression.getText(), argument }]
      : [],
  );
}

/** The text of an expression and of whatever the file declares under the names it uses, and so on. */
export function textBehind(expression: ts.Node, file: SourceFile, seen = new Set<string>()): string {
  const names = nodesIn(expression, ts.isIdentifier).map(({ text }) => text);
  const declarations = nodesIn(file.tree, isDeclaration).filter(
    ({ name }) => name && names.includes(name.getText()) && !seen.has(name.getText()),
  );
  for (const { name } of declarations) seen.add(name!.getText());
  return [expression.getText(), ...declarations.map((node) => textBehind(node, file, seen))].join('\n');
}

function isDeclaration(
  node: ts.Node,
): node is ts.VariableDeclaration | ts.FunctionDeclaration | ts.MethodDeclaration {
  return ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node);
}

function readSource(path: string): SourceFile {
  const tree = ts.createSourceFile(
    path,
    readFileSync(join(ROOT, path), 'utf8'),
    ts.ScriptTarget.ES2023,
    true,
  );
  const [, folder, ...below] = path.split('/');
  return {
    path,
    folder: below.length > 0 ? folder! : null,
    suffix: /^[^.]+\.([^.]+)\.ts$/.exec(basename(path))?.[1] ?? null,
    tree,
    imports: importsIn(tree).map((name) => (name.startsWith('.') ? ourPath(path, name) : name)),
  };
}

function importsIn(tree: ts.SourceFile): string[] {
  return nodesIn(tree, ts.isStringLiteral).flatMap(({ parent, text }) => {
    const isDynamic = ts.isCallExpression(parent) && parent.expression.kind === ts.SyntaxKind.ImportKeyword;
    const isStatic = ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent);
    return isStatic || isDynamic ? [text] : [];
  });
}

function ourPath(from: string, specifier: string): string {
  return posix.join(dirname(from), specifier).replace(/\.js$/, '.ts');
}
