import { execFileSync, spawn, spawnSync, type SpawnOptions } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { SystemUser } from './unprivileged-user.js';

const WINDOWS = process.platform === 'win32';

/** Room for what a failed command has to say; the end of it is what explains the failure. */
const OUTPUT_LIMIT_CHARS = 64_000;

export interface RunOptions {
  as?: SystemUser | undefined;
  cwd?: string;
  env?: Record<string, string>;
  /** For programs that leave a daemon behind, which would keep a pipe open for ever. */
  silent?: boolean;
}

/** Runs a command to its end and returns its standard output; a failure is thrown with what it printed. */
export function run(command: string, args: string[], options: RunOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...spawnOptions(options),
      stdio: options.silent ? 'ignore' : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let errors = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr
      ?.setEncoding('utf8')
      .on('data', (text: string) => (errors = (errors + text).slice(-OUTPUT_LIMIT_CHARS)));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) return resolve(output);
      reject(new Error(`${command} ended with ${signal ?? `status ${code}`}\n${errors.trim()}`.trim()));
    });
  });
}

/** What every program is started with: its user, a folder that user may enter, and a plain locale. */
export function spawnOptions({ as, cwd, env }: RunOptions): SpawnOptions {
  return { ...as, cwd: cwd ?? '/', env: { ...process.env, LC_ALL: 'C', ...env }, windowsHide: true };
}

export interface ProcessDescription {
  /** Tells a process from a later one that was given the same number. */
  startedAt: string;
  command: string;
}

/**
 * The running process with this number; undefined when there is none, or only its zombie. Throws when it
 * cannot tell, for a server wrongly taken for dead would be started twice on the same data.
 */
export function describeProcess(pid: number): ProcessDescription | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (process.platform === 'linux') return describeFromProc(pid);
  return WINDOWS ? describeFromPowerShell(pid) : describeFromPs(pid);
}

function describeFromProc(pid: number): ProcessDescription | undefined {
  const stat = readProc(`/proc/${pid}/stat`);
  // The second field is the program's name in brackets and may hold spaces; proc(5) numbers from one.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, startedAt] = [fields[0], fields[19]];
  if (state === 'Z' || state === 'X' || startedAt === undefined) return undefined;
  return { startedAt, command: readProc(`/proc/${pid}/cmdline`).replaceAll('\0', ' ') };
}

/** A file of a process that is gone, even since a moment ago, reads as empty. */
function readProc(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return '';
    throw error;
  }
}

function describeFromPs(pid: number): ProcessDescription | undefined {
  const ps = (column: string) => {
    const result = spawnSync('ps', ['-ww', '-o', `${column}=`, '-p', String(pid)], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    });
    if (result.error) throw result.error;
    return result.stdout.trim(); // empty when there is no such process
  };
  const state = ps('stat');
  if (state === '' || state.startsWith('Z')) return undefined;
  return { startedAt: ps('lstart'), command: ps('command') };
}

function describeFromPowerShell(pid: number): ProcessDescription | undefined {
  const query =
    `$p = Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}'; ` +
    'if ($p) { $p.CreationDate.Ticks; $p.CommandLine }';
  const [startedAt, command = ''] = execFileSync('powershell', ['-NoProfile', '-Command', query], {
    encoding: 'utf8',
    windowsHide: true,
  }).split(/\r?\n/);
  return startedAt ? { startedAt, command } : undefined;
}

/** Where a program lies on the PATH. */
export function findProgram(name: string): string | undefined {
  const file = WINDOWS ? `${name}.exe` : name;
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, file))
    .find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
