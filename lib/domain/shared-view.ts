import type { Brand } from './brand';
import type { ModelId } from './schema/content';
import type { WhatItTakes } from './what-it-takes';
import { LEAST_FOR_LOWEST, type HeatCell, type HeatRow, type Scorecard } from './scorecard';

/**
 * What a link without an account shows, for good: the scorecard of one moment without the name, address or id of any team. A unit keeps
 * its name where it stands for several teams; a row of one or two would tell of them in particular.
 */
export type SharedView = {
  organisation: string;
  /** The instant of freezing, ISO. */
  frozenAt: string;
  edition: { version: string; hash: string };
  questionnaires: ModelId[];
  scorecard: SharedScorecard;
  /** Absent from views that were frozen before the scorecard told of plans. It names no team. */
  takes?: WhatItTakes;
  /** How the organisation’s documents looked. Absent from views that were frozen before it was kept: their page stays as it was. */
  brand?: Brand;
};

type NamelessCell = Omit<HeatCell, 'lowest'> & { lowest: { certain: number; best: number } | null };
export type NamelessRow = Omit<HeatRow, 'cells'> & { cells: (NamelessCell | null)[] };

export type SharedScorecard = Omit<Scorecard, 'heat' | 'certainty'> & {
  heat: {
    domains: Scorecard['heat']['domains'];
    rows: (NamelessRow & { name: string })[];
    all: NamelessRow;
  };
  certainty: Omit<Scorecard['certainty'], 'waiting'>;
};

/** What can be told of a scorecard in a text or on paper: the whole one, or a shared one with how many teams have no answer. */
export type TellableScorecard = Omit<SharedScorecard, 'certainty'> & Pick<Scorecard, 'certainty'>;

/** A shared scorecard as it is told: units that wait are not named, their teams are counted. */
export function tellable(scorecard: SharedScorecard): TellableScorecard {
  const missing = scorecard.certainty.expected - scorecard.teams;
  const waiting = missing > 0 ? [{ slug: '', name: '', teams: missing }] : [];
  return { ...scorecard, certainty: { ...scorecard.certainty, waiting } };
}

/** Each part is named here, so that a part that a scorecard gains later is not given away before somebody has looked at it. */
export function withoutTeams(scorecard: Scorecard): SharedScorecard {
  const { teams, sentences, models, movement, simpson, heat, holdsBack, certainty, trend } = scorecard;
  const { expected, oldest, newest, answers, evidence, editions, measures } = certainty;
  return {
    ...{ teams, sentences, models, movement, simpson, holdsBack, trend },
    heat: {
      domains: heat.domains,
      rows: heat.rows
        .filter((row) => row.teams >= LEAST_FOR_LOWEST)
        .map((row) => ({ name: row.name, ...namelessRow(row) })),
      all: namelessRow(heat.all),
    },
    certainty: { expected, oldest, newest, answers, evidence, editions, measures },
  };
}

const namelessRow = ({ teams, expected, cells }: HeatRow): NamelessRow => ({
  teams,
  expected,
  cells: cells.map(
    (cell) => cell && { certain: cell.certain, best: cell.best, lowest: nameless(cell.lowest) },
  ),
});

const nameless = (lowest: HeatCell['lowest']): NamelessCell['lowest'] =>
  lowest && { certain: lowest.certain, best: lowest.best };

/** A domain over all teams, for the list of where they are weak. */
export type WeakDomain = NamelessCell & { id: string; title: string };

/** Domains by what the teams have for certain, least first; what applies to nobody is left out. */
export function weakestFirst({ heat }: SharedScorecard): WeakDomain[] {
  return heat.domains
    .flatMap(({ id, title }, index) => {
      const cell = heat.all.cells[index];
      return cell === null || cell === undefined ? [] : [{ id, title, ...cell }];
    })
    .toSorted((a, b) => a.certain - b.certain);
}
