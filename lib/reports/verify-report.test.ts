import { freshDb } from '@/db/testing';
import type { Db } from '@/db/client';
import { oneVendorDocument, sampleDocument } from '../documents/fixtures';
import { reportJson } from '../documents/report-json';
import type { SealedReport } from '../domain/sealed-report';
import { realContent } from '../domain/testing';
import { installKey, publicHalf } from './install-key';
import { readSealed } from './read-sealed';
import { hashOfReport, sealable, sealReport, unsigned } from './seal-report';
import { verifyAlone, verifyHere } from './verify-report';

const fresh = freshDb();
const content = realContent();
const sample = sampleDocument(content);

const here = (sealed: SealedReport, db: Db = fresh.db) => verifyHere({ db, content }, sealed);
const sealed = () => sealReport(fresh.db, sealable(sample, content));

/** The sample with another level, as a forger would write it. */
function raised(report: SealedReport): SealedReport {
  const [first, ...others] = report.document.report.models;
  if (first === undefined) throw new Error('no model');
  const models = [{ ...first, level: { ...first.level, certain: 'Scalable' } }, ...others];
  return { ...report, document: { ...report.document, report: { ...report.document.report, models } } };
}

test('what this installation issued is unchanged, issued here, and follows from its answers', async () => {
  const found = await here(await sealed());
  expect(found).toMatchObject({ unchanged: true, issuedHere: 'yes', differences: [] });
  expect(found.report).toMatchObject({ subject: 'Fraud scoring', issue: 'final 1.0' });
});

test('it comes back the same out of its file', async () => {
  const report = await sealed();
  const read = readSealed(reportJson(report));
  expect(read).toEqual({ ok: true, value: report });
});

test('a raised level is changed, and the place is named', async () => {
  expect(await here(raised(await sealed()))).toMatchObject({
    ...{ unchanged: false, issuedHere: 'yes' },
    differences: [{ at: 'report.models.aws.level.certain', says: '"Scalable"' }],
  });
});

test('a forger who seals anew is unchanged, and not from here; the figures still give it away', async () => {
  const { seal, ...rest } = raised(await sealed());
  const forged = { ...rest, seal: { ...seal, hash: hashOfReport(rest) } };
  expect(await here(forged)).toMatchObject({ unchanged: true, issuedHere: 'no' });
  expect((await here(forged)).differences).toHaveLength(1);
});

test('another installation’s report is not from here, and an unsigned one says so', async () => {
  const own = publicHalf(await installKey(fresh.db));
  expect(publicHalf(await installKey(fresh.db))).toBe(own);
  const foreign = await sealed();
  const signature = Buffer.alloc(64).toString('base64');
  expect((await here({ ...foreign, seal: { ...foreign.seal, signature } })).issuedHere).toBe('no');
  const alone = unsigned(sealable(oneVendorDocument(content), content));
  expect(await here(alone)).toMatchObject({ unchanged: true, issuedHere: 'unsigned', differences: [] });
  expect(verifyAlone(content, await sealed()).issuedHere).toBe('unknown');
});

test('a report of an edition that is not here is not scored anew, and that is said', async () => {
  const { seal: _, ...rest } = await sealed();
  const other = unsigned({ ...rest, edition: { version: '2031.1', hash: 'f'.repeat(64) } });
  expect(await here(other)).toMatchObject({ unchanged: true, differences: null });
});

test.each([
  ['no JSON', 'report: 1', 'This is not JSON'],
  ['another file', '{"name":"x"}', 'rungs: expected "report"'],
  ['a later format', JSON.stringify({ rungs: 'report', format: 2 }), 'format: expected 1'],
  ['nothing', '', 'This is not JSON'],
  ['a list', '[]', 'the file'],
])('%s is refused with the place that is wrong', (_what, text, says) => {
  expect(readSealed(text)).toMatchObject({ ok: false, message: expect.stringContaining(says) });
});
