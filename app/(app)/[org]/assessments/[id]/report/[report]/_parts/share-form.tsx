'use client';

import { createReportShareAction } from '../../../../../shares/actions';
import { CreateForm } from '../../../../../shares/create-form';

type Props = { where: Record<'org' | 'id' | 'report' | 'issue', string>; of: string };

/** A link to an issued report, with or without its files. */
export function ShareForm({ where, of }: Props) {
  return (
    <CreateForm
      action={createReportShareAction}
      hidden={where}
      opens={`${of} as it was issued`}
      button="Make the link"
    >
      {(values) => (
        <label className="flex min-h-8 items-center gap-2 text-sm">
          <input
            type="checkbox"
            name="downloads"
            defaultChecked={values === undefined || 'downloads' in values}
            className="accent-accent size-4"
          />
          Readers may take the files
        </label>
      )}
    </CreateForm>
  );
}
