import { EDITIONS, type ReportEdition } from './report-document';
import type { ReportSettings } from './schema/report-settings';
import type { ModelId } from './vocabulary';

/** What a new report starts from. */
export const defaultSettings = (
  title: string,
  edition: ReportEdition,
  only: ModelId | null,
): ReportSettings => ({
  ...{ title, client: '', preparedBy: '', firm: null, edition, only, sections: [...EDITIONS[edition]] },
  ...{ plan: 'team', leftOut: [], summary: null, distribution: [] },
});
