import { buildReport } from './build-report';
import { canonical } from './content';
import type { Report } from './report';
import type { SealedReport } from './sealed-report';
import type { Content } from './schema/content';

/** One place where a report and what its answers give are not the same. Values are JSON, cut where they are long. */
export type Difference = { at: string; says: string; computed: string };

const MOST = 50;
const LONGEST = 120;

/**
 * Scores the included answers anew by the content of the report's edition, and names each place where the report says something else.
 * The first 50 places are named.
 */
export function differencesOf(content: Content, { document }: Pick<SealedReport, 'document'>): Difference[] {
  const { report, assessment } = document;
  const { organisation, status } = report;
  const computed = buildReport(content, assessment, { organisation, status });
  return compare('report', report, plain(asOldAs(report, computed))).slice(0, MOST);
}

/** Without the figures that reports have only since evidence can lapse, where the report is older than that. */
function asOldAs({ trust }: Report, computed: Report): Report {
  if (trust.evidence.lapsed !== undefined) return computed;
  const { backed, of, byModel } = computed.trust.evidence;
  const models = Object.entries(byModel).map(([id, { level: _, ...shown }]) => [id, shown] as const);
  const evidence = { backed, of, byModel: Object.fromEntries(models) };
  return { ...computed, trust: { ...computed.trust, evidence } };
}

/** As it comes out of a file: without what JSON leaves out. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function compare(at: string, says: unknown, computed: unknown): Difference[] {
  if (isObject(says) && isObject(computed)) {
    const keys = [...new Set([...Object.keys(says), ...Object.keys(computed)])];
    return keys.flatMap((key) => compare(`${at}.${nameOf(key, computed)}`, says[key], computed[key]));
  }
  return canonical(says ?? null) === canonical(computed ?? null)
    ? []
    : [{ at, says: shown(says), computed: shown(computed) }];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** A place in a list is named after what stands there, where that has a name. */
function nameOf(key: string, within: unknown): string {
  if (!Array.isArray(within)) return key;
  const there: unknown = within[Number(key)];
  if (!isObject(there)) return key;
  const name = there['id'] ?? there['capability'] ?? there['title'];
  return typeof name === 'string' ? name : key;
}

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
