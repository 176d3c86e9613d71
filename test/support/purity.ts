import { isBuiltin } from 'node:module';
import ts from 'typescript';
import { namesIn, nodesIn, type SourceFile } from './source-files.js';

const INPUT_AND_OUTPUT =
  /^node:(fs|net|http|https|http2|tls|dns|dgram|child_process|worker_threads|timers|os|process)(\/|$)/;
const CLOCK_AND_CHANCE =
  /^(random(Bytes|UUID|Int|FillSync)|getRandomValues|process|performance|fetch|set(Timeout|Interval|Immediate))$/;

/** Packages that are nothing but functions of their arguments. */
const PURE_PACKAGES = new Set(['ghtml']);

/** Why a file is not pure: what it reads beside its arguments, or an import that is not pure itself. */
export function impuritiesOf(file: SourceFile, byPath: Map<string, SourceFile>): string[] {
  const imported = file.imports.flatMap((name) => {
    const target = byPath.get(name);
    if (!target) return isPurePackage(name) ? [] : [`imports ${name}`];
    return isPure(target, byPath) ? [] : [`imports ${name}, which is not pure`];
  });
  return [...imported, ...clockAndChance(file)];
}

function isPurePackage(name: string): boolean {
  return PURE_PACKAGES.has(name) || (isBuiltin(name) && !INPUT_AND_OUTPUT.test(name));
}

function isPure(file: SourceFile, byPath: Map<string, SourceFile>): boolean {
  return file.suffix === null && impuritiesOf(file, byPath).length === 0;
}

function clockAndChance(file: SourceFile): string[] {
  const now = nodesIn(file.tree, ts.isNewExpression).filter(
    ({ expression, arguments: given }) => expression.getText() === 'Date' && !given?.length,
  );
  const calls = nodesIn(file.tree, ts.isPropertyAccessExpression).filter((access) =>
    ['Date.now', 'Math.random'].includes(access.getText()),
  );
  const names = namesIn(file, CLOCK_AND_CHANCE);
  return [...new Set([...now, ...calls].map((node) => node.getText())), ...new Set(names)].map(
    (what) => `uses ${what}`,
  );
}
