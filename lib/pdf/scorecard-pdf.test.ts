import { perCent, plural, quarterText } from '@/lib/domain/labels';
import type { Scorecard } from '@/lib/domain/scorecard';
import { bareLevel, openText } from '@/lib/domain/scorecard-words';
import { readPdf } from './read-pdf';
import { renderScorecardPdf } from './render';
import { longBrand, scorecardOf, takesOf, toPrint } from './scorecard-fixtures';
import type { ScorecardFactsToPrint } from './view-scorecard';

const HARBOUR = [
  { name: 'Retail banking', teams: 7, waiting: 1 },
  { name: 'Insurance', teams: 4, waiting: 2 },
  { name: 'Payments', teams: 5 },
  { name: 'Risk and fraud', teams: 2 },
];

const read = async (scorecard: Scorecard, change: Partial<ScorecardFactsToPrint> = {}) =>
  readPdf((await renderScorecardPdf(toPrint(scorecard, change))).pdf);

/** Every figure that the screen shows, in the words of the page. */
function figuresOf({ teams, models, heat, holdsBack, trend, certainty, sentences }: Scorecard): string[] {
  return [
    ...sentences,
    `${teams} of ${plural(certainty.expected, 'team')} finished`,
    ...models.flatMap(({ teamsOn, target }) => [
      ...teamsOn
        .filter((place) => place.level !== null || place.teams > 0)
        .map((place) => `${bareLevel(place.label)} ${place.teams}`),
      ...(target === null
        ? []
        : [`reached ${target.reached} · near ${target.near} · far ${target.far}`, openText(target)]),
    ]),
    ...[...heat.rows, heat.all].map(({ cells, ...row }) =>
      [
        `${row.teams} of ${row.expected}`,
        ...cells.map((cell) =>
          cell === null
            ? '–'
            : `${perCent(cell.certain)}${cell.lowest === null ? '' : ` ${perCent(cell.lowest.certain)}`}`,
        ),
      ].join(' '),
    ),
    ...holdsBack.slice(0, 6).flatMap((held) => [held.title, `${held.teams} of ${held.of}`]),
    ...trend
      .slice(-6)
      .flatMap(({ quarter, models: [lead] }) => [
        quarterText(quarter),
        `${lead?.distance?.reached} reached · ${lead?.distance?.near} near · ${lead?.distance?.open} open`,
      ]),
    ...certainty.waiting.slice(0, 4).map((unit) => `${unit.name} ${unit.teams}`),
    `${certainty.answers.unknown} of ${certainty.answers.applicable} answers`,
  ];
}

/** Spaces fall where lines and cells end; in a narrow head a word may be parted, and a hyphen is lost where a line ends in it. */
const closed = (text: string) => text.replaceAll(/[\s\u00ad-]/g, '');

test.each(['a4', 'us-letter'] as const)(
  'a scorecard is one page of %s with every figure of the screen',
  async (paper) => {
    const scorecard = scorecardOf(HARBOUR);
    const { pages } = await read(scorecard, { paper, answering: 2 });
    expect(pages).toHaveLength(1);
    for (const figure of figuresOf(scorecard)) expect(closed(pages[0] ?? '')).toContain(closed(figure));
    expect(pages[0]).toContain('30 Nov 2026 · content edition 2026.1');
    expect(pages[0]).toContain('2 are answering');
  },
);

test.each(['a4', 'us-letter'] as const)(
  'what the climb takes and the decisions wanted stand on the one page of %s',
  async (paper) => {
    const { pages } = await read(scorecardOf(HARBOUR), { paper, takes: takesOf(2) });
    expect(pages).toHaveLength(1);
    for (const words of [
      'What it will take',
      'from the plans of 17 of 24 teams',
      '1,240 person-days to the targets, 410 of them until the end of 2027; planned at EUR 1,200,000 in all.',
      'ML engineer: 2.5 people short in the year from Q2 2027, in 12 teams.',
      'Plans on time 11 · late 4 · not started 2.',
      'Decisions wanted',
      'One model registry for all teams',
      '12 teams wait · before 31 Jan 2027',
    ])
      expect(closed(pages[0] ?? '')).toContain(closed(words));
  },
);

test('without a plan and a decision the page does not speak of them', async () => {
  const { text } = await read(scorecardOf(HARBOUR), { takes: { ...takesOf(0), plans: 0 } });
  expect(text).not.toMatch(/What it will take|Decisions wanted/);
  const decided = await read(scorecardOf(HARBOUR), { takes: { ...takesOf(1), plans: 0 } });
  expect(decided.text).toContain('One model registry for all teams');
  expect(decided.text).not.toContain('person-days');
});

test('it is tagged and says its title, author and language, and the same value gives the same bytes', async () => {
  const scorecard = scorecardOf(HARBOUR);
  const pdf = await read(scorecard, { unit: 'Retail banking' });
  expect(pdf.tagged).toBe(true);
  expect(pdf.title).toBe('MLOps maturity: Harbour Bank, Retail banking');
  expect(pdf.author).toBe('Harbour Bank');
  expect(pdf.language).toMatch(/^en/);
  expect([...pdf.roles]).toEqual(expect.arrayContaining(['H1', 'H2', 'Table', 'TH', 'TD']));
  const [first, second] = [
    await renderScorecardPdf(toPrint(scorecard)),
    await renderScorecardPdf(toPrint(scorecard)),
  ];
  expect(Buffer.compare(first.pdf, second.pdf)).toBe(0);
});

test('before any team has finished it says so, on one page', async () => {
  const none = await read(scorecardOf([]));
  expect(none.pages).toHaveLength(1);
  expect(none.text).toContain('No team has finished an assessment yet.');
  expect(none.text).not.toContain('Every team has finished');
  const waiting = await read(scorecardOf([{ name: 'Retail', teams: 0, waiting: 3 }]));
  expect(waiting.text).toContain('No answer yet from 3 teams (Retail 3)');
});

test('one team alone is a page without spread', async () => {
  const scorecard = scorecardOf([{ name: 'Fraud scoring', teams: 1 }]);
  const { pages } = await read(scorecard);
  expect(pages).toHaveLength(1);
  for (const figure of figuresOf(scorecard)) expect(closed(pages[0] ?? '')).toContain(closed(figure));
});

test('measured by one vendor it names no other', async () => {
  const { text } = await read(scorecardOf(HARBOUR, ['microsoft']));
  expect(text).toContain('Microsoft');
  expect(text).not.toMatch(/AWS|Google/);
});

const HOSTILE = [
  `Retail ${'and private banking '.repeat(10)}`.slice(0, 200),
  'W'.repeat(200),
  'Страхование, риски и всё остальное',
  'العربية والتأمين 銀行 👩‍🔬',
  '#panic("stop") $x$ *bold* <label> @ref',
  'Two\nlines\u2028and \ud83d',
];

test.each(['a4', 'us-letter'] as const)(
  'twelve units of 83 teams with hostile names stay one page of %s',
  async (paper) => {
    const units = Array.from({ length: 12 }, (_, index) => ({
      name: HOSTILE[index % HOSTILE.length] ?? '',
      teams: 83,
      waiting: index,
    }));
    const scorecard = scorecardOf(units);
    for (const name of HOSTILE) {
      const { pages, hasJavaScript } = await read(scorecard, {
        ...{ paper, organisation: name, unit: name, moreUnits: 40, answering: 12, takes: takesOf(5, name) },
      });
      expect(pages).toHaveLength(1);
      expect(closed(pages[0] ?? '')).toContain(closed(figuresOf(scorecard).at(-1) ?? ''));
      expect(hasJavaScript).toBe(false);
    }
  },
  20_000,
);

test('the brand of the organisation is on it: its name, its line in place of ours, its logo and its colour', async () => {
  const client = { ...longBrand(200, 200), name: 'Harbour Bank plc', confidentiality: 'For the board alone' };
  const scorecard = scorecardOf(HARBOUR);
  const { pages, text, author, roles } = await read(scorecard, { brand: { firm: null, client } });
  expect(pages).toHaveLength(1);
  expect(author).toBe('Harbour Bank plc');
  expect(text).toContain('Harbour Bank plc: machine learning teams');
  expect(text).toContain('For the board alone');
  expect(text).not.toContain('Confidential');
  expect(roles.has('Figure')).toBe(true);
  const bytesIn = async (accent: string | null) =>
    Buffer.from(
      (await renderScorecardPdf(toPrint(scorecard, { brand: { firm: null, client: { ...client, accent } } })))
        .pdf,
    ).toString('base64');
  expect((await bytesIn('#1F4E79')) === (await bytesIn(null))).toBe(false);
});

test('a brand that chose nothing but has the name of the organisation changes no byte', async () => {
  const scorecard = scorecardOf(HARBOUR);
  const nothing = { name: 'Harbour Bank', accent: null, confidentiality: null, logo: null };
  const [without, unchosen] = [
    await renderScorecardPdf(toPrint(scorecard)),
    await renderScorecardPdf(toPrint(scorecard, { brand: { firm: null, client: nothing } })),
  ];
  expect(Buffer.compare(without.pdf, unchosen.pdf)).toBe(0);
  expect((await readPdf(without.pdf)).text).toContain('Confidential · Harbour Bank');
});

test.each([
  ['a4', 400, 100],
  ['a4', 20, 20],
  ['us-letter', 400, 100],
  ['us-letter', 20, 400],
] as const)(
  'on %s it stays one page with a logo of %i by %i, the longest name and line, and twelve units',
  async (paper, width, height) => {
    const units = Array.from({ length: 12 }, (_, index) => ({
      name: HOSTILE[index % HOSTILE.length] ?? '',
      ...{ teams: 83, waiting: index },
    }));
    const scorecard = scorecardOf(units);
    const brand = { firm: null, client: longBrand(width, height) };
    for (const unit of [null, 'W'.repeat(200)]) {
      const { pages } = await read(scorecard, {
        ...{ paper, brand, unit, moreUnits: 40, answering: 12, takes: takesOf(5, 'W'.repeat(200)) },
      });
      expect(pages).toHaveLength(1);
      expect(closed(pages[0] ?? '')).toContain(closed(figuresOf(scorecard).at(-1) ?? ''));
    }
  },
);

test('signs without a glyph are marked, and the page says so', async () => {
  const { pdf, replaced } = await renderScorecardPdf(
    toPrint(
      scorecardOf([
        { name: 'ธนา 銀行', teams: 3 },
        { name: 'Иван', teams: 1 },
      ]),
    ),
  );
  expect(replaced).toEqual(['ธ', 'น', 'า']);
  const { text } = await readPdf(pdf);
  expect(text).toContain('printed as □: U+0E18, U+0E19, U+0E32');
  expect(text).toContain('□□□ 銀行');
  expect(text).toContain('Иван');
});
