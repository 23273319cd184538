'use client';

import type { Route } from 'next';
import { LIMITS } from '@/lib/domain/limits';
import type { KeptPhrase } from '@/lib/phrases/list-phrases';
import { ActionForm } from '../../../../ui/action-form';
import { Button, buttonClass } from '../../../../ui/button';
import { CapabilityChoice, type CapabilityGroup } from '../../../../ui/capability-choice';
import { chosenIn } from '../../../../ui/chosen-in';
import { TextArea, TextField } from '../../../../ui/field';
import { Link } from '../../../../ui/link';
import { savePhraseAction } from './actions';

/** A new phrase, or one that is changed. */
export function PhraseForm({
  org,
  choices,
  phrase,
}: {
  org: string;
  choices: CapabilityGroup[];
  phrase?: KeptPhrase;
}) {
  return (
    <ActionForm action={savePhraseAction} className="max-w-2xl space-y-5">
      {({ fields, values, lists }) => (
        <>
          <input type="hidden" name="org" value={org} />
          <input type="hidden" name="phrase" value={phrase?.id ?? ''} />
          <input type="hidden" name="version" value={phrase?.version ?? 0} />
          <TextField
            label="Headline"
            name="headline"
            required
            hint={`What is found, in one sentence; at most ${LIMITS.title} characters.`}
            defaultValue={values?.['headline'] ?? phrase?.headline}
            error={fields?.['headline']}
          />
          <TextArea
            label="Text"
            name="text"
            rows={5}
            hint="Paragraphs, lists with - or 1., **bold**, *italic*, `code` and [links](https://…)."
            defaultValue={values?.['text'] ?? phrase?.text}
            error={fields?.['text']}
          />
          <TextArea
            label="Recommendation"
            name="recommendation"
            rows={4}
            hint="What to do about it, in the same way. It may stay empty."
            defaultValue={values?.['recommendation'] ?? phrase?.recommendation}
            error={fields?.['recommendation']}
          />
          <CapabilityChoice
            label="Linked capabilities"
            groups={choices}
            chosen={chosenIn({ values, lists }, 'capabilities', phrase?.capabilities)}
            error={fields?.['capabilities']}
          />
          <div className="flex flex-wrap gap-3">
            <Button kind="primary" type="submit">
              {phrase === undefined ? 'Add the phrase' : 'Save the phrase'}
            </Button>
            {phrase !== undefined && (
              <Link href={`/${org}/settings/phrases` as Route} className={buttonClass('quiet')}>
                Leave it as it was
              </Link>
            )}
          </div>
        </>
      )}
    </ActionForm>
  );
}
