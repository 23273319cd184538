import { levelText } from './labels';
import type { Reader } from './readings';
import type { Report, ReportEvidence } from './report';
import type { Basis } from './requirements';
import type { Content } from './schema/content';
import type { Score } from './score';
import { MODEL_IDS } from './vocabulary';

/** How far the figures of a report can be trusted: what is known, and what is shown for it. */
export function trustReport(content: Content, basis: Basis, scored: Score, read: Reader): Report['trust'] {
  const titles = new Map(content.capabilities.map(({ id, title }) => [id, title]));
  return {
    counts: scored.counts,
    completeness: scored.completeness,
    evidence: evidenceReport(content, scored),
    notKnown: basis.capabilities
      .map(({ id }) => ({ id, standing: read(id) }))
      .filter(({ standing }) => standing === 'unknown' || standing === 'unanswered')
      .map(({ id, standing }) => ({
        capability: id,
        title: titles.get(id) ?? id,
        answered: standing === 'unknown',
      })),
  };
}

function evidenceReport(content: Content, { evidence }: Score): ReportEvidence {
  const { backed, of, lapsed, against, byModel } = evidence;
  const entries = MODEL_IDS.flatMap((id) => {
    const shown = byModel[id];
    const { levels } = content.models[id];
    return shown === undefined
      ? []
      : [[id, { ...shown, level: levelText(id, levels, shown.level) }] as const];
  });
  return { backed, of, lapsed, against, byModel: Object.fromEntries(entries) };
}
