import sharp from 'sharp';
import type { Brand } from '@/lib/domain/brand';
import { content, documentOf, look } from './fixtures';
import { readPdf } from './read-pdf';
import { renderBrandPdf, renderReportPdf, setLogoOnPage } from './render';

const drawing = (width: number, height: number, fill: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs><linearGradient id="g"><stop stop-color="${fill}"/></linearGradient></defs><style>.a{fill:url(#g)}</style><rect class="a" width="${width}" height="${height}"/></svg>`;

async function pixels(kind: 'png' | 'jpeg') {
  const made = sharp({ create: { width: 60, height: 30, channels: 3, background: 'red' } }).toFormat(kind);
  return { kind, data: (await made.toBuffer()).toString('base64'), width: 60, height: 30 };
}

const NORTHGATE: Brand = {
  name: 'Northgate',
  accent: '#FFD400',
  confidentiality: 'For the board of Harbour Bank',
  logo: { kind: 'svg', data: drawing(400, 20, '#8A1538'), width: 400, height: 20 },
};
const HARBOUR: Brand = {
  name: 'Harbour Bank plc',
  accent: '#1F4E79',
  confidentiality: 'Internal',
  logo: { kind: 'svg', data: drawing(20, 20, '#1F4E79'), width: 20, height: 20 },
};

const set = async (brand: { firm: Brand | null; client: Brand | null }) => {
  const { pdf } = await renderReportPdf(documentOf({ preparedBy: null, brand }), content, look);
  return readPdf(pdf);
};

test('a report of a firm carries both names and the line of the firm in place of ours', async () => {
  const { pages, author, roles } = await set({ firm: NORTHGATE, client: HARBOUR });
  expect(author).toBe('Northgate');
  expect(pages[0]).toContain('Harbour Bank plc');
  expect(pages[0]).toContain('Prepared by Northgate');
  expect(pages[1]).toContain('For the board of Harbour Bank');
  expect(pages.join(' ')).not.toContain('Confidential ·');
  expect(roles.has('Figure')).toBe(true);
});

test('a report of the organisation itself carries its own, and without a brand it is as before', async () => {
  expect((await set({ firm: null, client: HARBOUR })).pages[1]).toContain('Internal');
  expect((await set({ firm: null, client: null })).pages[1]).toContain('Confidential · Harbour Bank');
});

test('a firm without a logo stands there by its name', async () => {
  const { pages } = await set({ firm: { ...NORTHGATE, logo: null }, client: null });
  expect(pages[0]?.startsWith('Northgate')).toBe(true);
});

test('the same brand gives the same bytes, and another accent others', async () => {
  const bytesWith = async (accent: string | null) => {
    const brand = { firm: { ...NORTHGATE, accent }, client: null };
    return Buffer.from((await renderReportPdf(documentOf({ brand }), content, look)).pdf).toString('base64');
  };
  const [one, again, other] = [await bytesWith('#1F4E79'), await bytesWith('#1F4E79'), await bytesWith(null)];
  expect(one === again).toBe(true);
  expect(one === other).toBe(false);
});

test.each<[string, () => Promise<Brand['logo']>]>([
  ['a drawing', async () => NORTHGATE.logo],
  ['a PNG', () => pixels('png')],
  ['a JPEG', () => pixels('jpeg')],
])('%s is drawn on the page', async (_what, logoOf) => {
  const logo = await logoOf();
  if (logo === null) throw new Error('no logo');
  await expect(setLogoOnPage(logo)).resolves.toBeUndefined();
  const { roles } = await set({ firm: { ...NORTHGATE, logo }, client: null });
  expect(roles.has('Figure')).toBe(true);
});

test('findings are set with their lists, marks and links, and what is no markup for us is none for Typst', async () => {
  const text =
    'Of **six** models *two* are `seen`: #eval("1") $x$ @ref <b>\n\n- [the register](https://harbour.example/r)\n- [no](javascript:alert(1))';
  const more = { capabilities: [], evidence: [] };
  const findings = [
    { headline: 'Nobody watches #emph[drift]', text, recommendation: '3. Watch.\n4. Tell.', ...more },
    { headline: 'Nothing else', text: '', recommendation: '', ...more },
  ];
  const document = documentOf({ brand: { firm: null, client: NORTHGATE }, findings });
  const pdf = await renderBrandPdf(document, content, look);
  const read = await readPdf(pdf);
  expect(read.pages.length).toBeGreaterThan(2);
  expect(read.text).toContain('Nobody watches #emph[drift]');
  expect(read.text).toContain('#eval("1") $x$ @ref <b>');
  expect(read.text).toMatch(/3\. ?Watch\. 4\. ?Tell\./);
  expect(read.text.replaceAll(' ', '')).toContain('[no](javascript:alert(1)');
  expect(read.links).toEqual(['https://harbour.example/r']);
  expect(['L', 'LI'].filter((role) => !read.roles.has(role))).toEqual([]);
});
