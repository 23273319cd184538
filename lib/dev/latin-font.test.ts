import { readFile } from 'node:fs/promises';
import { latinFont, LATIN_FONT } from './latin-font';

test('the font that every page preloads is the one that `npm run font` makes', async () => {
  expect((await readFile(LATIN_FONT)).equals(await latinFont())).toBe(true);
}, 60_000);
