import { actionNamed, type AuditDetail } from './audit-actions';

/** The parts of the organisation by which the log can be filtered: the beginnings of its actions. */
export const AUDIT_GROUPS = {
  org: 'organisation',
  member: 'people',
  client: 'clients',
  team: 'teams',
  round: 'rounds',
  assessment: 'assessments',
  finding: 'findings',
  scenario: 'scenarios',
  plan: 'plans',
  report: 'reports',
  share: 'links',
  brand: 'brand',
  decision: 'decisions',
  phrase: 'phrases',
  audit: 'this log',
} as const;

export type AuditGroup = keyof typeof AUDIT_GROUPS;

type Thing = { kind: string; name: string; of: string | null };

/** Each thing by its name, after the word for it. */
const THINGS: Record<string, (thing: Thing) => string> = {
  member: ({ name }) => name,
  team: ({ name }) => `the team ${name}`,
  assessment: ({ name, of }) => `the assessment ${name} of ${of ?? ''}`,
  round: ({ name }) => `the round ${name}`,
  share: ({ name }) => `the link “${name}”`,
  phrase: ({ name }) => `the phrase “${name}”`,
  decision: ({ name }) => `the decision “${name}”`,
  finding: ({ name }) => `the finding “${name}”`,
  scenario: ({ name }) => `the scenario “${name}”`,
  plan: ({ name, of }) => `the plan “${name}” of ${of ?? ''}`,
  report: ({ name }) => `the report “${name}”`,
  issue: ({ name, of }) => `${name} of the report “${of ?? ''}”`,
};

const GONE: Record<string, string> = {
  member: 'somebody who is no member any more',
  team: 'a team that is gone',
  assessment: 'an assessment that is gone',
  round: 'a round that is gone',
  share: 'a link that is gone',
  phrase: 'a phrase that is gone',
  decision: 'a decision that is gone',
  finding: 'a finding that is gone',
  scenario: 'a scenario that is gone',
  plan: 'a plan that is gone',
  report: 'a report that is gone',
};

/** What was done, in words that follow the name of who did it: `finished the assessment Q4 2026 of Fraud scoring`. */
export function doneWords(
  { action, detail }: { action: string; detail: AuditDetail },
  thing: Thing | undefined,
  capabilityTitle: (id: string) => string,
): string {
  const known = actionNamed(action);
  if (known === undefined) return `did something that this version has no words for (${action})`;
  return known.words(thingWords(action, thing), withTitles(detail, capabilityTitle));
}

function thingWords(action: string, thing: Thing | undefined): string {
  const group = action.slice(0, action.indexOf('.'));
  const words = thing === undefined ? undefined : THINGS[thing.kind]?.(thing);
  return words ?? GONE[group] ?? 'the organisation';
}

function withTitles(detail: AuditDetail, title: (id: string) => string): AuditDetail {
  const { capability, step } = detail;
  const [of, rung] = typeof step === 'string' ? step.split(':') : [];
  return {
    ...detail,
    ...(typeof capability === 'string' && { capability: title(capability) }),
    ...(of !== undefined && rung !== undefined && { step: `“${title(of)}” to rung ${rung}` }),
  };
}

type Place = 'command line' | 'job' | 'erased' | { address: string; device: string } | null;

/** From where it was done. */
export function placeWords(place: Place): string {
  if (place === null) return 'not recorded';
  if (place === 'command line') return 'on the command line';
  if (place === 'job') return 'by a job';
  if (place === 'erased') return 'erased';
  return place.address === '' ? place.device : `${place.device}, ${place.address}`;
}

/** Who it was, as far as anybody knows. */
export function personWords({
  subject,
  actorName,
  actorEmail,
  place,
}: {
  subject: string | null;
  actorName: string | null;
  actorEmail: string | null;
  place: Place;
}): string {
  if (subject === null) {
    if (place === 'job' || place === 'command line') return 'Rungs';
    // Whoever answers where no names are shown is not said, nor whether they have an account.
    return place === null ? 'Somebody' : 'Somebody without an account';
  }
  return actorName ?? actorEmail ?? 'Somebody whose name was erased';
}
