'use client';

import { LIMITS } from '@/lib/domain/limits';
import { SECTIONS, type SectionId } from '@/lib/domain/report-document';
import type { ReportSettings } from '@/lib/domain/schema/report-settings';
import type { ModelId } from '@/lib/domain/vocabulary';
import { ActionForm } from '../../../../../../../ui/action-form';
import { Button } from '../../../../../../../ui/button';
import { chosenIn } from '../../../../../../../ui/chosen-in';
import { Select, TextArea, TextField } from '../../../../../../../ui/field';
import { HiddenFields } from '../../../../../../../ui/hidden-fields';
import { EditionSelect, ReadBySelect } from '../../../../../../../ui/report-choices';
import { KEPT_FIRM } from '@/lib/domain/report-document';
import { saveReportAction } from '../../actions';

type Props = {
  org: string;
  id: string;
  report: { id: string; version: number };
  settings: ReportSettings;
  questionnaires: readonly ModelId[];
  findings: readonly { id: string; headline: string }[];
  scenarios: readonly { id: string; name: string }[];
  plan: string | null;
  /** Those in whose name the person may write, by slug. */
  firms: readonly { slug: string; name: string }[];
  /** Who writes, and in whose organisation: what empty fields mean. */
  names: { client: string; person: string };
};

/** How a report is set up: its names, its parts in their order, its plan, its findings and who gets it. */
export function SettingsForm(props: Props) {
  const { org, id, report, settings, questionnaires, findings, scenarios, plan, firms, names } = props;
  return (
    <ActionForm action={saveReportAction} className="space-y-6">
      {({ fields, values, lists }) => (
        <>
          <HiddenFields of={{ org, id, report: report.id, version: report.version }} />
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              label="Title"
              name="title"
              maxLength={LIMITS.title}
              defaultValue={values?.['title'] ?? settings.title}
              error={fields?.['title']}
            />
            <EditionSelect
              chosen={values?.['edition'] ?? settings.edition}
              error={fields?.['edition']}
              short="chapters on little room"
            />
            <TextField
              label="For"
              hint={`empty: ${names.client}`}
              name="client"
              maxLength={LIMITS.title}
              defaultValue={values?.['client'] ?? settings.client}
              error={fields?.['client']}
            />
            {(firms.length > 0 || settings.firm !== null) && (
              <Select
                label="In the name of"
                hint="its brand stands on the report, beside that of the client"
                name="firm"
                defaultValue={values?.['firm'] ?? firmValue(settings.firm, firms)}
                error={fields?.['firm']}
              >
                <option value="">{names.client} itself</option>
                {firms.map(({ slug, name }) => (
                  <option key={slug} value={slug}>
                    {name}
                  </option>
                ))}
                {firmValue(settings.firm, firms) === KEPT_FIRM && (
                  <option value={KEPT_FIRM}>{settings.firm?.name}</option>
                )}
              </Select>
            )}
            <TextField
              label="Prepared by"
              hint="a firm or a person; empty: the firm, if there is one"
              name="preparedBy"
              maxLength={LIMITS.title}
              defaultValue={values?.['preparedBy'] ?? settings.preparedBy}
              error={fields?.['preparedBy']}
            />
            <ReadBySelect
              questionnaires={questionnaires}
              chosen={values?.['only'] ?? settings.only ?? ''}
              error={fields?.['only']}
            />
            <Select
              label="Plan"
              name="plan"
              defaultValue={values?.['plan'] ?? settings.plan}
              error={fields?.['plan']}
            >
              <option value="team">
                {plan === null ? 'the team’s plan (none is chosen yet)' : `the team’s plan: ${plan}`}
              </option>
              {scenarios.map((scenario) => (
                <option key={scenario.id} value={scenario.id}>
                  scenario: {scenario.name}
                </option>
              ))}
              <option value="none">none</option>
            </Select>
          </div>
          <Parts
            order={settings.sections}
            chosen={chosenIn({ values, lists }, 'sections', settings.sections)}
            values={values}
            error={fields?.['sections']}
          />
          <FindingChoice
            findings={findings}
            chosen={chosenIn({ values, lists }, 'findings', shownOf(findings, settings))}
          />
          <fieldset className="space-y-3">
            <legend className="font-medium">Summary in your own words</legend>
            <TextArea
              label="In place of the computed sentences"
              hint="empty: the sentences of the results. Lists, **strong** and [links](https://…) may be used."
              name="summary"
              rows={5}
              defaultValue={values?.['summary'] ?? settings.summary?.text ?? ''}
              error={fields?.['summary']}
            />
            <TextField
              label="Whose words"
              hint="named on the page wherever the words are not computed"
              name="summaryBy"
              maxLength={LIMITS.title}
              defaultValue={values?.['summaryBy'] ?? settings.summary?.by ?? names.person}
              error={fields?.['summaryBy']}
            />
          </fieldset>
          <TextArea
            label="Distribution list"
            hint="one name, group or address a line"
            name="distribution"
            rows={3}
            defaultValue={values?.['distribution'] ?? settings.distribution.join('\n')}
            error={fields?.['distribution']}
          />
          <Button type="submit" kind="primary">
            Save the settings
          </Button>
        </>
      )}
    </ActionForm>
  );
}

/** The firm as the field names it: by its slug, or as kept where the person does not work for it. */
function firmValue(firm: ReportSettings['firm'], firms: readonly { slug: string; name: string }[]): string {
  if (firm === null) return '';
  return firms.find(({ name }) => name === firm.name)?.slug ?? KEPT_FIRM;
}

const shownOf = (findings: Props['findings'], { leftOut }: ReportSettings): string[] =>
  findings.map(({ id }) => id).filter((id) => !leftOut.includes(id));

function Parts({
  order,
  chosen,
  values,
  error,
}: {
  order: readonly SectionId[];
  chosen: readonly string[];
  values: Record<string, string> | undefined;
  error: string | undefined;
}) {
  const all = Object.keys(SECTIONS) as SectionId[];
  const rows = [...order, ...all.filter((section) => !order.includes(section))];
  return (
    <fieldset>
      <legend className="font-medium">Parts, in this order</legend>
      {error !== undefined && <p className="text-warn text-sm">{error}</p>}
      <ul className="mt-2 max-w-md">
        {rows.map((section, index) => (
          <li key={section} className="border-line flex items-center gap-3 border-t py-1">
            <input
              type="number"
              inputMode="numeric"
              name={`place.${section}`}
              aria-label={`Place of ${SECTIONS[section]}`}
              min={1}
              max={99}
              defaultValue={values?.[`place.${section}`] ?? index + 1}
              className="border-border bg-raised text-ink w-16 rounded-md border px-2 py-1"
            />
            <label className="flex min-h-8 flex-1 items-center gap-2 text-sm">
              <input
                type="checkbox"
                name="sections"
                value={section}
                defaultChecked={chosen.includes(section)}
                className="accent-accent size-4"
              />
              {SECTIONS[section]}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function FindingChoice({ findings, chosen }: Pick<Props, 'findings'> & { chosen: readonly string[] }) {
  if (findings.length === 0) return null;
  return (
    <fieldset>
      <legend className="font-medium">Findings in it</legend>
      {findings.map(({ id, headline }) => (
        <label key={id} className="flex min-h-8 items-center gap-2 text-sm">
          <input
            type="checkbox"
            name="findings"
            value={id}
            defaultChecked={chosen.includes(id)}
            className="accent-accent size-4"
          />
          {headline}
        </label>
      ))}
    </fieldset>
  );
}
