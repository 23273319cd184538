import { rungOf, type Standing } from './answers';
import { dayNumber, isoDay } from './calendar';
import type { Answers, Evidence, Statements } from './schema/answers';

/** What a piece of evidence is worth on a day: see docs/decisions/038-evidence.md. */

/** How a claim is shown. `lapsed` was backed until its evidence lapsed; `against` says that current evidence speaks against it. */
export type Backing = { state: 'backed' | 'lapsed' | 'unshown'; against: boolean };

/** Whether a piece is current on a day (ISO); its last day is one of them. Without a day none has lapsed. */
export const isCurrent = ({ until }: Pick<Evidence, 'until'>, on: string | undefined): boolean =>
  until === undefined || on === undefined || on <= until;

/** The first day on which a piece is no longer current; `null` for one that stays so. */
export const lapsesOn = ({ until }: Pick<Evidence, 'until'>): string | null =>
  until === undefined ? null : isoDay(dayNumber(until) + 1);

/**
 * How the rung of an answer is shown on a day: a piece backs it that speaks for that rung or a higher one, and one that speaks against
 * that rung or a lower one contradicts it. An answer without a rung is read as rung 0.
 */
export function backingOf(
  { standing, evidence }: { standing: Standing; evidence: readonly Evidence[] },
  on: string | undefined,
): Backing {
  const given = rungOf(standing) ?? 0;
  const speaking = evidence.filter(({ against, rung = given }) => against !== true && rung >= given);
  const speaksAgainst = evidence.filter(({ against, rung = given }) => against === true && rung <= given);
  const state = speaking.some((piece) => isCurrent(piece, on))
    ? 'backed'
    : speaking.length > 0
      ? 'lapsed'
      : 'unshown';
  return { state, against: speaksAgainst.some((piece) => isCurrent(piece, on)) };
}

/** The answers that count where only what is shown does: those that are backed, and those that say that a capability does not apply. */
export const onlyBacked = (answers: Answers, isBacked: (capability: string) => boolean): Answers =>
  Object.fromEntries(
    Object.entries(answers).filter(([id, answer]) => 'notApplicable' in answer || isBacked(id)),
  );

/** Statements without those that claim that something holds, as nothing is shown for them; the rungs decide there. */
export const withoutClaims = (statements: Statements): Statements =>
  Object.fromEntries(
    Object.entries(statements).filter(([, statement]) => !('holds' in statement && statement.holds)),
  );

/** The same for the same thing, wherever it is used: its name and its address. */
export const pieceKey = ({ title, url = '' }: Pick<Evidence, 'title' | 'url'>): string =>
  JSON.stringify([title, url]);

/**
 * The pieces with one more. Each is there once: one of the same name and address takes the place of the one there was, and what it says of
 * where to look and until when stays where the new one says nothing of it.
 */
export function withPiece(pieces: readonly Evidence[], piece: Evidence): Evidence[] {
  const at = pieces.findIndex((each) => pieceKey(each) === pieceKey(piece));
  const there = pieces[at];
  if (there === undefined) return [...pieces, piece];
  const { note = there.note, until = there.until } = piece;
  const one = {
    ...piece,
    ...(note === undefined ? {} : { note }),
    ...(until === undefined ? {} : { until }),
  };
  return pieces.with(at, one);
}

/** What a piece of another answer says here too; for which rung it stands, and whether for or against, is said anew. */
export function usedAgain({ title, url, note, until }: Evidence): Evidence {
  return {
    title,
    ...(url === undefined ? {} : { url }),
    ...(note === undefined ? {} : { note }),
    ...(until === undefined ? {} : { until }),
  };
}

/** A piece without who added it and when, which is for the server to say. */
export function unsigned(piece: Evidence): Evidence {
  const { by: _, on: __, ...rest } = piece;
  return rest;
}

/** Pieces as they are stored: one that was there `before` keeps who added it and when, and any other gets this name and day. */
export function signed(
  pieces: readonly Evidence[],
  before: readonly Evidence[],
  signature: { by: string; on: string },
): Evidence[] {
  const known = new Map(before.map((piece) => [pieceKey(piece), piece]));
  return pieces.map((piece) => {
    const { by, on } = known.get(pieceKey(piece)) ?? signature;
    return {
      ...unsigned(piece),
      ...(by === undefined ? {} : { by }),
      ...(on === undefined ? {} : { on }),
    };
  });
}
