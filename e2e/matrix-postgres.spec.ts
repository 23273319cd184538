import { test } from '@playwright/test';
import { describeMatrix } from './matrix';

test.describe('on PostgreSQL, as a guest of a link, a stranger, a contributor of one team and an owner alone:', () => {
  describeMatrix('PostgreSQL', ['guest', 'stranger', 'team', 'owner']);
});
