import type { AssessmentProblem } from './assessment';
import type { Role } from './schema/content';
import type { RosterFile, Staffing } from './schema/roster';

/** A roster whose roles are named by their ids. */
export type Roster = RosterFile;

/** A week has five days of ten tenths. Capacities are whole tenths of a person-day a week. */
const TENTHS_A_WEEK = 50;

/** The role that goes by a name: its id, title or an alias, in any case. */
export function roleByName(roles: readonly Role[], name: string): Role | undefined {
  const wanted = name.trim().toLowerCase();
  return roles.find(({ id, title, aliases }) =>
    [id, title, ...aliases].some((each) => each.toLowerCase() === wanted),
  );
}

/** The roster with roles by their ids, or what is wrong with it: an unknown role, one named twice, covers that go round. */
export function readRoster(
  roles: readonly Role[],
  file: RosterFile,
): { roster: Roster; problems: AssessmentProblem[] } {
  const problems: AssessmentProblem[] = [];
  const idOf = (path: string[], name: string): string | undefined => {
    const role = roleByName(roles, name);
    if (role === undefined)
      problems.push({
        path,
        message: `there is no role ${name}; expected one of ${roles.map(({ id }) => id).join(', ')}`,
      });
    return role?.id;
  };
  const staffed: Record<string, Staffing> = {};
  for (const [name, staffing] of Object.entries(file.roles)) {
    const path = ['roles', name];
    const id = idOf(path, name);
    if (id === undefined) continue;
    if (Object.hasOwn(staffed, id)) problems.push({ path, message: `${id} is in the roster twice` });
    const cover = coverOf(staffing);
    const covering = cover === undefined ? undefined : idOf([...path, 'coveredBy'], cover);
    staffed[id] = covering === undefined ? staffing : { coveredBy: covering };
  }
  for (const id of Object.keys(staffed)) {
    if (doerOf(staffed, id) === null)
      problems.push({ path: ['roles', id, 'coveredBy'], message: 'covers go round: nobody does the work' });
  }
  const dayRates: Record<string, number> = {};
  for (const [name, rate] of Object.entries(file.dayRates ?? {})) {
    const id = idOf(['dayRates', name], name);
    if (id !== undefined) dayRates[id] = rate;
  }
  const { dayRates: _, ...rest } = file;
  return {
    roster: { ...rest, roles: staffed, ...(file.dayRates !== undefined && { dayRates }) },
    problems,
  };
}

const coverOf = (staffing: Staffing | undefined): string | undefined =>
  typeof staffing === 'object' && 'coveredBy' in staffing ? staffing.coveredBy : undefined;

/** The role whose people do a role's work: itself, or who covers it at the end; `null` where covers go round. */
export function doerOf(roles: Readonly<Record<string, Staffing>>, role: string): string | null {
  const seen = new Set<string>();
  let doer = role;
  for (let cover = coverOf(roles[doer]); cover !== undefined; cover = coverOf(roles[doer])) {
    if (seen.has(doer)) return null;
    seen.add(doer);
    doer = cover;
  }
  return doer;
}

/** Tenths of a person-day a week that so many people give: ⌊people × share × 50⌋, with people in hundredths and share in per cent. */
export const weeklyTenths = (people: number, share: number): number =>
  Math.floor((Math.round(people * 100) * share * TENTHS_A_WEEK) / 10_000);

/** What the people of a role give a week; 0 for a role that the roster does not have, or that another one covers. */
export function capacityOf({ roles, share }: Pick<Roster, 'roles' | 'share'>, role: string): number {
  const staffing = roles[role];
  if (staffing === undefined) return 0;
  if (typeof staffing === 'number') return weeklyTenths(staffing, share);
  if ('coveredBy' in staffing) return 0;
  return weeklyTenths(staffing.people, staffing.share ?? share);
}

/** People of a role as the roster says, 0 where it says nothing. */
export function peopleOf({ roles }: Pick<Roster, 'roles'>, role: string): number {
  const staffing = roles[role];
  if (typeof staffing === 'number') return staffing;
  return staffing === undefined || 'coveredBy' in staffing ? 0 : staffing.people;
}

/** The same roster with another number of people of one role, who have that role's share. */
export function withPeople(roster: Roster, role: string, people: number): Roster {
  const staffing = roster.roles[role];
  const share = typeof staffing === 'object' && 'people' in staffing ? staffing.share : undefined;
  return {
    ...roster,
    roles: { ...roster.roles, [role]: share === undefined ? people : { people, share } },
  };
}
