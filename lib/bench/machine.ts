import { readFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, platform } from 'node:os';
import { setTimeout } from 'node:timers/promises';

/** What the figures were measured on, in words. */
export const machineText = (): string =>
  `${availableParallelism()} cores (${cpus()[0]?.model.trim() || 'unknown'}), ${platform()} ${arch()}`;

const LOOK_MS = 3_000;

/** The share of all cores that is busy while nothing is measured, 0 to 1; known on Linux alone. */
export async function otherWork(): Promise<number | null> {
  const before = ticks();
  if (before === null) return null;
  await setTimeout(LOOK_MS);
  const after = ticks();
  if (after === null) return null;
  return Number((1 - (after.idle - before.idle) / (after.all - before.all)).toFixed(3));
}

function ticks(): { idle: number; all: number } | null {
  if (platform() !== 'linux') return null;
  const [, ...fields] = readFileSync('/proc/stat', 'utf8').split('\n', 1)[0]?.split(/\s+/) ?? [];
  const numbers = fields.slice(0, 8).map(Number);
  // Idle, and waiting for a disk.
  return { idle: (numbers[3] ?? 0) + (numbers[4] ?? 0), all: numbers.reduce((sum, each) => sum + each, 0) };
}
