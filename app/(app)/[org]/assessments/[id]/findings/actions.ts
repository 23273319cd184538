'use server';

import type { Route } from 'next';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { action } from '@/lib/action';
import { atAssessment } from '@/lib/auth/places';
import { deleteFinding, deleteFindingInput } from '@/lib/findings/delete-finding';
import { moveFinding, moveFindingInput } from '@/lib/findings/move-finding';
import { saveFinding, saveFindingInput } from '@/lib/findings/save-finding';

const findings = ({ org, id }: { org: string; id: string }, done: string) => {
  refresh();
  redirect(`/${org}/assessments/${id}/findings?done=${done}` as Route);
};

export const saveFindingAction = action({
  for: 'report.write',
  input: saveFindingInput,
  at: atAssessment,
  run: saveFinding,
  then: (_value, where) => findings(where, 'saved'),
});

export const moveFindingAction = action({
  for: 'report.write',
  input: moveFindingInput,
  at: atAssessment,
  run: moveFinding,
  then: (_value, where) => findings(where, 'moved'),
});

export const deleteFindingAction = action({
  for: 'report.write',
  input: deleteFindingInput,
  at: atAssessment,
  run: deleteFinding,
  then: (_value, where) => findings(where, 'deleted'),
});
