import { countHolds, type CriterionReading } from './criteria';
import { levelLabel, levelShort, levelText } from './labels';
import { levelStates } from './level-states';
import type { Reader } from './readings';
import type { ReportLevel, ReportModel, ReportRequirement, ReportStatement } from './report';
import { toGo, type ModelScore } from './score';
import type { Content, MaturityModel } from './schema/content';
import { climbsTo } from './summary';
import { VENDORS } from './vocabulary';

/** One vendor's part of the report. */
export function modelReport(
  content: Content,
  scored: ModelScore,
  readings: CriterionReading[],
  read: Reader,
): ReportModel {
  const model = content.models[scored.model];
  const titles = new Map(content.capabilities.map(({ id, title }) => [id, title]));
  const requirements = requirementReports(scored, model, titles, read);
  const { id, title, publisher, edition, sources, dimensions } = model;
  return {
    id,
    name: VENDORS[id].name,
    mark: VENDORS[id].mark,
    title,
    publisher,
    edition,
    sources,
    level: {
      certain: levelText(id, scored.levels, scored.level.certain),
      best: levelText(id, scored.levels, scored.level.best),
      floor: levelText(id, scored.levels, scored.level.floor),
    },
    progress: scored.progress,
    levels: levelReports(scored, model),
    next: nextReport(scored, requirements, read),
    requirements,
    areas: dimensions.map((dimension) => ({
      ...dimension,
      counts: countHolds(readings.filter(({ criterion }) => criterion.dimension === dimension.id)),
    })),
    statements: readings.map((reading) => statementReport(reading, model, titles)),
  };
}

function levelReports(scored: ModelScore, model: MaturityModel): ReportLevel[] {
  return levelStates(scored).map((state) => {
    const level = model.levels.find(({ id }) => id === state.id);
    const named = { id: state.id, name: level?.name ?? state.id };
    return {
      ...state,
      name: named.name,
      short: levelShort(model.id, named),
      label: levelLabel(model.id, named),
      meaning: level?.meaning ?? '',
    };
  });
}

function requirementReports(
  scored: ModelScore,
  model: MaturityModel,
  titles: ReadonlyMap<string, string>,
  read: Reader,
): ReportRequirement[] {
  const texts = new Map(model.criteria.map(({ id, text }) => [id, text]));
  return scored.levels.flatMap(({ requirements }) =>
    requirements.map(({ id, level, state, parts, criteria }) => ({
      id,
      level,
      state,
      parts: parts.map(({ capability, rung }) => ({
        capability,
        title: titles.get(capability) ?? capability,
        standing: read(capability),
        needs: rung,
      })),
      criteria: criteria.map((criterion) => ({
        id: criterion.id,
        text: texts.get(criterion.id) ?? '',
        stated: criterion.stated,
        met: criterion.certain,
      })),
    })),
  );
}

function nextReport(
  scored: ModelScore,
  requirements: ReportRequirement[],
  read: Reader,
): ReportModel['next'] {
  const { next, levels, model } = scored;
  const level = levels.find(({ id }) => id === next?.level);
  if (next === null || level === undefined) return null;
  const own = requirements.filter((requirement) => requirement.level === level.id);
  return {
    label: levelLabel(model, level),
    toGo: toGo(scored, level.id),
    climbs: climbsTo(level.requirements, read),
    ifUnmetWereMet: levelText(model, levels, next.ifUnmetWereMet),
    missing: own
      .filter(({ state }) => state === 'unmet' || state === 'open')
      .map((requirement) => ({ ...requirement, criteria: requirement.criteria.filter(({ met }) => !met) })),
    excluded: own
      .filter(({ state }) => state === 'excluded')
      .flatMap(({ parts }) => parts.map(({ title }) => title)),
  };
}

function statementReport(
  { criterion, holds, statement, decidedBy }: CriterionReading,
  model: MaturityModel,
  titles: ReadonlyMap<string, string>,
): ReportStatement {
  const source = model.sources.find(({ id }) => id === criterion.source.id);
  return {
    id: criterion.id,
    level: criterion.level,
    area: criterion.dimension,
    text: criterion.text,
    source: { title: source?.title ?? '', at: criterion.source.at, url: source?.url ?? '' },
    kind: criterion.met === undefined ? 'information' : criterion.gate === true ? 'gate' : 'advice',
    ask: criterion.ask === true,
    repeats: criterion.repeats ?? null,
    holds,
    statement: statement ?? null,
    remark: criterion.info ?? criterion.fitNote ?? null,
    decidedBy: decidedBy.map(({ capability, rung, standing }) => ({
      capability,
      title: titles.get(capability) ?? capability,
      needs: rung,
      standing,
    })),
    joined: criterion.met !== undefined && 'anyOf' in criterion.met ? 'any' : 'all',
  };
}
