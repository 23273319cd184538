import type { Comparison } from '@/lib/domain/compare';
import { breakText, comparisonHeadline, notComparedText, oneSidedText } from '@/lib/domain/comparison-view';
import { BreakMark } from '../../../ui/break-mark';
import { Section } from '../../../ui/section';
import { BridgeTable } from './bridge-table';
import { CapabilityMoves } from './capability-moves';
import { DomainMoves } from './domain-moves';
import { LevelMoves } from './level-moves';
import type { Links } from '../assessments/[id]/_links';

/** What changed from one assessment to another: the sentence, levels with what made them, rungs, domains, and what the content did. */
export function Changes({ comparison, links }: { comparison: Comparison; links: Links }) {
  const { before, after, sameMeasure, models, added, retired } = comparison;
  const asides = [
    notComparedText(comparison),
    oneSidedText('new', after, added),
    oneSidedText('retired', before, retired),
  ].filter((text) => text !== null);
  return (
    <div className="[&>section:first-of-type]:border-t-0">
      <p className="max-w-prose text-lg">{comparisonHeadline(comparison).join(' ')}</p>
      {asides.map((text) => (
        <p key={text} className="text-quiet mt-2 max-w-prose text-sm">
          {text}
        </p>
      ))}
      {!sameMeasure && models.length > 0 && (
        <div className="border-warn bg-sunken mt-4 max-w-prose rounded-md border-l-4 border-dashed px-4 py-3">
          <BreakMark>The measure changed in between</BreakMark>
          <p className="mt-1 text-sm">{breakText(comparison)}</p>
        </div>
      )}
      {models.length > 0 && (
        <>
          <Section title="Levels, and what moved them">
            <LevelMoves comparison={comparison} links={links} />
          </Section>
          {!sameMeasure && (
            <Section title="The bridge" aside="in per cent; each row adds up">
              <BridgeTable comparison={comparison} />
            </Section>
          )}
          <Section title="Rungs" aside="0 absent · 1 by hand · 2 agreed · 3 automatic · 4 governed">
            <CapabilityMoves comparison={comparison} links={links} />
          </Section>
          <Section title="Domains" aside="mean of rung ÷ 4 over what applies">
            <DomainMoves comparison={comparison} />
          </Section>
        </>
      )}
    </div>
  );
}
