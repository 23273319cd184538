import type { Standing } from './answers';
import type { Pair } from './area-score';
import type { Assessment } from './assessment';
import type { Holds } from './criteria';
import type { GapAnalysis } from './gap';
import type { Score } from './score';
import type { Statement } from './schema/answers';
import type { Evidence } from './schema/answers';
import type { MaturityModel, ModelId, Rung } from './schema/content';

/**
 * The one value that page, PDF and every export render; none of them computes. It holds only the chosen questionnaires, so a report on
 * one vendor names no other. Built by `buildReport`.
 */
export type Report = {
  subject: string;
  organisation: string | null;
  date: string;
  status: { finished: boolean; by: string | null; at: string | null };
  scope: Assessment['scope'];
  questionnaires: ModelId[];
  edition: { version: string; hash: string };
  measure: string;
  /** At most two sentences. */
  summary: string[];
  /** Half or more is not rated: no weak spots, no plan. */
  tooLittleKnown: boolean;
  models: ReportModel[];
  /** One vendor's areas in a report on that vendor alone, otherwise our domains. */
  areas: ReportArea[];
  areaKind: 'domain' | 'vendor-area';
  pillars: ReportArea[];
  phases: ReportArea[];
  sides: ReportArea[];
  overall: Pair;
  beyond: Pair;
  gaps: ReportGap[];
  noAction: { capability: string; title: string; standing: Standing; required: number }[];
  exclusions: (GapAnalysis['exclusions'][number] & { title: string })[];
  statedAgainst: { label: string; criterion: string; text: string }[];
  /** Levels when every gap is closed. */
  reached: string[];
  /** All climbs in an order in which they can be done. */
  steps: ReportStep[];
  /** The first of them that can start today. */
  whatNext: ReportStep[];
  /** When too little is known: what to answer first. */
  answerFirst: { capability: string; title: string }[];
  trust: {
    counts: Score['counts'];
    completeness: number | null;
    evidence: ReportEvidence;
    notKnown: { capability: string; title: string; answered: boolean }[];
  };
  capabilities: ReportCapability[];
};

/** What is shown on the report's day; reports from before evidence could lapse have neither `lapsed` and `against` nor levels. */
export type ReportEvidence = {
  backed: number;
  of: number;
  lapsed?: number;
  against?: number;
  /** Requirements of the level reached, and the level that stands if only backed answers count, as in `ReportModel`. */
  byModel: Partial<Record<ModelId, { backed: number; of: number; level?: string }>>;
};

export type ReportLevel = {
  id: string;
  name: string;
  /** `Initial`, `L1`. */
  short: string;
  /** `AWS Initial`, `Microsoft L1`. */
  label: string;
  meaning: string;
  reached: boolean;
  isNext: boolean;
  /** Requirements of this level alone; excluded ones are not in `of`. */
  met: number;
  atBest: number;
  of: number;
  excluded: number;
};

export type ReportModel = {
  id: ModelId;
  name: string;
  mark: string;
  title: string;
  publisher: string;
  edition: string;
  sources: MaturityModel['sources'];
  level: { certain: string; best: string; floor: string };
  progress: { certain: number; best: number };
  levels: ReportLevel[];
  next: {
    label: string;
    toGo: { certain: number; best: number };
    climbs: { fewest: number; most: number };
    ifUnmetWereMet: string;
    /** Each with those of its criteria alone that are not met. */
    missing: ReportRequirement[];
    excluded: string[];
  } | null;
  /** Every requirement of every level: what a number opens to. */
  requirements: ReportRequirement[];
  areas: { id: string; name: string; counts: Record<Holds, number> }[];
  statements: ReportStatement[];
};

export type ReportRequirement = {
  id: string;
  level: string;
  state: Score['models'][number]['levels'][number]['requirements'][number]['state'];
  /** One capability, or alternatives. */
  parts: { capability: string; title: string; standing: Standing; needs: number }[];
  /** `met` as far as this requirement decides it, for certain. */
  criteria: { id: string; text: string; stated: boolean; met: boolean }[];
};

export type ReportStatement = {
  id: string;
  level: string;
  area: string;
  text: string;
  source: { title: string; at: string; url: string };
  /** `gate` counts towards the level, `advice` does not, `information` is decided by no rung. */
  kind: 'gate' | 'advice' | 'information';
  /** Asked of a person directly, as no rung decides it. */
  ask: boolean;
  repeats: string | null;
  holds: Holds;
  statement: Statement | null;
  /** Why no rung decides it, or where rung and sentence differ. */
  remark: string | null;
  decidedBy: { capability: string; title: string; needs: number; standing: Standing }[];
  /** How several deciding rungs are joined. */
  joined: 'all' | 'any';
};

export type ReportArea = {
  id: string;
  title: string;
  pair: Pair;
  lowest: number | null;
  capabilities: { id: string; title: string; standing: Standing }[];
};

export type ReportGap = {
  capability: string;
  title: string;
  standing: Standing;
  required: number;
  climbs: { fewest: number; most: number };
  days: { fewest: number; most: number };
  blocks: { label: string; isNext: boolean; criteria: { id: string; text: string }[] }[];
  ownTarget: boolean;
};

export type ReportStep = {
  capability: string;
  title: string;
  from: number;
  to: Rung;
  action: string;
  before: string;
  after: string;
  days: number;
  lead: string[];
  unconfirmed: boolean;
  canStart: boolean;
  /** Levels whose requirements this climb serves, by label. */
  serves: string[];
  /** Titles of the capabilities that it only prepares. */
  prerequisiteOf: string[];
};

export type ReportCapability = {
  id: string;
  title: string;
  domain: string;
  question: string;
  standing: Standing;
  /** The text of the rung given; `null` without one. */
  rungText: string | null;
  reason: string | null;
  /** Of what does not apply, where it was said. */
  approvedBy?: string;
  reviewOn?: string;
  note: string | null;
  evidence: Evidence[];
  /** Statements that hold, that the rung given would do for but another answer or a person's word holds back, and that it does not meet. */
  meets: TiedStatement[];
  heldBack: TiedStatement[];
  missing: TiedStatement[];
};

export type TiedStatement = { model: ModelId; id: string; text: string };
