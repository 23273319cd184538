import { readFileSync } from 'node:fs';
import { median } from './quantile';
import type { MeasuredServer } from './servers';

type Server = Pick<MeasuredServer, 'process'>;

const FIELDS = { now: 'VmRSS', peak: 'VmHWM' } as const;

/** The memory that the server has, or the most that it ever had, in MB; known on Linux alone. */
export function memoryOf({ process: { pid } }: Server, when: keyof typeof FIELDS): number | null {
  if (process.platform !== 'linux') return null;
  const line = new RegExp(`^${FIELDS[when]}:\\s+(\\d+) kB$`, 'm');
  const kB = line.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return kB === undefined ? null : (Number(kB) * 1024) / 1e6;
}

/** What the server has used of the processor, in seconds; known on Linux alone. */
export function processorSeconds({ process: { pid } }: Server): number | null {
  if (process.platform !== 'linux') return null;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}

/** How long the thread that answers could have gone on and had no core, in seconds: what other work on the machine took; known on Linux alone. */
export function waitedSeconds({ process: { pid } }: Server): number | null {
  if (process.platform !== 'linux') return null;
  return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[1]) / NANOSECONDS;
}

const NANOSECONDS = 1e9;
const TICKS_A_SECOND = 100;

/** The middle of what was measured in one quarter of the time, 1 to 4, no number where memory is not known. */
export function quarterOf(memory: readonly (number | null)[], which: number): number {
  const [from, to] = [which - 1, which].map((each) => Math.floor((memory.length * each) / 4));
  return median(memory.slice(from, to).filter((each) => each !== null));
}
