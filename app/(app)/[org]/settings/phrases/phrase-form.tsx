'use client';

import type { Route } from 'next';
import { LIMITS } from '@/lib/domain/limits';
import type { KeptPhrase } from '@/lib/phrases/list-phrases';
import { ActionForm } from '../../../../ui/action-form';
import { Button, buttonClass } from '../../../../ui/button';
import { chosenIn } from '../../../../ui/chosen-in';
import { TextArea, TextField } from '../../../../ui/field';
import { Link } from '../../../../ui/link';
import { savePhraseAction } from './actions';

type Choices = { title: string; capabilities: { id: string; title: string }[] }[];

/** A new phrase, or one that is changed. */
export function PhraseForm({ org, choices, phrase }: { org: string; choices: Choices; phrase?: KeptPhrase }) {
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
          <Capabilities
            choices={choices}
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

function Capabilities({
  choices,
  chosen,
  error,
}: {
  choices: Choices;
  chosen: readonly string[];
  error: string | undefined;
}) {
  return (
    <details open={error !== undefined}>
      <summary className="inline-flex min-h-8 items-center text-sm font-medium">
        Linked capabilities{chosen.length > 0 && `: ${chosen.length}`} ▾
      </summary>
      {error !== undefined && <p className="text-warn text-sm">{error}</p>}
      <div className="mt-2 grid gap-x-6 gap-y-4 sm:grid-cols-2">
        {choices.map(({ title, capabilities }) => (
          <fieldset key={title}>
            <legend className="text-quiet mb-1 text-sm">{title}</legend>
            {capabilities.map((capability) => (
              <label key={capability.id} className="flex min-h-8 items-center gap-2 text-sm">
                <input
                  type="checkbox"
                  name="capabilities"
                  value={capability.id}
                  defaultChecked={chosen.includes(capability.id)}
                  className="size-4"
                />
                {capability.title}
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </details>
  );
}
