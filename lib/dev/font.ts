import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { latinFont, LATIN_FONT } from './latin-font';
import { script } from './run';

/** `npm run font`: makes the font that every page preloads. */
await script(async () => {
  const font = await latinFont();
  mkdirSync(path.dirname(LATIN_FONT), { recursive: true });
  writeFileSync(LATIN_FONT, font);
  console.log(`${LATIN_FONT}: ${Math.round(font.length / 1024)} kB`);
});
