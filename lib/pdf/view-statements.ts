import type { Holds } from '@/lib/domain/criteria';
import { levelCount, standingMark } from '@/lib/domain/labels';
import type { Report, ReportLevel, ReportModel, ReportStatement } from '@/lib/domain/report';
import { breakable } from './glyphs';
import { holdsMark } from './view-summary';

type Row = {
  id: string;
  text: string;
  /** Advice and information count towards no level. */
  kind: string | null;
  mark: string;
  holds: string;
  stated: boolean;
  from: string[];
  remarks: string[];
  /** Too long to be kept on one page. */
  long: boolean;
};

export type StatementsView = {
  mark: string;
  name: string;
  levels: {
    title: string;
    meaning: string;
    count: string;
    reached: boolean;
    areas: { name: string; rows: Row[] }[];
  }[];
};

const WORDS: Record<Holds, string> = {
  holds: 'holds',
  'not-yet': 'not yet',
  'not-known': 'not known',
  'not-applicable': 'not applicable',
  'not-asked': 'not asked',
};

/** Every statement of each model, by its levels and areas. */
export function statementsView({ models }: Report): StatementsView[] {
  return models.map((model) => ({
    mark: model.mark,
    name: model.name,
    levels: model.levels.map((level) => ({
      title: levelTitle(level),
      meaning: level.meaning,
      count: level.of === 0 ? 'asks for nothing that counts' : `${levelCount(level)} requirements met`,
      reached: level.reached,
      areas: areasOf(model, level),
    })),
  }));
}

const levelTitle = ({ label, short, name }: ReportLevel): string =>
  short === name ? label : `${label} ${name}`;

function areasOf({ areas, statements }: ReportModel, level: ReportLevel): { name: string; rows: Row[] }[] {
  return areas.flatMap(({ id, name }) => {
    const rows = statements.filter((each) => each.level === level.id && each.area === id).map(rowOf);
    return rows.length === 0 ? [] : [{ name, rows }];
  });
}

function rowOf({
  id,
  text,
  kind,
  repeats,
  holds,
  statement,
  remark,
  decidedBy,
  joined,
}: ReportStatement): Row {
  const note = statement?.note;
  const remarks = [
    ...(note === undefined || note === '' ? [] : [`Stated: “${breakable(note)}”`]),
    ...(repeats === null ? [] : [`Repeats ${repeats}, counted there.`]),
    ...(remark === null || repeats !== null ? [] : [remark]),
  ];
  return {
    id,
    text,
    kind: kind === 'gate' || repeats !== null ? null : kind,
    mark: holdsMark(holds),
    holds: WORDS[holds],
    stated: statement !== null,
    from: decidedBy.map(({ title, standing, needs }, index) => {
      const reached = typeof standing === 'number' && standing >= needs;
      const lacking = reached || standing === 'not-applicable' ? '' : `, needs\u00a0${needs}`;
      const you = `${title}\u00a0${standingMark(standing)}${lacking}`;
      return joined === 'any' && index > 0 ? `or ${you}` : you;
    }),
    remarks,
    long: remarks.join('').length > 1_500,
  };
}
