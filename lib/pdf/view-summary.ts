import type { Standing } from '@/lib/domain/answers';
import type { Holds } from '@/lib/domain/criteria';
import { capitalised, inWords, list, plural, quarterText, standingMark } from '@/lib/domain/labels';
import type { Report, ReportModel, ReportRequirement } from '@/lib/domain/report';
import { parseRichText, type RichText } from '@/lib/domain/rich-text';
import { SECTIONS, type ReportDocument, type SectionId } from '@/lib/domain/report-document';
import type { Roadmap } from '@/lib/domain/roadmap';
import { planSentences } from '@/lib/domain/roadmap-words';
import { stepId } from '@/lib/domain/roadmap-work';
import { breakable } from './glyphs';
import { trustSentences } from './view-evidence';
import { richTextView } from './view-rich-text';
import type { PrintedContent } from './view-roadmap';
import type { Writing } from './view';
import { trackView, type TrackView } from './view-track';

/** One cell of a strip: what it shows and how it is tinted; `tone` only repeats what the mark says. */
export type Cell = { mark: string; tone: Tone };
export type Tone = 'rung-0' | 'rung-1' | 'rung-2' | 'rung-3' | 'rung-4' | 'holds' | 'open' | 'plain';
export type Strip = { name: string; cells: Cell[]; count: string | null };

/** A capability as a requirement names it; alternatives share one row. */
export type Part = { title: string; anchor: string | null; you: string; needs: string };

/** What a next level waits for; `state` says so where the rungs alone do not show it. */
export type Missing = { parts: Part[]; state: string | null };

export type SummaryView = {
  /** Somebody's own words in place of the sentences, and whose they are. */
  own: { text: RichText; by: string } | null;
  sentences: string[];
  tracks: TrackView[];
  notes: string[];
  /** The same for a medium without hatching, which draws light what is only possible. */
  notesOnLight: string[];
  strip: { title: string; legend: string; rows: Strip[]; alt: string; narrow: boolean };
  holds: ({ marks: string } & Missing)[];
  first: {
    title: string;
    anchor: string | null;
    change: string;
    action: string;
    days: string;
    when: string;
  }[];
  tooLittle: string | null;
  answerFirst: { title: string; anchor: string | null }[];
  trust: string[];
  /** Where to read on. */
  places: { title: string; anchor: string }[];
};

const READ_ON = ['method', 'holds', 'answers'] as const;

export function summaryView(
  { report, plan, summary }: Pick<ReportDocument, 'report' | 'plan' | 'summary'>,
  content: PrintedContent,
  sections: readonly SectionId[],
  writing: Writing,
): SummaryView {
  const roadmap = plan?.roadmap ?? null;
  return {
    own:
      summary === null
        ? null
        : { text: richTextView(parseRichText(summary.text)), by: breakable(summary.by) },
    sentences: [...report.summary, ...(roadmap === null ? [] : planSentences(content, roadmap).slice(0, 1))],
    tracks: report.models.map((model) => trackView(model, roadmap)),
    notes: trackNotes(report, 'hatched'),
    notesOnLight: trackNotes(report, 'light'),
    strip: report.areaKind === 'domain' ? capabilityStrip(report) : statementStrip(report),
    holds: holdingRows(report, writing),
    first: report.whatNext.map(({ capability, title, from, to, action, days }) => ({
      title,
      anchor: writing.anchor(capability),
      change: `${from} → ${to}`,
      action: firstSentence(action),
      days: writing.format.number(days),
      when: doneText(roadmap, stepId(capability, to)),
    })),
    tooLittle: report.tooLittleKnown ? 'Too little is known to say what holds it or what to do first.' : null,
    answerFirst: report.answerFirst.map(({ capability, title }) => ({
      title,
      anchor: writing.anchor(capability),
    })),
    trust: trustSentences(report),
    places: READ_ON.filter((section) => sections.includes(section)).map((section) => ({
      title: SECTIONS[section],
      anchor: section,
    })),
  };
}

/** The quarter in which the plan has a step done; nothing where it is not in the plan. */
function doneText(roadmap: Roadmap | null, step: string): string {
  const found = roadmap?.steps.find(({ id }) => id === step);
  return found === undefined ? '' : quarterText(found.quarter);
}

export function cellOf(standing: Standing): Cell {
  const tone = typeof standing === 'number' ? (`rung-${standing}` as const) : 'open';
  return { mark: standingMark(standing), tone: standing === 'not-applicable' ? 'plain' : tone };
}

const HOLDS_MARK: Record<Holds, Cell> = {
  holds: { mark: '✓', tone: 'holds' },
  'not-yet': { mark: '✗', tone: 'rung-0' },
  'not-known': { mark: '?', tone: 'open' },
  'not-applicable': { mark: '–', tone: 'plain' },
  'not-asked': { mark: '·', tone: 'plain' },
};

export const holdsMark = (holds: Holds): string => HOLDS_MARK[holds].mark;

function capabilityStrip({ areas, trust }: Report): SummaryView['strip'] {
  const rows = areas.map(({ title, capabilities }) => ({
    name: title,
    cells: capabilities.map(({ standing }) => cellOf(standing)),
    count: null,
  }));
  return {
    title: `The ${plural(trust.counts.inScope, 'capability', 'capabilities')}`,
    legend: '0 absent · 1 by hand · 2 agreed · 3 automatic · 4 governed · ? not known · – not applicable',
    rows,
    alt: altOf(rows),
    narrow: true,
  };
}

function statementStrip({ models }: Report): SummaryView['strip'] {
  const rows = models.flatMap((model) => model.areas.map((area) => areaRow(model, area)));
  const shown = rows.filter(({ cells }) => cells.length > 0);
  return {
    title: `The statements, by ${models.map(({ name }) => `${name}’s`).join(', ')} areas`,
    legend: '✓ holds · ✗ not yet · ? not known · – not applicable; lowest level first',
    rows: shown,
    alt: altOf(shown),
    narrow: false,
  };
}

function areaRow({ statements }: ReportModel, { id, name, counts }: ReportModel['areas'][number]): Strip {
  const asked = statements.filter(({ area, holds }) => area === id && holds !== 'not-asked');
  return {
    name,
    cells: asked.map(({ holds }) => HOLDS_MARK[holds]),
    count: `${counts.holds} of ${counts.holds + counts['not-yet'] + counts['not-known']}`,
  };
}

const altOf = (rows: Strip[]): string =>
  rows
    .map(({ name, cells, count }) => {
      const marks = cells.map(({ mark }) => mark).join(' ');
      return `${name}: ${marks}${count === null ? '' : ` (${count} hold)`}`;
    })
    .join('. ');

/** What the next levels wait for: shared by the most models first, then in the order of the gaps. */
function holdingRows({ models, gaps }: Report, writing: Writing): SummaryView['holds'] {
  const rows = new Map<string, { marks: string[]; rank: number } & Missing>();
  const ranks = new Map(gaps.map(({ capability }, index) => [capability, index]));
  for (const { mark, next } of models) {
    for (const requirement of next?.missing ?? []) {
      const { id, parts } = requirement;
      const rank = Math.min(...parts.map(({ capability }) => ranks.get(capability) ?? gaps.length));
      const row = rows.get(id) ?? { marks: [], rank, ...missingView(requirement, writing) };
      row.marks.push(mark);
      rows.set(id, row);
    }
  }
  return [...rows.values()]
    .toSorted((a, b) => b.marks.length - a.marks.length || a.rank - b.rank)
    .map(({ marks, parts, state }) => ({ marks: marks.join(' '), parts, state }));
}

export function missingView({ parts, state, criteria }: ReportRequirement, { anchor }: Writing): Missing {
  const stands = parts.some(({ standing, needs }) => typeof standing === 'number' && standing >= needs);
  const against = stands && criteria.some(({ stated }) => stated) ? 'a statement is said not to hold' : null;
  return {
    parts: parts.map(({ capability, title, standing, needs }) => ({
      title,
      anchor: anchor(capability),
      you: standingMark(standing),
      needs: String(needs),
    })),
    state: state === 'open' ? 'waits for an answer' : against,
  };
}

function trackNotes({ models, trust, capabilities }: Report, drawn: 'hatched' | 'light'): string[] {
  const open = models.some(({ levels }) => levels.some(({ met, atBest }) => met !== atBest));
  const titles = trust.notKnown.map(({ title }) => title);
  const notes: string[] = [];
  if (open && titles.length > 0) {
    const verb = titles.length === 1 ? 'answer is' : 'answers are';
    notes.push(
      `A range, ${drawn}, means that ${inWords(titles.length)} ${verb} not known yet (${someOf(titles)}).`,
    );
  }
  const excluded = capabilities.flatMap(({ title, standing }) =>
    standing === 'not-applicable' ? [title] : [],
  );
  for (const { name, level } of models) {
    if (level.floor === level.certain) continue;
    notes.push(
      `${name} ${level.certain} leaves out what does not apply (${someOf(excluded)}); with it: ${level.floor}.`,
    );
  }
  return notes;
}

/** Three titles at most, so that the summary stays one page. */
function someOf(titles: string[]): string {
  return titles.length <= 3
    ? list(titles)
    : `${titles.slice(0, 2).join(', ')} and ${inWords(titles.length - 2)} more`;
}

const firstSentence = (text: string): string =>
  capitalised(/^.*?[.;](?=\s|$)/.exec(text)?.[0].replace(/;$/, '.') ?? text);
