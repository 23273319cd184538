import 'server-only';
import { phrasesOfOrg, type Phrase } from '@/db/phrases';
import type { ActorContext } from '../context';
import { firmsOf, type Firm } from '../orgs/firms-of';

export type KeptPhrase = Pick<
  Phrase,
  'id' | 'headline' | 'text' | 'recommendation' | 'capabilities' | 'version'
>;

export type Phrases = { own: KeptPhrase[]; firms: (Firm & { phrases: KeptPhrase[] })[] };

const collator = new Intl.Collator('en', { numeric: true });

/**
 * The phrases that a finding of this organisation may begin with: its own, and those of the firms in whose name the person works, where
 * such a firm keeps any. Of a firm nothing else is read. By headline.
 */
export async function phrasesFor(ctx: Pick<ActorContext, 'db' | 'now' | 'actor'>): Promise<Phrases> {
  const [own, firms] = await Promise.all([listPhrases(ctx), firmsOf(ctx)]);
  const theirs = await Promise.all(
    firms.map(async (firm) => ({ ...firm, phrases: kept(await phrasesOfOrg(ctx.db, firm.orgId)) })),
  );
  return { own, firms: theirs.filter(({ phrases }) => phrases.length > 0) };
}

/** The organisation's own phrases, by headline. */
export async function listPhrases({ db, actor }: Pick<ActorContext, 'db' | 'actor'>): Promise<KeptPhrase[]> {
  return kept(await phrasesOfOrg(db, actor.orgId));
}

const kept = (rows: Phrase[]): KeptPhrase[] =>
  rows
    .map(({ id, headline, text, recommendation, capabilities, version }) => ({
      ...{ id, headline, text, recommendation, capabilities, version },
    }))
    .toSorted((a, b) => collator.compare(a.headline, b.headline));
