'use client';

import type { AgreedBefore, DiscussionState } from '@/lib/domain/discussion';
import { LIMITS } from '@/lib/domain/limits';
import { RUNGS } from '@/lib/domain/vocabulary';
import { settleAction } from '../../../../../../../(app)/[org]/assessments/[id]/discuss/actions';
import { ActionForm } from '../../../../../../../ui/action-form';
import { Button } from '../../../../../../../ui/button';
import { TextArea, TextField } from '../../../../../../../ui/field';
import { HiddenFields } from '../../../../../../../ui/hidden-fields';
import { MeetingRung } from './meeting-rung';

type Props = {
  hidden: { org: string; id: string; capability: string; seen: number };
  rungs: readonly string[];
  /** How many said each rung; `null` where too few answered to show it. */
  perRung: readonly number[] | null;
  /** Whether this one may be said not to apply. */
  excusable: boolean;
  before: AgreedBefore;
  state: DiscussionState;
  /** Why nothing changes any more. */
  fixed: string | null;
};

/** The ladder with how many stand on each rung, and what is agreed; posts and works the same without JavaScript. */
export function MeetingForm({ hidden, rungs, perRung, excusable, before, state, fixed }: Props) {
  const most = Math.max(1, ...(perRung ?? []));
  return (
    <ActionForm action={settleAction} className="grid flex-1 gap-x-8 gap-y-4 lg:grid-cols-[1fr_20rem]">
      {({ values, fields }) => {
        const chosen = values?.['choice'] ?? before.choice;
        return (
          <>
            <HiddenFields of={hidden} />
            <fieldset disabled={fixed !== null} className="min-w-0">
              <legend className="sr-only">What you agree on</legend>
              <div className="divide-border border-border bg-raised divide-y overflow-hidden rounded-md border">
                {RUNGS.toReversed().map((rung) => (
                  <MeetingRung
                    key={rung}
                    rung={rung}
                    text={rungs[rung] ?? ''}
                    chosen={chosen === String(rung)}
                    count={perRung?.[rung] ?? null}
                    share={(perRung?.[rung] ?? 0) / most}
                  />
                ))}
              </div>
              <div className="mt-2 flex flex-wrap items-center gap-x-6">
                <OtherChoice value="d" words="Nobody knows" chosen={chosen} />
                {excusable && <OtherChoice value="n" words="Does not apply" chosen={chosen} />}
              </div>
              {fields?.['choice'] !== undefined && <p className="text-warn text-sm">{fields['choice']}</p>}
            </fieldset>
            <fieldset disabled={fixed !== null} className="min-w-0 space-y-3">
              <legend className="sr-only">Note, and what happens with it</legend>
              <TextArea
                label="Note: why this rung"
                name="note"
                rows={4}
                maxLength={LIMITS.note}
                defaultValue={values?.['note'] ?? before.note}
                error={fields?.['note']}
              />
              {excusable && (
                <TextField
                  label="If it does not apply: why"
                  name="reason"
                  maxLength={LIMITS.reason}
                  defaultValue={values?.['reason'] ?? before.reason}
                  error={fields?.['reason']}
                />
              )}
              {fixed !== null ? (
                <p>{fixed}</p>
              ) : (
                <div className="flex flex-wrap gap-2">
                  <Button type="submit" name="go" value="agree" kind="primary">
                    Agree, next
                  </Button>
                  {state === 'open' ? (
                    <Button type="submit" name="go" value="park">
                      Park it
                    </Button>
                  ) : (
                    <Button type="submit" name="go" value="again">
                      Take it up again
                    </Button>
                  )}
                </div>
              )}
            </fieldset>
          </>
        );
      }}
    </ActionForm>
  );
}

function OtherChoice({ value, words, chosen }: { value: string; words: string; chosen: string | undefined }) {
  return (
    <label className="inline-flex min-h-10 items-center gap-2">
      <input
        type="radio"
        name="choice"
        value={value}
        defaultChecked={chosen === value}
        className="accent-accent size-4"
      />
      {words}
    </label>
  );
}
