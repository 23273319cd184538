import { writeFileSync } from 'node:fs';
import { reportJsonSchema } from '../documents/report-schema';
import { script } from './run';

const FILE = 'public/report.schema.json';

/** `npm run schema`: publishes the shape of a report in JSON. */
await script(() => {
  const schema = reportJsonSchema();
  writeFileSync(FILE, schema);
  console.log(`${FILE}: ${Math.round(schema.length / 1024)} kB`);
  return Promise.resolve();
});
