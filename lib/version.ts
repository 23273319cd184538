import 'server-only';
import { content } from './content/load';
import packageJson from '../package.json';

/** What the footer, the health route and every report name. */
export const version = (): { version: string; edition: string } => ({
  version: packageJson.version,
  edition: content().edition.version,
});
