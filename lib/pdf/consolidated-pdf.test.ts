import { consolidatedTeam } from '@/lib/domain/consolidated';
import { MODEL_IDS } from '@/lib/domain/vocabulary';
import { content, documentOf, look, plausibleAnswers } from './fixtures';
import { readPdf } from './read-pdf';
import { renderConsolidatedPdf } from './render';
import { scorecardOf, toPrint } from './scorecard-fixtures';
import { teamPage, type ConsolidatedToPrint, type TeamToPrint } from './view-consolidated';

function team(name: string, unit: string | null = 'Retail banking'): TeamToPrint {
  const document = documentOf({ change: { subject: name, answers: plausibleAnswers(name) } });
  const about = { name, unit, hash: 'a1b2'.repeat(16), planEnds: name === 'Churn' ? '2028-06-30' : null };
  return { facts: consolidatedTeam(document.report, about), page: teamPage(document, content, look) };
}

const read = async (change: Partial<ConsolidatedToPrint> = {}, paper: 'a4' | 'us-letter' = 'a4') => {
  const asked: ConsolidatedToPrint = {
    ...{ organisation: 'Harbour Bank', unit: 'Retail banking', choice: null, waiting: [], more: 0 },
    brand: { firm: null, client: null },
    questionnaires: MODEL_IDS,
    teams: [team('Churn'), team('Fraud scoring')],
    scorecard: toPrint(scorecardOf([{ name: 'Retail banking', teams: 2 }]), { paper }),
    ...change,
  };
  const { pdf, replaced } = await renderConsolidatedPdf(asked, { ...look, paper });
  return { ...(await readPdf(pdf)), replaced };
};

test.each(['a4', 'us-letter'] as const)(
  'each team has one page of %s, on which the table’s page number points',
  async (paper) => {
    const { pages } = await read({}, paper);
    const table = pages[2] ?? '';
    for (const name of ['Churn', 'Fraud scoring']) {
      const at = pages.findIndex((page) => page.includes(`${name} Retail banking · answers of`));
      expect(pages[at]).toContain('How far to trust this');
      expect(table).toMatch(new RegExp(`${name} .* ${at + 1}`));
    }
    expect(table).toContain('30 June 2028');
    expect(pages.at(-1)).toContain('How to check this report');
  },
);

test('teams that have no room and teams without a finished assessment are said', async () => {
  const { text, pages } = await read({ more: 23, waiting: [{ name: 'Pricing', unit: 'Retail banking' }] });
  expect(pages[0]).toContain('2 with a finished assessment, 23 more not in this document and 1 without one');
  expect(text).toContain('23 more teams with a finished assessment are not in this document');
  expect(text).toContain('Pricing (Retail banking)');
});

test('the brand of the organisation is on it: its colour, its line at the foot', async () => {
  const client = {
    name: 'Harbour Bank',
    accent: '#8a1538',
    confidentiality: 'For the board alone',
    logo: null,
  };
  const { pages } = await read({ brand: { firm: null, client } });
  expect(pages.slice(1).every((page) => page.includes('For the board alone'))).toBe(true);
});

test('hostile names are set as text, and what no font has is listed at the end', async () => {
  const names = ['#panic("stop") $x$ <label>', 'W'.repeat(200), 'كشف السرقة', '銀行 ไทย'];
  const { text, pages, replaced, hasJavaScript } = await read({
    teams: names.map((name) => team(name, name)),
    organisation: names[0] ?? '',
    choice: '4 chosen teams',
  });
  expect(text).toContain('#panic("stop") $x$ <label>');
  expect(replaced).toEqual(['ไ', 'ท', 'ย']);
  expect(pages.at(-1)).toContain('U+0E44');
  expect(hasJavaScript).toBe(false);
});
