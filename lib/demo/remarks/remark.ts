import type { Rung } from '@/lib/domain/schema/content';

/** What teams of the bank write beside an answer: by rung a few notes, and what they show for it with the place where it lies. */
export type Remarks = Record<
  string,
  {
    notes: Partial<Record<Rung, string[]>>;
    /** Title and `host/path`; the team's name goes in between. */
    evidence: Partial<Record<Rung, [title: string, place: string]>>;
  }
>;
