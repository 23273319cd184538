'use client';

import type { Route } from 'next';
import { useMemo, useState } from 'react';
import { percent, plural, standingMark, standingText } from '@/lib/domain/labels';
import type { Standing } from '@/lib/domain/answers';
import { RUNG_NAMES, VENDORS, type Rung } from '@/lib/domain/vocabulary';
import { givenStanding, nextTry, whatIf, type Trial, type WhatIfBasis } from '@/lib/domain/what-if';
import { Button, buttonClass } from '../../../../../../ui/button';
import { LevelTrack } from '../../../../../../ui/level-track';
import { Link } from '../../../../../../ui/link';
import { rungColour } from '../../../../../../ui/rung-badge';
import { Section } from '../../../../../../ui/section';
import { Vendor } from '../../../../../../ui/vendor';

export type WhatIfProps = { from: WhatIfBasis; back: Route };

/** Any rung can be tried; levels, sentence and shares follow by the same score as on the server. Nothing leaves the browser. */
export function WhatIf({ from, back }: WhatIfProps) {
  const [trial, setTrial] = useState<Trial>({});
  const given = useMemo(() => whatIf(from, {}), [from]);
  const now = useMemo(() => whatIf(from, trial), [from, trial]);
  const press = (capability: string) => {
    const next = nextTry(givenStanding(from, capability), trial[capability]);
    const { [capability]: _, ...others } = trial;
    setTrial(next === undefined ? others : { ...others, [capability]: next });
  };
  const changes = Object.keys(trial).length;
  return (
    <>
      <p className="max-w-prose">
        Press a digit to try the next rung up; after 4 comes 0, then the answer again. Nothing is saved.
      </p>
      <noscript>
        <p className="text-warn mt-2">Trying rungs needs JavaScript, as nothing is sent to the server.</p>
      </noscript>
      <div className="mt-6">
        <Section title="Where would we be?" aside="requirements met, level by level">
          <p className="max-w-prose text-lg">{now.summary.join(' ')}</p>
          <div className="mt-6 space-y-7">
            {now.models.map(({ id, level, levels, toGo }, index) => (
              <div key={id} className="grid gap-x-6 gap-y-2 lg:grid-cols-[9rem_1fr]">
                <h3 className="text-base">
                  <Vendor id={id} />
                  <span className="block text-sm font-normal">
                    {movedText(given.models[index]?.level, level)}
                  </span>
                </h3>
                <LevelTrack levels={levels} toGo={toGo} here={level} />
              </div>
            ))}
          </div>
        </Section>
        <Section title="Try any rung" aside="0 absent · 1 by hand · 2 agreed · 3 automatic · 4 governed">
          <ul>
            {from.groups.map(({ title, capabilities, domain }) => (
              <li
                key={title}
                className="border-line grid items-center gap-x-6 gap-y-1 border-b py-2 sm:grid-cols-[12rem_1fr_6rem]"
              >
                <h3 className="text-base font-medium">{title}</h3>
                <span className="flex flex-wrap gap-1">
                  {capabilities.map((capability) => (
                    <Digit
                      key={capability}
                      title={from.ladders.find(({ id }) => id === capability)?.title ?? capability}
                      given={givenStanding(from, capability)}
                      tried={trial[capability]}
                      onPress={() => press(capability)}
                    />
                  ))}
                </span>
                {domain !== undefined && (
                  <span className="text-sm tabular-nums">{percent(now.shares[domain] ?? null)}</span>
                )}
              </li>
            ))}
          </ul>
          <Tried from={from} trial={trial} />
        </Section>
        <Section title="What would still be missing?">
          <div className="grid gap-6 md:grid-cols-3">
            {now.models.map(({ id, name, next }) => (
              <div key={id}>
                <h3 className="text-base">{next === null ? `${name}: top level reached` : next.label}</h3>
                <ul className="mt-1 space-y-0.5 text-sm">
                  {next?.missing.map(({ id: requirement, text }) => (
                    <li key={requirement}>{text}</li>
                  ))}
                </ul>
              </div>
            ))}
          </div>
        </Section>
      </div>
      <div className="border-border bg-raised sticky bottom-0 -mx-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t px-4 py-3 sm:-mx-6 sm:px-6">
        <p role="status" className="text-sm">
          <b>{changes === 0 ? 'Nothing tried yet' : `Trying ${plural(changes, 'change')}`}</b>
          {' · '}
          {now.models.map(({ id, level }) => `${VENDORS[id].name} ${level}`).join(', ')}
        </p>
        <div className="flex gap-2">
          <Button onClick={() => setTrial({})} disabled={changes === 0}>
            Reset
          </Button>
          <Link href={back} className={buttonClass('quiet')}>
            Back to the results
          </Link>
        </div>
      </div>
    </>
  );
}

const movedText = (before: string | undefined, now: string): string =>
  before === undefined || before === now ? now : `${now} instead of ${before}`;

function Digit({
  title,
  given,
  tried,
  onPress,
}: {
  title: string;
  given: Standing;
  tried: Rung | undefined;
  onPress: () => void;
}) {
  const now = tried ?? given;
  const words =
    tried === undefined
      ? `${title}: ${standingText(given)}`
      : `${title}: trying ${standingText(tried)}, answered ${standingText(given)}`;
  return (
    <button
      type="button"
      onClick={onPress}
      title={words}
      aria-label={words}
      className={`border-border inline-flex size-8 items-center justify-center rounded-sm border text-sm ${rungColour(now)} ${tried === undefined ? '' : 'outline-warn font-bold underline outline-2 outline-offset-1'}`}
    >
      {standingMark(now)}
    </button>
  );
}

/** What is tried, in words: the rung's own sentence. */
function Tried({ from, trial }: { from: WhatIfBasis; trial: Trial }) {
  const tried = from.ladders.flatMap((ladder) => {
    const rung = trial[ladder.id];
    return rung === undefined ? [] : [{ ...ladder, rung }];
  });
  if (tried.length === 0) return null;
  return (
    <ul className="mt-4 space-y-2 text-sm">
      {tried.map(({ id, title, rung, rungs }) => (
        <li key={id} className="max-w-prose">
          <b>{title}</b> {standingMark(givenStanding(from, id))} → {rung} {RUNG_NAMES[rung]}: {rungs[rung]}
        </li>
      ))}
    </ul>
  );
}
