import { SECTIONS, type SectionId } from '@/lib/domain/report-document';
import type { Block } from './blocks';
import { answersChapter, statementsChapter } from './chapters/answers';
import { checkChapter, historyChapter, trustChapter } from './chapters/check';
import { findingsChapter } from './chapters/findings';
import { gapsChapter } from './chapters/gaps';
import { methodChapter, sourcesChapter } from './chapters/method';
import { roadmapChapter } from './chapters/roadmap';
import { holdsChapter, standingChapter } from './chapters/standing';
import { summaryChapter } from './chapters/summary';
import type { Source } from './source';

/** What each part of a report says, for every format that is read from top to bottom. */
const CHAPTERS: Record<SectionId, (source: Source) => Block[]> = {
  summary: summaryChapter,
  method: methodChapter,
  standing: standingChapter,
  holds: holdsChapter,
  gaps: gapsChapter,
  roadmap: roadmapChapter,
  findings: findingsChapter,
  trust: trustChapter,
  history: historyChapter,
  statements: statementsChapter,
  answers: answersChapter,
  sources: sourcesChapter,
  check: checkChapter,
};

/** The chapters that were chosen and have something to say, in their order. */
export const chaptersOf = (source: Source): { id: SectionId; title: string; blocks: Block[] }[] =>
  source.view.sections.map((id) => ({ id, title: SECTIONS[id], blocks: CHAPTERS[id](source) }));
