import sharp from 'sharp';
import { logoPng } from './logo-png';
import { LOGO_LIMITS, readLogo } from './read-logo';

const text = (svg: string) => new TextEncoder().encode(svg);
const svgOf = (inner: string, attributes = 'viewBox="0 0 40 20"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inner}</svg>`;
const RECT = '<rect width="40" height="20" fill="#1F4E79"/>';

async function picture(format: 'png' | 'jpeg', width = 40, height = 20): Promise<Uint8Array> {
  const made = sharp({ create: { width, height, channels: 3, background: '#1F4E79' } })
    .withExif({ IFD0: { Artist: 'Mallory', Copyright: 'SECRET' } })
    .toFormat(format);
  return new Uint8Array(await made.toBuffer());
}

async function kept(bytes: Uint8Array) {
  const read = await readLogo(bytes);
  if (!read.ok) throw new Error(read.message);
  return { ...read.value, bytes: Buffer.from(read.value.logo.data, 'base64') };
}

const keptSvg = async (svg: string) => (await kept(text(svg))).logo.data;

const refusal = async (bytes: Uint8Array): Promise<string> => {
  const read = await readLogo(bytes);
  return read.ok ? 'nothing' : read.message;
};

describe('pixels', () => {
  test.each(['png', 'jpeg'] as const)(
    'a %s is made anew, without what it said of its maker',
    async (format) => {
      const before = await picture(format);
      expect(Buffer.from(before).includes('Mallory')).toBe(true);
      const { logo, bytes } = await kept(before);
      expect(logo).toMatchObject({ kind: format, width: 40, height: 20 });
      expect(bytes.includes('Mallory')).toBe(false);
      const head = await sharp(bytes).metadata();
      expect([head.format, head.exif, head.icc, head.xmp]).toEqual([format, undefined, undefined, undefined]);
    },
  );

  test.each(['png', 'jpeg'] as const)(
    'of a %s that is also something else, nothing else is kept',
    async (format) => {
      const page = text('<html><script>alert(1)</script></html>PK\u0003\u0004');
      const { bytes } = await kept(Buffer.concat([await picture(format), page]));
      expect(bytes.includes('script')).toBe(false);
      expect(bytes.includes('PK')).toBe(false);
    },
  );

  test('what is turned by its camera stands upright, and what is large is kept at the size of print', async () => {
    const turned = await sharp(await picture('jpeg', 2000, 1000))
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect((await kept(turned)).logo).toMatchObject({ width: 800, height: 1600 });
  });

  test('its name says nothing: what it holds decides', async () => {
    expect((await kept(await picture('jpeg'))).logo.kind).toBe('jpeg');
  });

  test('a picture of too many pixels is refused by its header, before it is decoded', async () => {
    const small = Buffer.from(await picture('png'));
    small.writeUInt32BE(60_000, 16);
    small.writeUInt32BE(60_000, 20);
    // The header's checksum has to be right, or it is simply broken.
    const { crc32 } = await import('node:zlib');
    small.writeUInt32BE(crc32(small.subarray(12, 29)), 29);
    expect(await refusal(small)).toBe(
      'The PNG has 60,000 by 60,000 pixels; it may have 4,000 a side and 8 million in all.',
    );
  });

  test('half a picture is refused', async () => {
    const whole = await sharp(Buffer.from(Array.from({ length: 90_000 }, (_, i) => (i * 7919) % 251)), {
      raw: { width: 300, height: 100, channels: 3 },
    })
      .jpeg()
      .toBuffer();
    expect(await refusal(whole.subarray(0, whole.length / 2))).toBe('The JPEG is broken or not complete.');
  });
});

describe('other files', () => {
  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'The file is empty.'],
    ['30 MB', new Uint8Array(30_000_000), 'The file has 30 MB; a logo may have 2 MB, or 200 kB as SVG.'],
    ['a GIF', text('GIF89a……………'), 'A logo is a PNG, a JPEG or an SVG, and this is a GIF.'],
    ['a PDF', text('%PDF-1.7'), 'A logo is a PNG, a JPEG or an SVG, and this is a PDF.'],
    [
      'a page',
      text('<html><svg></svg></html>'),
      'A logo is a PNG, a JPEG or an SVG; this file is none of them.',
    ],
    [
      'a PNG that only begins so',
      text('\u0089PNG'),
      'A logo is a PNG, a JPEG or an SVG; this file is none of them.',
    ],
    ['a large SVG', text(svgOf(RECT.repeat(6000))), 'The SVG has 271 kB; as SVG a logo may have 200 kB.'],
    [
      'a line',
      text(svgOf(RECT, 'viewBox="0 0 500 20"')),
      'The picture is more than 20 times as long as it is wide.',
    ],
  ])('%s is refused with what it is', async (_what, bytes, sentence) => {
    expect(await refusal(bytes)).toBe(sentence);
  });
});

describe('drawings', () => {
  test('a drawing of shapes, gradients and styles is kept as it looks', async () => {
    const inner = `<style>.a{fill:url(#g);stroke:none}</style><defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient><g id="s">${RECT}</g></defs><g transform="translate(1 2)"><path class="a" d="M0 0h4z" style="opacity:.5"/><use href="#s"/></g>`;
    const { logo, removed } = await kept(text(svgOf(inner)));
    expect(removed).toEqual([]);
    expect(logo).toMatchObject({ kind: 'svg', width: 40, height: 20 });
    expect(logo.data).toBe(
      `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20">${inner}</svg>`,
    );
  });

  test.each([
    ['a script', `<script>alert(1)</script>${RECT}`, '<script>'],
    ['a handler', '<rect width="4" height="4" onload="alert(1)"/>', 'scripts'],
    [
      'a page within',
      `<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>${RECT}`,
      '<foreignObject>',
    ],
    ['a picture from elsewhere', `<image href="https://evil.example/a.png"/>${RECT}`, '<image>'],
    [
      'a drawing from elsewhere',
      `<use xlink:href="https://evil.example/a.svg#x"/>${RECT}`,
      'links out of the picture',
    ],
    ['a javascript: link', `<a href="javascript:alert(1)">${RECT}</a>`, 'links'],
    [
      'a paint from elsewhere',
      `<rect width="4" height="4" fill="url(https://evil.example/a#b)"/>${RECT}`,
      'links out of the picture',
    ],
    [
      'a hidden paint from elsewhere',
      `<rect width="4" height="4" fill="u\\72l(https://evil.example/a)"/>${RECT}`,
      'a value of fill',
    ],
    ['an import', `<style>@import url(https://evil.example/a.css);</style>${RECT}`, 'parts of its styles'],
    [
      'a font from elsewhere',
      `<style>@font-face{src:url(https://evil.example/a)}</style>${RECT}`,
      'parts of its styles',
    ],
    [
      'a style from elsewhere',
      `<style>.a{fill:url("https://evil.example/a")}</style>${RECT}`,
      'links out of the picture',
    ],
    [
      'an animation',
      `<rect width="4" height="4"><animate attributeName="href" to="javascript:alert(1)"/></rect>`,
      '<animate>',
    ],
    ['a set', `<rect width="4" height="4"><set attributeName="onclick" to="alert(1)"/></rect>`, '<set>'],
    ['a filter', `<filter id="f"><feImage href="https://evil.example/a"/></filter>${RECT}`, '<filter>'],
  ])('%s is left out, and that is said', async (_what, inner, said) => {
    const { logo, removed } = await kept(text(svgOf(inner)));
    expect(removed).toEqual([said]);
    expect(logo.data).not.toMatch(/script|evil|alert|@|on\w+=|https?:(?!\/\/www\.w3\.org\/2000\/svg")/i);
  });

  test.each([
    ['width="80" height="20px"', 80, 20],
    ['width="1in" height="0.5in"', 96, 48],
    ['width="25.4mm" height="2.54cm"', 96, 96],
  ])('without a viewBox its size is %s', async (attributes, width, height) => {
    expect((await kept(text(svgOf(RECT, attributes)))).logo).toMatchObject({ width, height });
  });

  test('what drawing programs note for themselves goes without a word', async () => {
    const inner = `<!-- made with --><metadata><x/></metadata><title>Logo</title><i:pgf xmlns:i="urn:i">x</i:pgf><switch>${RECT}</switch>`;
    const svg = `<?xml version="1.0"?>${svgOf(inner, 'xmlns:i="urn:i" i:x="1" viewBox="0 0 40 20" xml:space="preserve"')}`;
    expect((await kept(text(svg))).removed).toEqual([]);
    expect(await keptSvg(svg)).toContain(`<g>${RECT}</g>`);
  });

  test('a document type goes, and that is said', async () => {
    const svg = `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">${svgOf(RECT)}`;
    expect((await kept(text(svg))).removed).toEqual(['its document type']);
    expect(await keptSvg(svg)).not.toContain('DOCTYPE');
  });

  const uses = (id: number, next: number) => `<g id="n${id}">${`<use href="#n${next}"/>`.repeat(10)}</g>`;
  const bomb = Array.from({ length: 9 }, (_, id) => uses(id, id + 1)).join('');
  const clips = Array.from(
    { length: 20 },
    (_, id) => `<clipPath id="c${id}"><rect class="k${id}"/><rect class="k${id}"/></clipPath>`,
  ).join('');
  const sheet = Array.from({ length: 20 }, (_, id) => `.k${id}{clip-path:url(#c${id + 1})}`).join('');

  test.each([
    [
      'text in a font',
      '<text>Harbour</text>',
      'The SVG holds text in a font. Turn the text into outlines and save it again.',
    ],
    ['nothing to draw', '<g/>', 'The SVG has no shapes to draw.'],
    [
      'nothing but a photograph',
      '<image href="data:image/png;base64,AA"/>',
      'The SVG has no shapes to draw without what may not be in it: <image>.',
    ],
    [
      'a circle of references',
      '<g id="a"><use href="#a"/></g>',
      'Parts of the SVG refer to each other in a circle, or in too long a chain.',
    ],
    ['ten thousand million parts', `${bomb}<g id="n9">${RECT}</g>`, 'The SVG draws more than 20,000 parts.'],
    [
      'a million clips by classes',
      `<style>${sheet}</style>${clips}<rect class="k0"/>`,
      'The SVG draws more than 20,000 parts.',
    ],
    [
      'nests of a thousand',
      `${'<g>'.repeat(1000)}${RECT}${'</g>'.repeat(1000)}`,
      'The SVG nests its parts more than 40 deep.',
    ],
    ['an end too few', '<g>', /^The SVG is broken: line 1, /],
    ['an entity that nobody declared', '&boom;', /^The SVG is broken: line 1, .*entity/],
  ])('%s is refused, and why', async (_what, inner, sentence) => {
    expect(await refusal(text(svgOf(inner)))).toMatch(sentence);
  });

  test.each([
    [
      'no size',
      svgOf(RECT, ''),
      'The SVG gives neither a size nor a viewBox, so its proportions are unknown.',
    ],
    ['a size in percent', svgOf(RECT, 'width="100%" height="100%"'), 'The SVG gives neither'],
    ['a size of nothing', svgOf(RECT, 'viewBox="0 0 0 0"'), 'The SVG gives neither'],
    [
      'entities of its own',
      `<!DOCTYPE svg [<!ENTITY a "aaaa">]>${svgOf(RECT)}`,
      'The SVG declares entities.',
    ],
    ['another document', '<?xml version="1.0"?><feed/>', 'The file begins with <feed> instead of <svg>.'],
  ])('an SVG with %s is refused, and why', async (_what, svg, sentence) => {
    expect(await refusal(text(svg))).toContain(sentence);
  });

  test('in UTF-16 it is refused', async () => {
    expect(await refusal(Buffer.from(`\ufeff${svgOf(RECT)}`, 'utf16le'))).toMatch(/none of them|UTF-8/);
    expect(await refusal(Buffer.concat([text(svgOf(RECT)), new Uint8Array([0xff])]))).toBe(
      'The SVG is not in UTF-8.',
    );
  });

  test('what was made once is made the same again', async () => {
    const once = await keptSvg(svgOf(`<a href="#x">${RECT}</a><use href="#b" x="1&quot;"/>`));
    expect(await keptSvg(once)).toBe(once);
  });
});

test.each<[string, () => Promise<Uint8Array>]>([
  ['an SVG', async () => text(svgOf(RECT))],
  ['a PNG', () => picture('png')],
  ['a JPEG', () => picture('jpeg')],
])('%s is there as a PNG of any width as well', async (_what, file) => {
  const { logo } = await kept(await file());
  const png = await logoPng(logo, 600);
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 600, height: 300 });
  const { channels } = await sharp(png).stats();
  for (const [index, colour] of [0x1f, 0x4e, 0x79].entries())
    expect(Math.abs((channels[index]?.mean ?? 0) - colour)).toBeLessThan(4);
});

test('the limits are those that are said beside the field', () => {
  expect(LOGO_LIMITS).toEqual({ bytes: 2_000_000, svgBytes: 200_000, side: 4_000, pixels: 8_000_000 });
});
