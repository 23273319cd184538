import { capitalised } from '@/lib/domain/labels';
import { LIMITS } from '@/lib/domain/limits';
import { addressProblem, textProblem } from '@/lib/domain/plain-text';
import type { Evidence } from '@/lib/domain/schema/answers';
import type { Rung } from '@/lib/domain/vocabulary';
import type { Shelf } from './kept-answers';

/** As it stands in the fields: nothing is empty, `against` is `on`, `rung` a digit. */
export type EvidenceDraft = Record<'title' | 'url' | 'note' | 'against' | 'rung' | 'until', string>;

/** What is typed and cannot be saved as it stands: a text that is too long, *not applicable* without its reason, half a piece of evidence. */
export type Draft = {
  note?: string;
  reason?: string;
  /** Beside a reason that cannot be saved yet. */
  approvedBy?: string;
  reviewOn?: string;
  evidence?: EvidenceDraft;
};
export type Drafts = Readonly<Record<string, Draft>>;

export const NO_EVIDENCE: EvidenceDraft = { title: '', url: '', note: '', against: '', rung: '', until: '' };

/** Whether no field was touched; where only its rung, day or direction was chosen, there is still nothing to add. */
export const isUntouched = (draft: EvidenceDraft): boolean =>
  Object.values(draft).every((value) => value.trim() === '');

export const isEmptyEvidence = ({ title, url, note }: EvidenceDraft): boolean =>
  (title + url + note).trim() === '';

type Faults = Partial<Record<keyof EvidenceDraft, string>>;

export function evidenceFaults({ title, url, note }: EvidenceDraft): Faults {
  const titleFault = title.trim() === '' ? 'Name it' : textProblem(title, LIMITS.title);
  const noteFault = textProblem(note, LIMITS.reason);
  const addressFault = url.trim() === '' ? null : addressProblem(url.trim());
  const urlFault = addressFault === null ? textProblem(url, LIMITS.url) : capitalised(addressFault);
  return {
    ...(titleFault === null ? {} : { title: titleFault }),
    ...(urlFault === null ? {} : { url: urlFault }),
    ...(noteFault === null ? {} : { note: noteFault }),
  };
}

export const evidenceOf = ({ title, url, note, against, rung, until }: EvidenceDraft): Evidence => ({
  title: title.trim(),
  ...(url.trim() === '' ? {} : { url: url.trim() }),
  ...(note.trim() === '' ? {} : { note: note.trim() }),
  ...(rung === '' ? {} : { rung: Number(rung) as Rung }),
  ...(against === '' ? {} : { against: true }),
  ...(until === '' ? {} : { until }),
});

/** The fields for a piece that another answer has already; what is chosen for this one stays. */
export const draftUsing = (draft: EvidenceDraft, piece: Evidence): EvidenceDraft => {
  const { title, url = '', note = '', until = draft.until } = piece;
  return { ...draft, title, url, note, until };
};

/** The piece of evidence in a form that came back; `undefined` where there was none. */
export function evidenceFrom(posted: Record<string, string>): EvidenceDraft | undefined {
  const { evidenceTitle: title = '', evidenceUrl: url = '', evidenceNote: note = '' } = posted;
  const { evidenceAgainst: against = '', evidenceRung: rung = '', evidenceUntil: until = '' } = posted;
  const draft = { title, url, note, against, rung, until };
  return isEmptyEvidence(draft) ? undefined : draft;
}

export const NO_DRAFTS: Drafts = {};

type DraftChange = { [Key in keyof Draft]: Draft[Key] | undefined };

/** Drafts are kept on the device like answers, so that a closed tab loses no half sentence either. */
export class DraftStore {
  readonly #prefix: string;
  readonly #listeners = new Set<() => void>();
  #all: Drafts | null = null;

  constructor(
    private readonly shelf: Shelf,
    person: string,
    assessment: string,
  ) {
    this.#prefix = `rungs:draft:${person}:${assessment}:`;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly state = (): Drafts => (this.#all ??= this.#read());

  /** Changes parts of a draft; `undefined` takes a part away. */
  readonly set = (capability: string, change: DraftChange): void => {
    const before = this.state();
    const parts = Object.entries({ ...before[capability], ...change }).filter(
      ([, value]) => value !== undefined,
    );
    const { [capability]: _, ...others } = before;
    if (parts.length === 0) this.shelf.remove(this.#prefix + capability);
    else this.shelf.set(this.#prefix + capability, JSON.stringify(Object.fromEntries(parts)));
    this.#all = parts.length === 0 ? others : { ...others, [capability]: Object.fromEntries(parts) as Draft };
    for (const listener of this.#listeners) listener();
  };

  #read(): Drafts {
    const own = this.shelf.keys().filter((key) => key.startsWith(this.#prefix));
    return Object.fromEntries(
      own.flatMap((key) => {
        const draft = parse(this.shelf.get(key));
        return draft === null ? [] : [[key.slice(this.#prefix.length), draft]];
      }),
    );
  }
}

function parse(json: string | null): Draft | null {
  try {
    const value = JSON.parse(json ?? 'null') as Partial<Record<keyof Draft, unknown>> | null;
    if (typeof value !== 'object' || value === null) return null;
    const { note, reason, approvedBy, reviewOn, evidence } = value;
    return {
      ...(typeof note === 'string' ? { note } : {}),
      ...(typeof reason === 'string' ? { reason } : {}),
      ...(typeof approvedBy === 'string' ? { approvedBy } : {}),
      ...(typeof reviewOn === 'string' ? { reviewOn } : {}),
      ...(typeof evidence === 'object' ? { evidence: { ...NO_EVIDENCE, ...evidence } } : {}),
    };
  } catch {
    return null;
  }
}
