import { pieceWords, reasonWords } from '@/lib/domain/evidence-words';
import { capitalised, standingText } from '@/lib/domain/labels';
import type { Report, ReportCapability } from '@/lib/domain/report';
import { RUNG_NAMES } from '@/lib/domain/vocabulary';
import { breakable, cut, webAddress } from './glyphs';
import type { Writing } from './view';
import { cellOf, type Cell } from './view-summary';

type Tied = { mark: string; items: { ids: string[]; text: string }[] }[];

type Answer = {
  anchor: string | null;
  title: string;
  question: string;
  cell: Cell;
  standing: string;
  rungText: string | null;
  reason: string | null;
  note: string[];
  /** `note` says also for what it stands, until when, and who added it. */
  evidence: { title: string; href: string | null; shown: string | null; note: string | null }[];
  meets: Tied;
  heldBack: Tied;
  missing: Tied;
};

export type AnswersView = { by: string; groups: { title: string; answers: Answer[] }[] };

/** Every answer, by our domains, or by the areas of the one vendor that the report is about. */
export function answersView(report: Report, writing: Writing): AnswersView {
  const groups = report.areaKind === 'domain' ? domainGroups(report) : vendorGroups(report);
  const marks = new Map<string, string>(report.models.map(({ id, mark }) => [id, mark]));
  return {
    by: report.areaKind === 'domain' ? 'domain' : 'area',
    groups: groups.map(({ title, capabilities }) => ({
      title,
      answers: capabilities.map((capability) => answerOf(capability, marks, { ...writing, on: report.date })),
    })),
  };
}

type Group = { title: string; capabilities: ReportCapability[] };

function domainGroups({ areas, capabilities }: Report): Group[] {
  return areas.map(({ id, title }) => ({
    title,
    capabilities: capabilities.filter(({ domain }) => domain === id),
  }));
}

/** A capability stands in the area of the first statement that it decides. */
function vendorGroups({ models, capabilities }: Report): Group[] {
  const areaOf = new Map<string, string>();
  for (const { statements } of models) {
    for (const { area, decidedBy } of statements) {
      for (const { capability } of decidedBy) if (!areaOf.has(capability)) areaOf.set(capability, area);
    }
  }
  const areas = models.flatMap(({ areas: own }) => own);
  const groups = areas.map(({ id, name }) => ({
    title: name,
    capabilities: capabilities.filter((capability) => areaOf.get(capability.id) === id),
  }));
  const rest = capabilities.filter(({ id }) => !areaOf.has(id));
  return [...groups, { title: 'Other answers', capabilities: rest }].filter(
    (group) => group.capabilities.length > 0,
  );
}

function answerOf(
  capability: ReportCapability,
  marks: ReadonlyMap<string, string>,
  { anchor, on }: Writing & { on: string },
): Answer {
  const { id, title, question, standing, rungText, note, evidence } = capability;
  const reason = reasonWords(capability, on);
  return {
    anchor: anchor(id),
    title,
    question,
    cell: cellOf(standing),
    // The rung's digit stands in the cell.
    standing: typeof standing === 'number' ? RUNG_NAMES[standing] : capitalised(standingText(standing)),
    rungText,
    reason: reason === null ? null : breakable(reason),
    note: paragraphs(note),
    evidence: evidence.map((each) => {
      const href = webAddress(each.url);
      const about = [...(each.note === undefined ? [] : [each.note]), ...pieceWords(each, on)];
      return {
        title: breakable(each.title),
        href,
        shown: href === null ? null : breakable(cut(href.replace(/^https?:\/\//, '').replace(/\/$/, ''), 90)),
        note: about.length === 0 ? null : breakable(about.join(' · ')),
      };
    }),
    meets: tiedOf(capability.meets, marks),
    heldBack: tiedOf(capability.heldBack, marks),
    missing: tiedOf(capability.missing, marks),
  };
}

/** The lines of a note; the typesetter gets no line ends. */
const paragraphs = (note: string | null): string[] =>
  (note ?? '')
    .split(/[\n\r\u2028\u2029]+/)
    .map((line) => breakable(line.trim()))
    .filter((line) => line !== '');

/** By model; a sentence that a vendor repeats at several levels stands once, with all its ids. */
function tiedOf(tied: ReportCapability['meets'], marks: ReadonlyMap<string, string>): Tied {
  return [...marks].flatMap(([model, mark]) => {
    const ids = new Map<string, string[]>();
    for (const each of tied) {
      if (each.model === model) ids.set(each.text, [...(ids.get(each.text) ?? []), each.id]);
    }
    const items = [...ids].map(([text, own]) => ({ ids: own, text }));
    return items.length === 0 ? [] : [{ mark, items }];
  });
}
