import { EDITIONS, type ReportEdition } from '../domain/report-document';
import type { ReportSettings } from '../domain/schema/report-settings';
import type { ModelId } from '../domain/vocabulary';

/** What a new report starts from. */
export const defaultSettings = (
  title: string,
  edition: ReportEdition,
  only: ModelId | null,
): ReportSettings => ({
  ...{ title, client: '', preparedBy: '', firm: null, edition, only, sections: [...EDITIONS[edition]] },
  ...{ plan: 'team', leftOut: [], summary: null, distribution: [] },
});
