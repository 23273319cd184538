import { rungOf } from './answers';
import { capitalised, inWords, levelLabel, levelText, list, range } from './labels';
import type { ModelScore, RequirementReading, Score } from './score';
import type { Standing } from './answers';
import { VENDORS } from './vocabulary';

/** Half or more not rated: nothing is said about what holds the team, and no plan is made. */
export const tooLittleKnown = ({ inScope, rated }: Score['counts']): boolean =>
  (inScope - rated) * 2 >= inScope;

const MOST_WORK = [
  'most of what is asked is not done yet',
  'most work is done by hand, differently each time',
  'most work follows an agreed way',
  'most work runs by itself',
  'most work is governed by rules and watched',
];

/**
 * The result in at most two sentences: where it stands and what is typical, then the climbs to the next levels. `areaTitles` names the
 * domains, or one vendor's areas, from which the weakest is taken.
 */
export function summarySentences(
  score: Score,
  areas: readonly { title: string; share: number | null }[],
  standingOf: (capability: string) => Standing,
): string[] {
  if (score.counts.answered + score.counts.notApplicable === 0) return ['No answers yet.'];
  const where = placeOf(score.models);
  if (tooLittleKnown(score.counts)) {
    return [`${capitalised(where)}, as far as the answers go.`, 'Too little is known to name what holds it.'];
  }
  const first = `${capitalised(where)}: ${typical(score)}${furthestBehind(areas, score.models.length === 1)}.`;
  const ways = score.models.flatMap((model) => wayUp(model, standingOf));
  const waiting = score.models.flatMap((model) => waitsForStatement(model, standingOf));
  if (ways.length === 0 && waiting.length === 0)
    return [first, 'No level of the chosen models is left to reach.'];
  const stated =
    waiting.length === 0
      ? ''
      : `${list(waiting)} ${waiting.length === 1 ? 'is' : 'are'} kept away by what was stated`;
  if (ways.length === 0) return [first, `${stated}.`];
  const [head, ...rest] = ways;
  const led = head === undefined ? '' : `${capitalised(head.climbs)} ${head.verb} to ${head.label}`;
  return [
    first,
    `${list([led, ...rest.map(({ climbs, label }) => `${climbs.replace(/ climbs?$/, '')} to ${label}`)])}.`,
  ];
}

/** `at AWS Initial, Microsoft L1 and Google L0`; each with its own word where one is below its lowest level. */
function placeOf(models: ModelScore[]): string {
  const places = models.map(standsAt);
  if (!places.every((place) => place.startsWith('at '))) return list(places);
  return `at ${list(places.map((place) => place.slice('at '.length)))}`;
}

/** `at AWS Initial`, or with its range `at AWS Initial, up to Reliable`. */
function standsAt({ model, level, levels }: ModelScore): string {
  const certain = levelText(model, levels, level.certain);
  const certainly = certain.startsWith('below')
    ? certain.replace('below', `below ${VENDORS[model].name}`)
    : `at ${VENDORS[model].name} ${certain}`;
  if (level.best === level.certain) return certainly;
  return `${certainly} (up to ${levelText(model, levels, level.best)})`;
}

function typical({ domains }: Score): string {
  const rungs = Object.values(domains)
    .flatMap(({ capabilities }) => capabilities)
    .flatMap(({ standing }) => rungOf(standing) ?? [])
    .toSorted((a, b) => a - b);
  const median = rungs[Math.floor((rungs.length - 1) / 2)] ?? 0;
  return MOST_WORK[median] ?? '';
}

/** A vendor's area is named as the vendor names it: not each of those names can be the subject of a sentence. */
function furthestBehind(
  areas: readonly { title: string; share: number | null }[],
  ofVendor: boolean,
): string {
  const known = areas.flatMap(({ title, share }) => (share === null ? [] : [{ title, share }]));
  const lowest = Math.min(...known.map(({ share }) => share));
  const weakest = known.filter(({ share }) => share === lowest);
  const [only] = weakest;
  if (known.length < 2 || weakest.length > 1 || only === undefined) return '';
  if (ofVendor) return `, and the area furthest behind is ${only.title}`;
  return `, and ${only.title.charAt(0).toLowerCase()}${only.title.slice(1)} is furthest behind`;
}

function wayUp(
  model: ModelScore,
  standingOf: (capability: string) => Standing,
): { climbs: string; verb: string; label: string }[] {
  const { next, levels } = model;
  const level = levels.find(({ id }) => id === next?.level);
  if (level === undefined) return [];
  const { fewest, most } = climbsTo(level.requirements, standingOf);
  const count = fewest === most ? inWords(most) : range(fewest, most);
  const label = levelLabel(model.model, level);
  if (most === 0) return [];
  return [
    { climbs: `${count} ${most === 1 ? 'climb' : 'climbs'}`, verb: most === 1 ? 'leads' : 'lead', label },
  ];
}

/** The next level, where nothing but a person's statement keeps it away. */
function waitsForStatement(
  { model, next, levels }: ModelScore,
  standingOf: (capability: string) => Standing,
): string[] {
  const level = levels.find(({ id }) => id === next?.level);
  return level === undefined || climbsTo(level.requirements, standingOf).most > 0
    ? []
    : [levelLabel(model, level)];
}

/** Rungs missing for a set of requirements; the shortest of alternatives. Pairs, as an unrated capability may be there already. */
export function climbsTo(
  requirements: readonly RequirementReading[],
  standingOf: (capability: string) => Standing,
): { fewest: number; most: number } {
  const total = (current: (standing: Standing, rung: number) => number) =>
    requirements
      .filter(({ certain }) => !certain)
      .map(({ parts }) => parts.filter(({ capability }) => standingOf(capability) !== 'not-applicable'))
      .filter((parts) => parts.length > 0)
      .reduce(
        (sum, parts) =>
          sum +
          Math.min(
            ...parts.map(({ capability, rung }) => Math.max(0, rung - current(standingOf(capability), rung))),
          ),
        0,
      );
  return {
    fewest: total((standing, rung) => rungOf(standing) ?? rung),
    most: total((standing) => rungOf(standing) ?? 0),
  };
}
