import type { Standing } from './answers';
import { askedOf, type Holds } from './criteria';
import { evidenceText } from './evidence-words';
import { capitalised, dateText, inWords, list, percent, plural, range, standingMark } from './labels';
import type { Report, ReportArea, ReportLevel, ReportModel, ReportRequirement } from './report';
import type { RequirementState } from './score';

/** How pages and plain text put the parts of a report: counts of what stands in it, orders and sentences. Nothing is scored here. */

/** How many of the questions in scope have any answer, "don't know" and "not applicable" included. */
export function answered({ trust }: Report): { count: number; of: number } {
  const { inScope } = trust.counts;
  return { count: inScope - trust.notKnown.filter((each) => !each.answered).length, of: inScope };
}

/** `Draft: 26 of 43 answered`, or who finished it and when. */
export function statusText(report: Report): string {
  const { finished, at, by } = report.status;
  if (!finished) {
    const { count, of } = answered(report);
    return `Draft: ${count} of ${of} answered`;
  }
  return `Finished${at === null ? '' : ` ${dateText(at)}`}${by === null ? '' : ` by ${by}`}`;
}

/** `AWS Initial`, `below AWS Initial`, with its range `Microsoft L0, up to L2`. */
export function standsText({ name, level }: ReportModel): string {
  const certain = level.certain.startsWith('below')
    ? level.certain.replace('below', `below ${name}`)
    : `${name} ${level.certain}`;
  return level.best === level.certain ? certain : `${certain}, up to ${level.best}`;
}

/** `L1 without one exclusion: Feature store`; `null` where leaving out what does not apply changes no level. */
export function floorText({ level, requirements }: ReportModel): string | null {
  if (level.floor === level.certain) return null;
  const titles = requirements
    .flatMap(({ parts }) => parts)
    .flatMap(({ title, standing }) => (standing === 'not-applicable' ? [title] : []));
  const excluded = [...new Set(titles)];
  const count = `${inWords(excluded.length)} ${excluded.length === 1 ? 'exclusion' : 'exclusions'}`;
  return `${level.floor} without ${count}: ${list(excluded)}`;
}

/** `AWS Repeatable`, `Microsoft L2 Automated training`. */
export const levelTitle = ({ label, short, name }: Pick<ReportLevel, 'label' | 'short' | 'name'>): string =>
  short === name ? label : `${label} ${name}`;

/** `4 requirements to go, 4 climbs` for the next level of a model. */
export function wayText({ toGo, climbs }: NonNullable<ReportModel['next']>): string {
  const requirements = toGo.certain === 1 && toGo.best === 1 ? 'requirement' : 'requirements';
  const steps = climbs.most === 1 ? 'climb' : 'climbs';
  return `${range(toGo.best, toGo.certain)} ${requirements} to go, ${range(climbs.fewest, climbs.most)} ${steps}`;
}

export const STATE_TEXT: Record<RequirementState, { mark: string; words: string }> = {
  met: { mark: '✓', words: 'met' },
  unmet: { mark: '✗', words: 'not yet' },
  open: { mark: '?', words: 'not known' },
  excluded: { mark: '–', words: 'not applicable' },
};

export const HOLDS_TEXT: Record<Holds, { mark: string; words: string }> = {
  holds: { mark: '✓', words: 'holds' },
  'not-yet': { mark: '✗', words: 'not yet' },
  'not-known': { mark: '?', words: 'not known' },
  'not-applicable': { mark: '–', words: 'not applicable' },
  'not-asked': { mark: '·', words: 'not asked' },
};

/** The requirements of one level, those that are missing first. */
export function requirementsOf({ requirements }: ReportModel, level: string): ReportRequirement[] {
  const order: RequirementState[] = ['unmet', 'open', 'met', 'excluded'];
  return requirements
    .filter((requirement) => requirement.level === level)
    .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
}

/** Whose rungs would do, but a person stated that one of its statements does not hold. */
export const isStatedAgainst = ({ state, parts, criteria }: ReportRequirement): boolean =>
  state !== 'met' &&
  criteria.some(({ stated }) => stated) &&
  parts.some(({ standing, needs }) => typeof standing === 'number' && standing >= needs);

/** The weakest first by what is known for certain; areas of which nothing is known stand last. */
export const weakestFirst = (areas: readonly ReportArea[]): ReportArea[] =>
  areas.toSorted((a, b) => knownShare(a) - knownShare(b) || (a.pair?.best ?? 0) - (b.pair?.best ?? 0));

const knownShare = ({ pair, lowest }: ReportArea): number =>
  pair === null ? 3 : lowest === null ? 2 : pair.certain;

export type VendorArea = {
  id: string;
  name: string;
  /** Statements that hold, that could still hold, and that apply and are asked. */
  met: number;
  atBest: number;
  of: number;
  statements: { id: string; text: string; holds: Holds }[];
};

/** One vendor's own areas with their statements, the weakest first; areas without a statement that is asked stand last. */
export function vendorAreas({ areas, statements }: ReportModel): VendorArea[] {
  return areas
    .map(({ id, name, counts }) => ({
      id,
      name,
      met: counts.holds,
      atBest: counts.holds + counts['not-known'],
      of: askedOf(counts),
      statements: statements
        .filter(({ area, holds }) => area === id && holds !== 'not-asked')
        .map((statement) => ({ id: statement.id, text: statement.text, holds: statement.holds })),
    }))
    .toSorted((a, b) => shareOf(a) - shareOf(b));
}

const shareOf = ({ met, of }: VendorArea): number => (of === 0 ? 2 : met / of);

export type NotKnown = Report['trust']['notKnown'][number] & {
  /** The next levels that wait for it, by label. */
  waits: string[];
};

/** What is not known, those first that a next level waits for. */
export function notKnown({ trust, models }: Report): NotKnown[] {
  const waits = (capability: string) =>
    models.flatMap(({ next }) =>
      next?.missing.some(
        ({ state, parts }) => state === 'open' && parts.some((part) => part.capability === capability),
      ) === true
        ? [next.label]
        : [],
    );
  return trust.notKnown
    .map((each) => ({ ...each, waits: waits(each.capability) }))
    .toSorted((a, b) => b.waits.length - a.waits.length);
}

/** From here on a plan's days are whole. */
const WHOLE_DAYS = 20;

/** Person-days of a plan and how many climbs it has; a climb that may be done already counts in `most` alone. */
export function planTotals({ steps, gaps }: Report): {
  climbs: { fewest: number; most: number };
  days: { fewest: number; most: number };
} {
  const sure = steps.filter(({ unconfirmed }) => !unconfirmed);
  const sum = (some: typeof steps) => some.reduce((total, { days }) => total + days, 0);
  // Half a day of a long plan is more precise than a judgement can be.
  const rounded = (days: number) => (days < WHOLE_DAYS ? days : Math.round(days));
  const findOut = gaps.filter(({ standing }) => typeof standing !== 'number').length / 2;
  return {
    climbs: { fewest: sure.length, most: steps.length },
    days: { fewest: rounded(sum(sure) + findOut), most: rounded(sum(steps) + findOut) },
  };
}

/** `1 day`, `0.5 days`, `4–12.5 days`. */
export const daysText = ({ fewest, most }: { fewest: number; most: number }): string =>
  `${range(fewest, most)} ${fewest === 1 && most === 1 ? 'day' : 'days'}`;

/** What the answers speak for, as a sentence. */
export function scopeText({ useCases, inProduction, note }: Report['scope']): string {
  const said = [
    ...(useCases === undefined ? [] : [plural(useCases, 'use case')]),
    ...(inProduction === undefined ? [] : [`${inProduction} in production`]),
  ].join(', ');
  const about = note === undefined || note === '' ? '' : note.replace(/\.$/, '');
  if (said === '' && about === '') return 'What the answers speak for was not said.';
  if (said === '' || about === '') return `The answers speak for ${said === '' ? about : said}.`;
  return `The answers speak for ${said}: ${about}.`;
}

/** How sure the result is, as separate figures. */
export function trustLines(report: Report): string[] {
  const { counts, evidence } = report.trust;
  const { count, of } = answered(report);
  return [
    `answered ${count} of ${of}, of these don’t know ${counts.unknown} and not applicable ${counts.notApplicable}`,
    evidenceText(evidence),
  ];
}

/** `2 or 0` for alternatives, each as a mark. */
export const marksOf = (standings: readonly Standing[]): string => standings.map(standingMark).join(' or ');

/** The result as plain text for a mail or a chat. */
export function plainSummary(report: Report): string {
  const { subject, organisation, date, models, areas, areaKind, tooLittleKnown, whatNext } = report;
  const place = organisation === null ? '' : `, ${organisation}`;
  const lines = [
    `${subject}${place}: MLOps maturity, ${dateText(date)} (${statusText(report)})`,
    '',
    ...report.summary,
    '',
    ...models.map((model) => {
      const way = model.next === null ? 'the top level' : `to ${model.next.label} ${wayText(model.next)}`;
      return `${standsText(model)}; ${way}`;
    }),
  ];
  if (!tooLittleKnown && areaKind === 'domain') {
    const weak = weakestFirst(areas).slice(0, 3);
    lines.push('', `Weakest: ${weak.map(({ title, pair }) => `${title} ${percent(pair)}`).join(', ')}`);
  }
  if (whatNext.length > 0) {
    const steps = whatNext
      .slice(0, 3)
      .map(
        ({ title, from, to, days }, index) =>
          `${index + 1}. ${title} ${from} → ${to}, ${daysText({ fewest: days, most: days })}`,
      );
    lines.push('', 'What next:', ...steps);
  }
  lines.push('', `${capitalised(trustLines(report).join(' · '))}.`);
  return lines.join('\n');
}
