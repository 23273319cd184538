import { capitalised, inWords, list, range } from '@/lib/domain/labels';
import type { Report, ReportModel } from '@/lib/domain/report';
import type { ReportEdition } from '@/lib/domain/report-document';
import type { Writing } from './view';
import { missingView, type Missing } from './view-summary';

export type NextLevelView = {
  mark: string;
  title: string;
  lead: string;
  rows: (Missing & { statements: { id: string; text: string; stated: boolean }[] })[];
  notes: string[];
};

/** In a short report without the statements behind each requirement. */
export function nextLevelsView(report: Report, writing: Writing, edition: ReportEdition): NextLevelView[] {
  return report.models.map((model) => nextLevelView(model, writing, edition));
}

function nextLevelView(
  { mark, name, level, next }: ReportModel,
  writing: Writing,
  edition: ReportEdition,
): NextLevelView {
  if (next === null) {
    const lead = `${name} ${level.certain} is the highest level of this model, and it is reached. Nothing is missing.`;
    return { mark, title: `${name}: top level reached`, lead, rows: [], notes: [] };
  }
  const { label, toGo, climbs, missing, excluded, ifUnmetWereMet } = next;
  const open = missing.filter(({ state }) => state === 'open').length;
  const notes = [
    excluded.length === 0 ? null : `Left out as not applicable: ${list(excluded)}.`,
    open === 0 ? null : openText(open, missing.length),
    // Where nothing is open or everything is, there are no others.
    open === 0 || open === missing.length || ifUnmetWereMet === level.certain
      ? null
      : `Once the others are met, ${name} is ${atLevel(ifUnmetWereMet)} for certain.`,
  ];
  return {
    mark,
    title: `To ${label}`,
    lead: `${requirementsText(toGo)} to go, ${climbsText(climbs)}.`,
    rows: missing.map((requirement) => ({
      ...missingView(requirement, writing),
      statements: edition === 'short' ? [] : requirement.criteria,
    })),
    notes: notes.filter((note) => note !== null),
  };
}

function openText(open: number, all: number): string {
  if (open === all) return open === 1 ? 'It waits for an answer.' : 'All of these wait for an answer.';
  return `${capitalised(inWords(open))} of these ${open === 1 ? 'waits' : 'wait'} for an answer.`;
}

const atLevel = (level: string): string => (level.startsWith('below') ? level : `at ${level}`);

const requirementsText = ({ certain, best }: { certain: number; best: number }): string =>
  `${range(certain, best)} ${certain === 1 && best === 1 ? 'requirement' : 'requirements'}`;

const climbsText = ({ fewest, most }: { fewest: number; most: number }): string =>
  `${range(fewest, most)} ${most === 1 ? 'climb' : 'climbs'}`;
