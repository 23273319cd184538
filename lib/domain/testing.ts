import * as fc from 'fast-check';
import { contentFolder, loadContent } from '@/lib/content/load';
import {
  contentOf,
  partsOf,
  sha256,
  type CapabilityDraft,
  type CriterionDraft,
  type ModelDraft,
} from '@/lib/content/testing';
import { joinContent, type ContentParts } from './content';
import { analyseGaps, type GapAnalysis } from './gap';
import { compileRequirements, requirementId, scoringBasis } from './requirements';
import type { Answer, Answers, Evidence, Statement, Statements, Targets } from './schema/answers';
import type { Capability, Content, Met, RungRef } from './schema/content';
import { MODEL_IDS, PHASES, PILLARS, SIDES, type Rung } from './vocabulary';

/** Random small contents, the content of this repository, and random answers to either. For tests alone. */

const NAMES = ['amber', 'birch', 'cedar', 'dune', 'ember', 'fjord'];
const rung = (least: number) => fc.integer({ min: least, max: 4 });

const draftArbitrary = (id: string, below: string[]): fc.Arbitrary<CapabilityDraft> =>
  fc.record({
    id: fc.constant(id),
    domain: fc.constantFrom('north', 'south'),
    pillar: fc.constantFrom(...PILLARS),
    phases: fc.uniqueArray(fc.constantFrom(...PHASES), { minLength: 1 }),
    side: fc.constantFrom(...SIDES),
    mayBeExcluded: fc.boolean(),
    days: fc.array(
      fc.integer({ min: 1, max: 12 }).map((halves) => halves / 2),
      { minLength: 4, maxLength: 4 },
    ),
    after: fc.tuple(
      ...[1, 2, 3, 4].map((to) =>
        below.length === 0
          ? fc.constant<RungRef[]>([])
          : fc.uniqueArray(
              fc.record({ capability: fc.constantFrom(...below), rung: fc.integer({ min: 1, max: to }) }),
              {
                maxLength: 2,
                selector: ({ capability }) => capability,
              },
            ),
      ),
    ),
  });

const wishArbitrary = fc.record({
  level: fc.nat({ max: 3 }),
  kind: fc.constantFrom('single', 'single', 'allOf', 'anyOf', 'info'),
  parts: fc.uniqueArray(fc.record({ capability: fc.constantFrom(...NAMES), rung: rung(0) }), {
    minLength: 2,
    maxLength: 3,
    selector: ({ capability }) => capability,
  }),
  advice: fc.nat({ max: 4 }).map((roll) => roll === 0),
  repeats: fc.nat({ max: 9 }),
});
type Wish = typeof wishArbitrary extends fc.Arbitrary<infer Value> ? Value : never;

const modelArbitrary = (letter: string): fc.Arbitrary<ModelDraft> =>
  fc
    .record({
      first: fc.nat({ max: 1 }),
      levels: fc.integer({ min: 2, max: 4 }),
      wishes: fc.array(wishArbitrary, { minLength: 1, maxLength: 8 }),
    })
    .map(({ first, levels, wishes }) => ({
      levels: Array.from({ length: levels }, (_, index) => ({
        id: String(first + index),
        order: first + index,
      })),
      criteria: criteriaOf(
        letter,
        wishes.map((wish) => ({ ...wish, level: first + (wish.level % levels) })),
      ),
    }));

/** The wishes as criteria that the lint of contents lets pass: what a lower level asks for already becomes advice, like rung 0. */
function criteriaOf(letter: string, wishes: Wish[]): CriterionDraft[] {
  const made: (CriterionDraft & { order: number })[] = [];
  for (const [index, wish] of wishes.toSorted((a, b) => a.level - b.level).entries()) {
    const { level: order, kind, parts } = wish;
    const base = { id: `${letter}${order}-C${index}`, level: String(order), order };
    const lower = made.filter(
      (each) => each.order < order && each.met !== undefined && each.repeats === undefined,
    );
    const repeated = lower[wish.repeats];
    if (repeated?.met !== undefined) {
      made.push({ ...base, met: repeated.met, gate: false, repeats: repeated.id });
    } else if (kind === 'info') {
      made.push({ ...base, ask: true });
    } else {
      const met: Met =
        kind === 'allOf' ? { allOf: parts } : kind === 'anyOf' ? { anyOf: parts } : (parts[0] ?? NOTHING);
      const gate =
        !wish.advice && order > 0 && rungsOf(met).every((part) => part.rung > 0) && !implied(met, lower);
      made.push({ ...base, met, gate });
    }
  }
  return made.map(({ order: _order, ...criterion }) => criterion);
}

const NOTHING: RungRef = { capability: 'amber', rung: 0 };
const rungsOf = (met: Met): RungRef[] => ('allOf' in met ? met.allOf : 'anyOf' in met ? met.anyOf : [met]);

function implied(met: Met, lower: CriterionDraft[]): boolean {
  const gates = lower.flatMap((each) => (each.gate === true && each.met !== undefined ? [each.met] : []));
  const has = (part: RungRef) =>
    gates.some(
      (gate) =>
        !('anyOf' in gate) &&
        rungsOf(gate).some((each) => each.capability === part.capability && each.rung >= part.rung),
    );
  return 'anyOf' in met
    ? met.anyOf.some(has) ||
        gates.some((gate) => 'anyOf' in gate && requirementId(gate.anyOf) === requirementId(met.anyOf))
    : rungsOf(met).every(has);
}

/** Six capabilities and three models of two to four levels; passes schema, references and lint. */
export const arbitraryParts: fc.Arbitrary<ContentParts> = fc
  .tuple(
    fc.tuple(...NAMES.map((id, index) => draftArbitrary(id, NAMES.slice(0, index)))),
    fc.record({ aws: modelArbitrary('A'), microsoft: modelArbitrary('M'), google: modelArbitrary('G') }),
  )
  .map(([capabilities, models]) => withoutEmptiedLevels(partsOf(capabilities, models)));

function withoutEmptiedLevels(parts: ContentParts): ContentParts {
  for (const { value: model } of parts.models) {
    for (const requirements of compileRequirements(model).values()) {
      const asked = new Set(
        requirements.flatMap((requirement) => requirement.parts).map((part) => part.capability),
      );
      const askedFor = parts.capabilities.map(({ value }) => value).filter(({ id }) => asked.has(id));
      if (askedFor.every(({ notApplicable }) => notApplicable !== undefined))
        delete askedFor[0]?.notApplicable;
    }
  }
  return parts;
}

export const arbitraryContent: fc.Arbitrary<Content> = arbitraryParts.map((parts) =>
  joinContent(parts, sha256),
);

/** The content of this repository. */
export function realContent(): Content {
  const loaded = loadContent(contentFolder());
  if (!loaded.ok) throw new Error(loaded.faults.map(({ file, message }) => `${file}: ${message}`).join('\n'));
  Object.defineProperty(loaded.content, fc.toStringMethod, { value: () => 'the real content' });
  return loaded.content;
}

/** How an arbitrary set of answers may look: every capability rated, and whether any may be said not to apply. */
export type AnswerOptions = { rated?: boolean; exclusions?: boolean };

/** Answers to any of the capabilities; half of the time near one rung, so that the upper levels are reached too. */
export function answersTo(
  { capabilities }: Pick<Content, 'capabilities'>,
  { rated = false, exclusions = true }: AnswerOptions = {},
): fc.Arbitrary<Answers> {
  const around = (center: number | null) =>
    fc
      .tuple(
        ...capabilities.map((capability) =>
          answerTo(capability, { center, rated, exclusions }).map(
            (answer) => [capability.id, answer] as const,
          ),
        ),
      )
      .map((entries) => Object.fromEntries(entries.filter(([, answer]) => answer !== undefined)) as Answers);
  return fc.oneof(around(null), fc.constantFrom(2, 3, 4).chain(around));
}

/** The day for which random answers speak; some of their evidence lapses before it. */
export const A_DAY = '2026-10-01';

export const pieceArbitrary: fc.Arbitrary<Evidence> = fc.record(
  {
    title: fc.constantFrom('A page', 'A run'),
    rung: rung(0).map((value) => value as Rung),
    against: fc.constant(true as const),
    until: fc.constantFrom('2026-09-30', A_DAY, '2026-10-02'),
  },
  { requiredKeys: ['title'] },
);

function answerTo(
  { notApplicable }: Capability,
  { center, rated, exclusions }: Required<AnswerOptions> & { center: number | null },
): fc.Arbitrary<Answer | undefined> {
  const nearby = fc
    .constantFrom(-1, 0, 0, 0, 0, 1)
    .map((off) => Math.max(0, Math.min(4, (center ?? 0) + off)));
  const shown = fc.array(pieceArbitrary, { maxLength: 2 }).map((evidence) => ({ evidence }));
  const standing = fc.tuple(center === null ? rung(0) : nearby, shown);
  return fc.oneof(
    { weight: 8, arbitrary: standing.map(([value, beside]) => ({ rung: value as Rung, ...beside })) },
    { weight: rated ? 0 : 1, arbitrary: fc.constantFrom<Answer | undefined>(undefined, { unknown: true }) },
    {
      weight: notApplicable === undefined || !exclusions ? 0 : 2,
      arbitrary: fc.constant({ notApplicable: true as const, reason: 'Nobody needs it.' }),
    },
  );
}

/** Up to three criteria stated to hold or not to hold. */
export function statementsTo({ models }: Pick<Content, 'models'>): fc.Arbitrary<Statements> {
  const ids = Object.values(models).flatMap(({ criteria }) => criteria.map(({ id }) => id));
  const statement: fc.Arbitrary<Statement> = fc.boolean().map((holds) => ({ holds }));
  return fc.array(fc.tuple(fc.constantFrom(...ids), statement), { maxLength: 3 }).map(Object.fromEntries);
}

export type Scenario = { content: Content; answers: Answers; statements: Statements };

/** A content with answers to it, and statements unless told otherwise. */
export function scenarios(
  contents: fc.Arbitrary<Content>,
  { stated = true, ...options }: AnswerOptions & { stated?: boolean } = {},
): fc.Arbitrary<Scenario> {
  return contents.chain((content) =>
    fc.record({
      content: fc.constant(content),
      answers: answersTo(content, options),
      statements: stated ? statementsTo(content) : fc.constant({}),
    }),
  );
}

/** Both kinds of content that a property has to hold for; `runs` weighs them, as the real one is slow. */
export const CONTENTS = [
  { kind: 'random contents', contents: arbitraryContent, runs: 150 },
  { kind: 'the real content', contents: fc.constant(realContent()), runs: 30 },
];

/** A scenario with what is aimed at. */
export type Case = { content: Content; answers: Answers; statements: Statements; targets: Targets };

/** Levels as targets, and wishes for up to two capabilities where they are asked for. */
function targetsTo({ models, capabilities }: Content, wishes: boolean): fc.Arbitrary<Targets> {
  const level = (id: (typeof MODEL_IDS)[number]) =>
    fc.option(fc.constantFrom(...models[id].levels.map((each) => each.id)), { nil: undefined });
  const wish = fc.tuple(
    fc.constantFrom(...capabilities.map(({ id }) => id)),
    fc.constantFrom<Rung>(0, 1, 2, 3, 4),
  );
  return fc
    .record({
      aws: level('aws'),
      microsoft: level('microsoft'),
      google: level('google'),
      capabilities: fc
        .array(wish, { maxLength: wishes ? 2 : 0 })
        .map((entries) => Object.fromEntries(entries)),
    })
    .map((targets) => Object.fromEntries(Object.entries(targets).filter(([, value]) => value !== undefined)));
}

/** Scenarios with targets; `wishes` adds own targets of capabilities, also below what the levels ask. */
export const cases = (
  contents: fc.Arbitrary<Content>,
  options: AnswerOptions & { stated: boolean; wishes: boolean },
) =>
  scenarios(contents, options).chain((scenario) =>
    targetsTo(scenario.content, options.wishes).map((targets): Case => ({ ...scenario, targets })),
  );

export type GapCase = {
  capabilities: CapabilityDraft[];
  aws?: CriterionDraft[];
  google?: CriterionDraft[];
  answers?: Answers;
  targets?: Targets;
  statements?: Statements;
};

/** The gaps in a small content by hand, where Microsoft asks for nothing. */
export function gapsOf({
  capabilities,
  aws = [],
  google = [],
  answers = {},
  ...options
}: GapCase): GapAnalysis {
  const content = contentOf(capabilities, { aws: { criteria: aws }, google: { criteria: google } });
  return analyseGaps(content, scoringBasis(content, MODEL_IDS), answers, options);
}
