import { rungOf, standing, type Standing } from './answers';
import type { Assessment } from './assessment';
import { readCriteria, statementShare, type CriterionReading } from './criteria';
import { analyseGaps, type GapAnalysis } from './gap';
import { levelLabel, levelText } from './labels';
import { modelReport } from './model-report';
import { readerOf } from './readings';
import type { Report, ReportArea, ReportCapability, ReportGap, ReportStep, TiedStatement } from './report';
import { capabilitiesInScope, scoringBasis } from './requirements';
import { score, type Score } from './score';
import type { Answer } from './schema/answers';
import type { Content, ModelId } from './schema/content';
import type { AreaScore } from './area-score';
import { summarySentences, tooLittleKnown } from './summary';
import { trustReport } from './trust-report';
import { PHASES, PILLARS, SIDES, VENDORS } from './vocabulary';

/** Facts about an assessment that no computation gives. */
export type ReportFacts = Pick<Report, 'organisation' | 'status'>;

/** Puts score, gaps and texts together. The same assessment on the same content gives the same value. */
export function buildReport(content: Content, assessment: Assessment, facts: ReportFacts): Report {
  const { answers, statements, questionnaires, targets } = assessment;
  const basis = scoringBasis(content, questionnaires);
  const scored = score(basis, answers, statements, assessment.date);
  const gaps = analyseGaps(content, basis, answers, { targets, statements, scored });
  const read = readerOf(answers);
  const texts = new Texts(content);
  const readings = new Map(
    questionnaires.map((id) => [id, readCriteria(content.models[id], read, statements)]),
  );
  const models = scored.models.map((model) =>
    modelReport(content, model, readings.get(model.model) ?? [], read),
  );
  const areas = areasOf(content, scored, texts);
  const [only, ...others] = models;
  const vendorAreas = others.length === 0 && only !== undefined ? only : undefined;
  const named =
    vendorAreas === undefined
      ? areas.map(({ title, pair }) => ({ title, share: pair?.certain ?? null }))
      : vendorAreas.areas.map(({ name, counts }) => ({ title: name, share: statementShare(counts) }));
  const steps = gaps.steps.map((step) => stepReport(step, gaps, texts, content));
  return {
    subject: assessment.subject,
    ...facts,
    date: assessment.date,
    scope: assessment.scope,
    questionnaires,
    edition: content.edition,
    measure: content.measure,
    summary: summarySentences(scored, named, read),
    tooLittleKnown: tooLittleKnown(scored.counts),
    models,
    areas,
    areaKind: vendorAreas === undefined ? 'domain' : 'vendor-area',
    pillars: PILLARS.map((id) => areaReport(id, texts.titleOf('pillars', id), scored.pillars[id], texts)),
    phases: PHASES.map((id) => areaReport(id, texts.titleOf('phases', id), scored.phases[id], texts)),
    sides: SIDES.map((id) => areaReport(id, texts.titleOf('sides', id), scored.sides[id], texts)),
    overall: scored.overall,
    beyond: scored.beyond.pair,
    gaps: gaps.gaps.map((gap) => gapReport(gap, scored, texts, content)),
    noAction: gaps.noAction.map((each) => ({ ...each, title: texts.capability(each.capability) })),
    exclusions: gaps.exclusions.map((each) => ({ ...each, title: texts.capability(each.capability) })),
    statedAgainst: gaps.statedAgainst.map(({ model, level, criterion }) => ({
      label: texts.label(model, level),
      criterion,
      text: texts.criterion(criterion),
    })),
    reached: gaps.reached.map(({ model, level }) => texts.label(model, level)),
    steps,
    whatNext: steps.filter(({ canStart, unconfirmed }) => canStart && !unconfirmed).slice(0, 5),
    answerFirst: (gaps.answerFirst ?? [])
      .slice(0, 12)
      .map((capability) => ({ capability, title: texts.capability(capability) })),
    trust: trustReport(content, basis, scored, read),
    capabilities: capabilitiesInScope(content, questionnaires).map((capability) =>
      capabilityReport(capability, assessment, readings),
    ),
  };
}

/** Titles and labels by id. */
class Texts {
  private readonly titles: Map<string, string>;
  private readonly criteria: Map<string, string>;
  private readonly roles: Map<string, string>;

  constructor(private readonly content: Content) {
    this.titles = new Map(content.capabilities.map(({ id, title }) => [id, title]));
    this.roles = new Map(content.roles.map(({ id, title }) => [id, title]));
    const all = Object.values(content.models).flatMap(({ criteria }) => criteria);
    this.criteria = new Map(all.map(({ id, text }) => [id, text]));
  }

  capability = (id: string): string => this.titles.get(id) ?? id;
  criterion = (id: string): string => this.criteria.get(id) ?? id;
  role = (id: string): string => this.roles.get(id) ?? id;

  label(model: ModelId, level: string | null): string {
    const { levels } = this.content.models[model];
    const found = levels.find(({ id }) => id === level);
    if (found !== undefined) return levelLabel(model, found);
    return levelText(model, levels, level).replace('below', `below ${VENDORS[model].name}`);
  }

  titleOf(kind: 'domains' | 'pillars' | 'phases' | 'sides', id: string): string {
    return this.content.lifecycle[kind].find((each) => each.id === id)?.title ?? id;
  }
}

function areaReport(
  id: string,
  title: string,
  { pair, lowest, capabilities }: AreaScore,
  texts: Texts,
): ReportArea {
  return {
    id,
    title,
    pair,
    lowest,
    capabilities: capabilities.map((each) => ({ ...each, title: texts.capability(each.id) })),
  };
}

function areasOf(content: Content, scored: Score, texts: Texts): ReportArea[] {
  return content.lifecycle.domains.flatMap(({ id, title }) => {
    const area = scored.domains[id];
    return area === undefined ? [] : [areaReport(id, title, area, texts)];
  });
}

function gapReport(
  gap: GapAnalysis['gaps'][number],
  scored: Score,
  texts: Texts,
  content: Content,
): ReportGap {
  const { capability, standing: value, required, climbs, days, causes } = gap;
  const nextOf = (model: ModelId) => scored.models.find((each) => each.model === model)?.next?.level;
  const blocks = causes.map(({ model, level, criteria }) => ({
    label: texts.label(model, level),
    isNext: nextOf(model) === level,
    order: content.models[model].levels.find(({ id }) => id === level)?.order ?? 0,
    criteria: criteria.map((id) => ({ id, text: texts.criterion(id) })),
  }));
  return {
    capability,
    title: texts.capability(capability),
    standing: value,
    required,
    climbs,
    days,
    blocks: blocks.map(({ label, isNext, criteria }) => ({ label, isNext, criteria })),
    ownTarget: causes.every(({ rung }) => rung < required),
  };
}

function stepReport(
  { capability, to, step, days, unconfirmed, prerequisiteOf, canStart }: GapAnalysis['steps'][number],
  { gaps }: GapAnalysis,
  texts: Texts,
  content: Content,
): ReportStep {
  const own = content.capabilities.find(({ id }) => id === capability);
  const causes = gaps.find((gap) => gap.capability === capability)?.causes ?? [];
  const serves = causes.filter(({ rung }) => rung >= to).map(({ model, level }) => texts.label(model, level));
  return {
    capability,
    title: texts.capability(capability),
    from: to - 1,
    to,
    action: step.action,
    before: step.automation.before,
    after: step.automation.after,
    days,
    lead: (own?.roles.lead ?? []).map(texts.role),
    unconfirmed,
    canStart,
    serves: [...new Set(serves)],
    prerequisiteOf: prerequisiteOf.map(texts.capability),
  };
}

function capabilityReport(
  capability: Content['capabilities'][number],
  { answers, questionnaires }: Assessment,
  readings: ReadonlyMap<ModelId, CriterionReading[]>,
): ReportCapability {
  const answer = answers[capability.id];
  const value: Standing = standing(answer);
  const rung = rungOf(value);
  const tied = questionnaires.flatMap((model) =>
    (readings.get(model) ?? []).flatMap(({ criterion: { id, text }, holds, decidedBy }) => {
      const part = decidedBy.find((each) => each.capability === capability.id);
      if (part === undefined || rung === undefined) return [];
      return [{ model, id, text, enough: part.rung <= rung, holds: holds === 'holds' }];
    }),
  );
  const those = (enough: boolean, holds: boolean): TiedStatement[] =>
    tied
      .filter((each) => each.enough === enough && each.holds === holds)
      .map(({ model, id, text }) => ({ model, id, text }));
  return {
    id: capability.id,
    title: capability.title,
    domain: capability.domain,
    question: capability.question,
    standing: value,
    rungText: rung === undefined ? null : (capability.rungs[rung]?.text ?? null),
    ...exclusionReport(answer),
    note: answer?.note ?? null,
    evidence: answer?.evidence ?? [],
    meets: those(true, true),
    heldBack: those(true, false),
    missing: those(false, false),
  };
}

function exclusionReport(answer: Answer | undefined) {
  if (answer === undefined || !('notApplicable' in answer)) return { reason: null };
  const { reason, approvedBy, reviewOn } = answer;
  return {
    reason,
    ...(approvedBy === undefined ? {} : { approvedBy }),
    ...(reviewOn === undefined ? {} : { reviewOn }),
  };
}
