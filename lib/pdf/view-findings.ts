import type { Finding } from '@/lib/domain/report-document';
import { parseRichText, type RichText } from '@/lib/domain/rich-text';
import { breakable, webAddress } from './glyphs';
import { richTextView } from './view-rich-text';
import type { Writing } from './view';

export type FindingView = {
  headline: string;
  text: RichText;
  recommendation: RichText;
  about: { title: string; anchor: string | null }[];
  evidence: { title: string; href: string | null }[];
};

export function findingsView(
  findings: readonly Finding[],
  titleOf: (capability: string) => string,
  { anchor }: Writing,
): FindingView[] {
  return findings.map(({ headline, text, recommendation, capabilities, evidence }) => ({
    headline: breakable(headline),
    text: richTextView(parseRichText(text)),
    recommendation: richTextView(parseRichText(recommendation)),
    about: capabilities.map((id) => ({ title: titleOf(id), anchor: anchor(id) })),
    evidence: evidence.map(({ title, url }) => ({ title: breakable(title), href: webAddress(url) })),
  }));
}
