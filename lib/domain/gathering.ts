import type { GATHERING_WAYS } from './vocabulary';

/** How several people assess together, as far as rules ask. */
export type GatheringState = { way: (typeof GATHERING_WAYS)[number]; openedAt: Date | null };

/** Whether what people say is read by each of them alone for the time being; not where nothing was set up. */
export const isBlind = (gathering: GatheringState | undefined | null): boolean =>
  gathering?.way === 'alone' && gathering.openedAt === null;

/** How far one respondent is; counts only, never what was said. */
export type Progress =
  { kind: 'not-begun' } | { kind: 'answering'; answered: number } | { kind: 'done'; answered: number };

type Respondent = { id: string; begunAt: Date | null; doneAt: Date | null };

/** Done is who said so, or has answered all that they are asked for. */
export function progressOf(
  { begunAt, doneAt }: Pick<Respondent, 'begunAt' | 'doneAt'>,
  asked: readonly string[],
  isAnswered: (capability: string) => boolean,
): Progress {
  const answered = asked.filter(isAnswered).length;
  if (doneAt !== null || (asked.length > 0 && answered === asked.length)) return { kind: 'done', answered };
  return begunAt === null && answered === 0 ? { kind: 'not-begun' } : { kind: 'answering', answered };
}

/** What a respondent is asked for, in the order of `all`: their tasks, or all of it where they have none. */
export function askedFor(all: readonly string[], tasks: readonly string[]): string[] {
  const own = new Set(tasks);
  const given = all.filter((capability) => own.has(capability));
  return given.length === 0 ? [...all] : given;
}

type Led = { id: string; roles: { lead: readonly string[] } };

/**
 * Each capability to whoever has the role that leads it, to each of them where several have it. Who has none of these roles gets
 * nothing, and `nobody` are the capabilities whose role nobody has.
 */
export function byLeadRole(
  capabilities: readonly Led[],
  respondents: readonly { id: string; roles: readonly string[] }[],
): { tasks: Map<string, string[]>; nobody: string[] } {
  const tasks = new Map(
    respondents.map(({ id, roles }) => [
      id,
      capabilities
        .filter(({ roles: { lead } }) => lead.some((role) => roles.includes(role)))
        .map((each) => each.id),
    ]),
  );
  const given = new Set([...tasks.values()].flat());
  return { tasks, nobody: capabilities.map(({ id }) => id).filter((id) => !given.has(id)) };
}
