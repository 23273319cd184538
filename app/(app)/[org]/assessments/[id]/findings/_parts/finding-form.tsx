'use client';

import type { FindingRow } from '@/lib/findings/list-findings';
import { LIMITS } from '@/lib/domain/limits';
import { ActionForm } from '../../../../../../ui/action-form';
import { Button } from '../../../../../../ui/button';
import { CapabilityChoice, type CapabilityGroup } from '../../../../../../ui/capability-choice';
import { chosenIn } from '../../../../../../ui/chosen-in';
import { TextArea, TextField } from '../../../../../../ui/field';
import { HiddenFields } from '../../../../../../ui/hidden-fields';
import { saveFindingAction } from '../actions';

type Start = Pick<FindingRow, 'headline' | 'text' | 'recommendation' | 'capabilities'>;

type Props = {
  org: string;
  id: string;
  /** The one that is changed; a new one without. */
  finding: Pick<FindingRow, 'id' | 'version' | 'evidence'> | null;
  start: Start;
  groups: CapabilityGroup[];
};

const MARKS = 'Paragraphs, lists with - or 1., **strong**, *emphasis*, `code`, [links](https://…)';

/** A finding to write or to change. */
export function FindingForm({ org, id, finding, start, groups }: Props) {
  return (
    <ActionForm action={saveFindingAction} className="max-w-3xl space-y-4">
      {({ fields, values, lists }) => (
        <>
          <HiddenFields of={{ org, id, finding: finding?.id ?? '', version: finding?.version ?? 0 }} />
          <TextField
            label="Headline"
            hint="one sentence that can stand alone"
            name="headline"
            required
            maxLength={LIMITS.title}
            defaultValue={values?.['headline'] ?? start.headline}
            error={fields?.['headline']}
          />
          <TextArea
            label="What was found"
            hint={MARKS}
            name="text"
            rows={6}
            defaultValue={values?.['text'] ?? start.text}
            error={fields?.['text']}
          />
          <TextArea
            label="Recommendation"
            name="recommendation"
            rows={4}
            defaultValue={values?.['recommendation'] ?? start.recommendation}
            error={fields?.['recommendation']}
          />
          <CapabilityChoice
            label="Capabilities it is about"
            groups={groups}
            chosen={chosenIn({ values, lists }, 'capabilities', start.capabilities)}
            error={fields?.['capabilities']}
            open={start.capabilities.length > 0}
          />
          <fieldset className="space-y-2">
            <legend className="text-sm font-medium">Evidence</legend>
            {finding?.evidence.map((each, index) => (
              <label
                key={`${each.title}-${each.url ?? ''}`}
                className="flex min-h-6 items-center gap-2 text-sm"
              >
                <input
                  type="checkbox"
                  name="without"
                  value={index}
                  defaultChecked={chosenIn({ values, lists }, 'without').includes(String(index))}
                  className="accent-accent size-4"
                />
                take away “{each.title}”
              </label>
            ))}
            <div className="grid gap-4 sm:grid-cols-2">
              <TextField
                label="What shows it"
                hint="such as a ticket, a run, a page"
                name="evidenceTitle"
                maxLength={LIMITS.title}
                defaultValue={values?.['evidenceTitle'] ?? ''}
                error={fields?.['evidenceTitle']}
              />
              <TextField
                label="Address"
                hint="may be left empty"
                name="evidenceUrl"
                inputMode="url"
                defaultValue={values?.['evidenceUrl'] ?? ''}
                error={fields?.['evidenceUrl']}
              />
            </div>
          </fieldset>
          <Button type="submit" kind="primary">
            {finding === null ? 'Add the finding' : 'Save the finding'}
          </Button>
        </>
      )}
    </ActionForm>
  );
}
