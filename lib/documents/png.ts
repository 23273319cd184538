import { renderAsync } from '@resvg/resvg-js';
import { INTER } from '@/lib/pdf/fonts';

/** A picture in SVG as PNG, `zoom` pixels for each of its points, in the font of the product and in no other of the machine. */
export async function pngOf(svg: string, zoom = 3): Promise<Uint8Array> {
  const image = await renderAsync(svg, {
    font: {
      ...{ loadSystemFonts: false, fontFiles: [...INTER] },
      ...{ defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' },
    },
    fitTo: { mode: 'zoom', value: zoom },
  });
  return new Uint8Array(image.asPng());
}
