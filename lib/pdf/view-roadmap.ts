import { PRINTED } from '@/lib/charts/palette';
import { roadmapPictures } from '@/lib/charts/roadmap-svg';
import { UNBRANDED, type DocumentBrand } from '@/lib/domain/brand';
import { dateText, list, quarterText } from '@/lib/domain/labels';
import type { Roadmap } from '@/lib/domain/roadmap';
import { timelineOf, type Grouping } from '@/lib/domain/roadmap-timeline';
import {
  costText,
  levelTitle,
  planSentences,
  RANGE_WORDS,
  spanText,
  titlesOf,
} from '@/lib/domain/roadmap-words';
import type { Content, ModelId } from '@/lib/domain/schema/content';
import { VENDORS, type Paper } from '@/lib/domain/vocabulary';
import { breakable, cut } from './glyphs';
import { accentOf, footLineOf, headLogoOf } from './view-brand';
import { needView } from './view-roadmap-need';
import { notDoneView } from './view-roadmap-rest';
import { quartersView } from './view-roadmap-steps';
import { automationView, rolesView, toolingView } from './view-roadmap-tracks';

/** What is printed of a plan, and what it is of. */
export type RoadmapToPrint = {
  roadmap: Roadmap;
  content: PrintedContent;
  organisation: string | null;
  /** Whose document it is. */
  brand?: DocumentBrand;
  subject: string;
  /** The name of the plan. */
  plan: string;
  /** The day on which it is read: given and not taken from a clock, so that the same plan gives the same bytes. */
  date: string;
  paper: Paper;
  /** How the picture is grouped. */
  by?: Grouping;
  /** Set within a page and not across one. */
  upright?: boolean;
  /** Of one vendor alone: then no other's courses are named. */
  questionnaires?: readonly ModelId[];
};

/** The content by which the plan was made. */
export type PrintedContent = Pick<
  Content,
  'capabilities' | 'roles' | 'models' | 'tools' | 'lifecycle' | 'edition'
>;

/** Room for the picture on a page across, in points: `roadmap.typ` sets it in this size. */
const ACROSS = { a4: { width: 750, height: 474 }, 'us-letter': { width: 700, height: 490 } };

/** Room within an upright page of a report. */
const UPRIGHT = { a4: { width: 470, height: 560 }, 'us-letter': { width: 485, height: 520 } };

/** A picture that leaves room for steps under it. */
const LOW = 220;

/** The plan as `roadmap.typ` sets it: strings, and pictures. */
export function roadmapView(facts: RoadmapToPrint) {
  const {
    roadmap,
    content,
    brand = UNBRANDED,
    subject,
    plan,
    date,
    paper,
    by,
    upright = false,
    questionnaires = [],
  } = facts;
  const { title } = titlesOf(content);
  const organisation = brand.client?.name ?? facts.organisation;
  return {
    paper,
    title: `MLOps roadmap: ${subject}, ${plan}`,
    author: brand.firm?.name ?? organisation ?? subject,
    accent: accentOf(brand),
    logo: headLogoOf(brand),
    heading: breakable(cut(subject, 90)),
    above: organisation === null ? null : breakable(cut(organisation, 60)),
    plan: breakable(cut(plan, 90)),
    about: `Roadmap from ${dateText(roadmap.monday)} · as of ${dateText(date)} · ${aimText(content, roadmap)}`,
    running: {
      left: breakable(`${cut(subject, 40)} · ${cut(plan, 36)}`),
      right: 'MLOps roadmap',
      footLeft: footLineOf(brand, cut(organisation ?? subject, 32)),
      footRight: `${dateText(date)} · content edition ${content.edition.version}`,
    },
    sentences: planSentences(content, roadmap).map(breakable).join(' '),
    cost: roadmap.cost === null ? null : costText(content, roadmap.cost),
    answerFirst: (roadmap.answerFirst ?? []).map(title),
    levels: roadmap.answerFirst === null ? levelsView(facts) : [],
    need: needView(content, roadmap),
    pictures: roadmapPictures(
      timelineOf(content, roadmap, by),
      (upright ? UPRIGHT : ACROSS)[paper],
      PRINTED,
    ).map(({ svg, alt, width, height, groups }) => ({
      svg,
      alt,
      width,
      low: height < LOW,
      groups: list(groups),
    })),
    quarters: quartersView(content, roadmap),
    roles: rolesView(content, roadmap),
    tooling: toolingView(content, roadmap),
    automation: automationView(roadmap),
    notDone: notDoneView(content, roadmap, questionnaires),
    range: RANGE_WORDS,
  };
}

/** `aims at AWS Initial and Google L1`. */
function aimText(content: PrintedContent, { targets, steps }: Roadmap): string {
  const own = steps.some(({ purposes }) => purposes.some(({ kind }) => kind === 'target'));
  const aims = [
    ...targets.map(({ model, level }) => levelTitle(content, model, level)),
    ...(own ? ['own targets of capabilities'] : []),
  ];
  return aims.length === 0 ? 'aims at nothing higher' : `aims at ${list(aims)}`;
}

const MOST_NAMED = 3;

function levelsView({ content, roadmap }: RoadmapToPrint) {
  const { title } = titlesOf(content);
  const aimed = new Set(roadmap.targets.map(({ model, level }) => `${model}:${level}`));
  return roadmap.levels.map(({ model, level, when, heldBy }) => {
    const names = [
      ...new Set(heldBy.flatMap(({ parts }) => parts.map(({ capability }) => title(capability)))),
    ];
    const more = names.length - MOST_NAMED;
    return {
      label: `${VENDORS[model].mark} ${levelTitle(content, model, level)}`,
      aim: aimed.has(`${model}:${level}`) ? 'target' : '',
      quarter: when === null ? 'not reached' : quarterText(when.quarter),
      range: when === null ? '' : spanText(when.range),
      day: when === null ? '' : dateText(when.day),
      late: when !== null && when.week > roadmap.horizonWeeks,
      heldBy: list(more > 0 ? [...names.slice(0, MOST_NAMED), `${more} more`] : names),
    };
  });
}
