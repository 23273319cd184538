import { downloadAs } from './file-name';

test('a download has a plain ASCII name and, for who can read it, the real one', () => {
  expect(downloadAs(['Fraud scoring', 'Q4 2026'], 'pdf')).toBe(
    `attachment; filename="fraud-scoring-q4-2026.pdf"; filename*=UTF-8''Fraud%20scoring%20-%20Q4%202026.pdf`,
  );
});

test.each([
  ['Zahlungsverkehr Größe é', 'zahlungsverkehr-gro-e-e.pdf'],
  ['信用評分', 'rungs.pdf'],
  ['', 'rungs.pdf'],
  ['../../etc/passwd', 'etc-passwd.pdf'],
  ['a"; filename="evil.exe', 'a-filename-evil-exe.pdf'],
  ['line\r\nset-cookie: a=b', 'line-set-cookie-a-b.pdf'],
  ['half \ud83d of a character', 'half-of-a-character.pdf'],
])('%j neither breaks the header nor leaves the folder', (subject, ascii) => {
  const header = downloadAs([subject], 'pdf');
  expect(header).toMatch(/^attachment; filename="[a-z0-9-]+\.pdf"; filename\*=UTF-8''[\w%.~-]+$/);
  expect(header).toContain(`filename="${ascii}"`);
  const real = decodeURIComponent(header.split("''")[1] ?? '');
  expect(real).not.toMatch(/["*/:<>?\\|\r\n]/);
  expect(new Headers({ 'content-disposition': header }).get('content-disposition')).toBe(header);
});

test('a very long name is cut', () => {
  const header = downloadAs(['x'.repeat(5_000)], 'yaml');
  expect(header.length).toBeLessThan(400);
  expect(header).toContain('.yaml"');
});

test('what would turn the reading direction of a name is left out of it', () => {
  expect(decodeURIComponent(downloadAs(['report\u202efdp.exe'], 'pdf'))).not.toContain('\u202e');
});
