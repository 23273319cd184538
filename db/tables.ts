import * as answers from './schema/answers';
import * as assessments from './schema/assessments';
import * as audit from './schema/audit';
import * as gatherings from './schema/gatherings';
import * as jobs from './schema/jobs';
import * as orgs from './schema/orgs';
import * as people from './schema/people';
import * as plans from './schema/plans';
import * as reports from './schema/reports';
import * as rounds from './schema/rounds';
import * as signIn from './schema/sign-in';
import * as teams from './schema/teams';

/** Every table by its name in the schema, for what concerns all of them. */
export const tables = {
  ...answers,
  ...assessments,
  ...audit,
  ...gatherings,
  ...jobs,
  ...orgs,
  ...people,
  ...plans,
  ...reports,
  ...rounds,
  ...signIn,
  ...teams,
};
