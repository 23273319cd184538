import { test } from '@playwright/test';
import { describeMatrix } from './matrix';
import { describeTables } from './matrix-built';
import { CALLERS } from './matrix-routes';

test.describe('on SQLite:', () => {
  describeTables();
  describeMatrix('SQLite', CALLERS);
});
