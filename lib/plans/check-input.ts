import 'server-only';
import { pathText, schemaFaults } from '../content/schema-faults';
import { assessmentProblems } from '../domain/assessment';
import type { PlanInput } from '../domain/plan-input';
import { stepId } from '../domain/roadmap-work';
import { readRoster, roleByName } from '../domain/roster';
import type { Content } from '../domain/schema/content';
import { planInputSchema } from '../domain/schema/roster';
import { done, failed, type Result } from '../errors';

/** What a form or a request says of a climb, checked by the schema and against the content; the first fault is named. */
export function checkInput(content: Content, raw: string): Result<PlanInput> {
  const parsed = planInputSchema.safeParse(jsonOf(raw));
  if (!parsed.success) return refused(schemaFaults(parsed.error));
  const { targets, roster: file, order, adjustments } = parsed.data;
  const { roster, problems } = readRoster(content.roles, file);
  const known = new Set(
    content.capabilities.flatMap(({ id, steps }) => steps.map(({ to }) => stepId(id, to))),
  );
  const steps = Object.entries(adjustments).flatMap(([id, { effort = {} }]) => [
    ...(known.has(id) ? [] : [{ path: ['adjustments', id], message: `there is no step ${id}` }]),
    ...Object.keys(effort)
      .filter((role) => roleByName(content.roles, role)?.id !== role)
      .map((role) => ({ path: ['adjustments', id, 'effort'], message: `there is no role ${role}` })),
  ]);
  const aims = assessmentProblems(content, { rungs: 1, subject: '', date: '', targets, answers: {} });
  const faults = [...problems, ...steps, ...aims];
  return faults.length > 0 ? refused(faults) : done({ targets, roster, order, adjustments });
}

function refused(faults: readonly { path: readonly PropertyKey[]; message: string }[]) {
  const [fault] = faults;
  return failed(
    'invalid',
    fault === undefined ? 'The plan cannot be read.' : `${pathText(fault.path)}: ${fault.message}`,
  );
}

function jsonOf(raw: string): unknown {
  try {
    return JSON.parse(raw) as unknown;
  } catch {
    return undefined;
  }
}
