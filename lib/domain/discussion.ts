import { standing, type Standing } from './answers';
import type { Answers, Choice, Evidence } from './schema/answers';
import { isHidden, overallAgreement, spreads, type HiddenSpread, type Spread } from './spread';
import { agreementText, medianText, overallText, rangeText, spreadText } from './spread-words';
import type { Rung } from './vocabulary';

/** What one respondent says of one capability, under the name that was promised to be shown. */
export type Voice = { who: string; standing: Standing; note: string | null; evidence: readonly Evidence[] };

export type DiscussionState = 'open' | 'agreed' | 'parked';

/** One capability as it is talked about. */
export type DiscussionItem = {
  capability: string;
  title: string;
  spread: Spread | HiddenSpread;
  /** How the answers lie, in a sentence, and median, range and agreement where a rung was given. */
  words: string;
  details: string[];
  /** The rung that all who answered gave, where three or more did and nobody said anything else. */
  unanimous: Rung | null;
  voices: Voice[];
  state: DiscussionState;
};

export type Discussion = {
  respondents: number;
  /** Krippendorff's α in sentences, or why there is none. */
  overall: string;
  /** In the order in which to talk: divided on applicability, most mixed, then what too few or nobody could say. */
  items: DiscussionItem[];
};

export type Speaker = {
  id: string;
  name: string;
  answers: Answers;
  /** Notes, by capability, without an answer. */
  remarks: Readonly<Record<string, string>>;
  /** The capabilities that this one is asked for. */
  asked: ReadonlySet<string>;
};

export type Talked = {
  capabilities: readonly { id: string; title: string }[];
  /** In an order that says nothing of who they are, as it numbers those who are not named. */
  speakers: readonly Speaker[];
  /** Whether names were promised to be shown; otherwise respondents are numbered. */
  named: boolean;
  states: ReadonlyMap<string, DiscussionState>;
  /** Of the interval of α; the same assessment has the same. */
  seed: string;
};

/** What people said alone, in the order in which to talk about it. */
export function discussion({ capabilities, speakers, named, states, seed }: Talked): Discussion {
  const names = new Map(
    speakers.map(({ id, name }, index) => [id, named ? name : `respondent ${index + 1}`]),
  );
  const ids = capabilities.map(({ id }) => id);
  const answers = speakers.map((speaker) => speaker.answers);
  const { toDiscuss, nobodyKnows, hidden } = spreads(
    ids,
    answers,
    (capability, index) => speakers[index]?.asked.has(capability) ?? false,
  );
  const titles = new Map(capabilities.map(({ id, title }) => [id, title]));
  const voicesOf = (capability: string): Voice[] =>
    speakers
      .flatMap((speaker) => voice(names.get(speaker.id) ?? '', speaker, capability))
      .toSorted((a, b) => byStanding(a, b) || a.who.localeCompare(b.who, 'en', { numeric: true }));
  return {
    respondents: speakers.length,
    overall: overallText(overallAgreement(ids, answers, seed)),
    items: [...toDiscuss, ...hidden, ...nobodyKnows].map((spread) => ({
      capability: spread.capability,
      title: titles.get(spread.capability) ?? spread.capability,
      spread,
      words: spreadText(spread),
      details: detailsOf(spread),
      unanimous: unanimousOf(spread),
      voices: voicesOf(spread.capability),
      state: states.get(spread.capability) ?? 'open',
    })),
  };
}

function voice(who: string, { answers, remarks }: Speaker, capability: string): Voice[] {
  const answer = answers[capability];
  const remark = remarks[capability];
  if (answer === undefined)
    return remark === undefined ? [] : [{ who, standing: 'unanswered', note: remark, evidence: [] }];
  const reason = 'notApplicable' in answer ? answer.reason : undefined;
  return [
    {
      ...{ who, standing: standing(answer), evidence: answer.evidence ?? [] },
      note: [reason, answer.note].filter((text) => text !== undefined).join(' · ') || null,
    },
  ];
}

const RANK: Record<string, number> = { 'not-applicable': -1, unknown: 5, unanswered: 6 };
const rank = (value: Standing): number => (typeof value === 'number' ? value : (RANK[value] ?? 6));
const byStanding = (a: Voice, b: Voice): number => rank(a.standing) - rank(b.standing);

function detailsOf(spread: Spread | HiddenSpread): string[] {
  if (isHidden(spread) || spread.rungs === null) return [];
  return [medianText(spread.rungs), rangeText(spread.rungs), agreementText(spread.rungs)];
}

function unanimousOf(spread: Spread | HiddenSpread): Rung | null {
  if (isHidden(spread) || spread.rungs === null) return null;
  const { rungs, notApplicable, unknown } = spread;
  return rungs.lowest === rungs.highest && notApplicable + unknown === 0 ? rungs.lowest : null;
}

/** The next one that is open after this, going round; `null` where none is left. */
export function nextOpen(items: readonly DiscussionItem[], after: string | null): string | null {
  const at = items.findIndex(({ capability }) => capability === after);
  const round = [...items.slice(at + 1), ...items.slice(0, Math.max(at, 0))];
  return round.find(({ state }) => state === 'open')?.capability ?? null;
}

/** Where one capability stands among all, with its neighbours; `null` where it is not asked. */
export function meetingPlace(
  items: readonly DiscussionItem[],
  capability: string,
): { item: DiscussionItem; at: number; of: number; previous: string | null; next: string | null } | null {
  const index = items.findIndex((each) => each.capability === capability);
  const item = items[index];
  if (item === undefined) return null;
  return {
    ...{ item, at: index + 1, of: items.length },
    previous: items[index - 1]?.capability ?? null,
    next: items[index + 1]?.capability ?? null,
  };
}

/** What a meeting begins with: what was agreed before, or the rung that all gave. */
export type AgreedBefore = { choice: string | undefined; note: string; reason: string };

export function agreedBefore(
  stored: { value: Choice | null; note: string | null } | undefined,
  unanimous: Rung | null,
): AgreedBefore {
  const value = stored?.value ?? (unanimous === null ? null : { rung: unanimous });
  const choice =
    value === null ? undefined : 'rung' in value ? String(value.rung) : 'notApplicable' in value ? 'n' : 'd';
  return {
    choice,
    note: stored?.note ?? '',
    reason: value !== null && 'notApplicable' in value ? value.reason : '',
  };
}
