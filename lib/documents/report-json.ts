import type { SealedReport } from '@/lib/domain/sealed-report';

/** The sealed report as JSON: everything that any other format prints, under the published schema. */
export const reportJson = (sealed: SealedReport): string => `${JSON.stringify(sealed, null, 2)}\n`;
