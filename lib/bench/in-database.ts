import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { StepName, StepResult } from './steps';
import { SCRIPT, SECRET } from './servers';

/** Runs a step in a process of its own, whose database is this one: a process knows one engine, and what is measured reads the environment. */
export async function inDatabase<Name extends StepName>(
  url: string,
  step: Name,
  ...args: readonly (string | number)[]
): Promise<StepResult<Name>> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...SCRIPT, 'lib/dev/bench-step.ts', step, ...args.map(String)],
    {
      env: { ...process.env, DATABASE_URL: url, NEXTAUTH_URL: 'http://localhost', NEXTAUTH_SECRET: SECRET },
      maxBuffer: 500_000_000,
    },
  );
  return JSON.parse(stdout) as StepResult<Name>;
}
