import { LOGO_BOX } from '../domain/brand';
import type { ReportDocument } from '../domain/report-document';
import type { Logo } from '../domain/schema/brand';
import { realContent } from '../domain/testing';
import { emptyDocument, sampleDocument } from './fixtures';
import { reportDocx } from './report-docx';
import { reportPptx } from './report-pptx';
import type { DocumentOptions } from './source';
import { attributesIn, partOf, partsOf, textsIn } from './testing';

const content = realContent();
const options: DocumentOptions = { paper: 'a4', locale: 'en-GB' };
const sample = sampleDocument(content);
const word = reportDocx(sample, content, options);
const slides = reportPptx(sample, content, options);

const ACCENT = '8A1538';
const LINE = 'Confidential: for the client’s steering committee only';
const EMU_A_MILLIMETRE = 36_000;

const partsLike = (file: Uint8Array, pattern: RegExp): string[] =>
  [...partsOf(file)].flatMap(([name, xml]) => (pattern.test(name) ? [xml] : []));

/** Sizes in millimetres of what a pattern finds in EMU. */
const sizesIn = (xml: string, pattern: RegExp): { width: number; height: number }[] =>
  [...xml.matchAll(pattern)].map(([, width, height]) => ({
    width: Number(width) / EMU_A_MILLIMETRE,
    height: Number(height) / EMU_A_MILLIMETRE,
  }));

const logoSizes = {
  word: async (document: ReportDocument) =>
    sizesIn(
      partOf(await reportDocx(document, content, options), 'word/document.xml').split(
        '<w:pStyle w:val="Title"/>',
      )[0] ?? '',
      /<wp:extent cx="(\d+)" cy="(\d+)"/g,
    ),
  slides: async (document: ReportDocument) =>
    sizesIn(
      partOf(await reportPptx(document, content, options), 'ppt/slides/slide1.xml'),
      /<p:pic>.*?<a:ext cx="(\d+)" cy="(\d+)"/gs,
    ),
};

const logo = (width: number, height: number): Logo => ({
  ...{ kind: 'svg', width, height },
  data: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="#123456"/></svg>`,
});

const withLogo = (logoOfFirm: Logo | null): ReportDocument => ({
  ...sample,
  brand: {
    firm: { name: 'Northgate Advisory', accent: null, confidentiality: null, logo: logoOfFirm },
    client: null,
  },
});

test.each(['word', 'slides'] as const)(
  'keeps the proportions of each logo and no more than its room: %s',
  async (format) => {
    for (const [width, height] of [
      [2_000, 20],
      [20, 2_000],
      [37, 31],
    ] as const) {
      const [size] = await logoSizes[format](withLogo(logo(width, height)));
      expect(size).toBeDefined();
      const { width: wide = 0, height: high = 0 } = size ?? {};
      expect(wide).toBeLessThanOrEqual(LOGO_BOX.width + 0.01);
      expect(high).toBeLessThanOrEqual(LOGO_BOX.height + 0.01);
      expect(wide / high / (width / height)).toBeCloseTo(1, 1);
      expect(Math.max(wide / LOGO_BOX.width, high / LOGO_BOX.height)).toBeCloseTo(1, 2);
    }
  },
);

test('shows the logo of the firm on the left and that of the client on the right, described', async () => {
  const alts = attributesIn(partOf(await word, 'word/document.xml'), 'wp:docPr', 'descr');
  expect(alts.slice(0, 2)).toEqual(['Logo of Northgate Advisory', 'Logo of Harbour Bank']);
  const cover = partOf(await slides, 'ppt/slides/slide1.xml');
  expect(attributesIn(cover, 'p:cNvPr', 'descr').filter((text) => text !== '')).toEqual(alts.slice(0, 2));
  expect(partsLike(await slides, /^ppt\/media\/.*\.svg$/)).toEqual([]);
});

test('has drawn logos in Word as SVG with PNG beside them, and pixels as PNG alone', async () => {
  const names = [...partsOf(await word).keys()].filter((name) => name.startsWith('word/media/'));
  expect(names.filter((name) => name.endsWith('.svg'))).toHaveLength(5);
  const pixel =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const png: Logo = { kind: 'png', data: pixel, width: 1, height: 1 };
  const [size] = await logoSizes.word(withLogo(png));
  expect(size?.height).toBeCloseTo(LOGO_BOX.height, 1);
  const parts = partOf(await reportDocx(withLogo(png), content, options), 'word/document.xml');
  expect((parts.split('w:val="Title"')[0] ?? '').includes('svgBlip')).toBe(false);
});

test('names the firm where it has no logo, and is signed by Rungs where nobody has a brand', async () => {
  const named = withLogo(null);
  expect(textsIn(partOf(await reportDocx(named, content, options), 'word/document.xml'), 'w:t')[0]).toBe(
    'Northgate Advisory',
  );
  expect(partOf(await reportPptx(named, content, options), 'ppt/slides/slide1.xml')).toContain(
    '>Northgate Advisory<',
  );
  const bare = partOf(await reportDocx(emptyDocument(content), content, options), 'word/document.xml');
  expect(attributesIn(bare, 'wp:docPr', 'descr')[0]).toBe('Rungs');
});

test('calls both as their brands do', async () => {
  const { firm, client } = sample.brand;
  if (firm === null || client === null) throw new Error('the sample has both brands');
  const document: ReportDocument = {
    ...sample,
    preparedBy: null,
    brand: { firm: { ...firm, name: 'Northgate & Co' }, client: { ...client, name: 'The Harbour Bank' } },
  };
  for (const file of [
    await reportDocx(document, content, options),
    await reportPptx(document, content, options),
  ]) {
    const texts = partsLike(file, /^(word\/document|ppt\/slides\/slide1)\.xml$/)
      .flatMap((xml) => [...textsIn(xml, 'w:t'), ...textsIn(xml, 'a:t')])
      .join(' ');
    expect(texts).toContain('The Harbour Bank');
    expect(texts).toContain('Northgate & Co');
  }
});

test('sets headings, links and rules in the first accent of the theme, so that one place changes all', async () => {
  const file = await word;
  expect(partOf(file, 'word/theme/theme1.xml')).toContain(
    `<a:accent1><a:srgbClr val="${ACCENT}"/></a:accent1>`,
  );
  const styles = partOf(file, 'word/styles.xml');
  for (const id of ['Heading1', 'Heading2', 'Subtitle', 'Hyperlink', 'Header', 'Quote', 'TableGridLight'])
    expect({
      id,
      themed: new RegExp(`w:styleId="${id}".*?</w:style>`, 's')
        .exec(styles)?.[0]
        .includes('w:themeColor="accent1"'),
    }).toEqual({ id, themed: true });
  // The colour itself stands beside the name of the theme’s, for readers that know no themes, and nowhere alone.
  for (const xml of partsLike(file, /^word\/(styles|document)\.xml$/))
    expect([...xml.matchAll(new RegExp(`"${ACCENT}"(?! w:themeColor)`, 'g'))]).toEqual([]);
});

test('gives the master of the slides that colour, and Rungs’ own where nobody chose one', async () => {
  const file = await slides;
  expect(partOf(file, 'ppt/theme/theme1.xml')).toContain(
    `<a:accent1><a:srgbClr val="${ACCENT}"/></a:accent1>`,
  );
  const layouts = partsLike(file, /^ppt\/slideLayouts\/slideLayout\d+\.xml$/).join('');
  expect(layouts).toContain('<a:schemeClr val="accent1"/>');
  for (const xml of partsLike(file, /^ppt\/slide(s|Layouts)\/\w+\.xml$/)) expect(xml).not.toContain(ACCENT);
  const plain = await reportPptx(emptyDocument(content), content, options);
  expect(partOf(plain, 'ppt/theme/theme1.xml')).toContain('<a:accent1><a:srgbClr val="0F4A43"/></a:accent1>');
});

test('prints a colour that words can be read in where the chosen one is too light', async () => {
  const { firm } = sample.brand;
  if (firm === null) throw new Error('the sample has a firm');
  const document = { ...sample, brand: { firm: { ...firm, accent: '#F2B63C' }, client: null } };
  const theme = partOf(await reportDocx(document, content, options), 'word/theme/theme1.xml');
  expect(theme).not.toContain('F2B63C');
  expect(theme).toMatch(/<a:accent1><a:srgbClr val="[0-9A-F]{6}"\/>/);
});

test('says how it may be passed on at the foot of each page and slide', async () => {
  const feet = partsLike(await word, /^word\/footer\d\.xml$/);
  expect(feet.length).toBeGreaterThan(1);
  for (const foot of feet) expect(textsIn(foot, 'w:t').join('')).toContain(LINE);
  const layouts = partsLike(await slides, /^ppt\/slideLayouts\/slideLayout\d+\.xml$/);
  expect(layouts.filter((xml) => textsIn(xml, 'a:t').join('').includes(LINE))).toHaveLength(2);
});
