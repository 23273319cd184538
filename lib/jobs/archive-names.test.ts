import { archiveNames } from './archive-names';

test('no two files of an archive have one name, whatever a file system thinks of capitals and accents', () => {
  const names = archiveNames(
    ['Café', 'cafe\u0301', 'CAFÉ', 'Cards', 'Cards (2)', 'Cards'].map((name) => [name, '2026-10-01']),
    'pdf',
  );
  expect(names).toEqual([
    'Café - 2026-10-01.pdf',
    'cafe\u0301 (2) - 2026-10-01.pdf',
    'CAFÉ (3) - 2026-10-01.pdf',
    'Cards - 2026-10-01.pdf',
    'Cards (2) - 2026-10-01.pdf',
    'Cards (3) - 2026-10-01.pdf',
  ]);
});

test('a name leads to no other folder, and a long one keeps its day', () => {
  const [up = '', long = ''] = archiveNames(
    [
      ['../../etc/passwd\\x', '2026-10-01'],
      ['Ö'.repeat(200), '2026-10-01'],
    ],
    'pdf',
  );
  expect(up).not.toMatch(/[/\\]/);
  expect(long).toBe(`${'Ö'.repeat(80)} - 2026-10-01.pdf`);
});
