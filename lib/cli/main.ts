import { existsSync } from 'node:fs';
import { BadContentFolder, BrokenContent } from '../content/load';
import { BadInput } from './bad-input';
const USAGE = `rungs: maturity by AWS, Microsoft and Google from one set of answers

  rungs score FILE [--json] [--only aws|microsoft|google]
  rungs gaps FILE [--json] [--only …]
  rungs roadmap FILE --roster ROSTER [--json] [--only …] [--order levels-early|finish-early]
                [-o OUT.pdf [--paper a4|us-letter] [--client NAME] [--name NAME]]
  rungs report FILE -o OUT.pdf|.docx|.pptx|.xlsx|.md|.json [--only …] [--paper a4|us-letter] [--client NAME]
               [--by NAME] [--logo FILE] [--roster ROSTER]
  rungs questionnaire -o OUT.pdf [--only …] [--paper a4|us-letter] [--client NAME]
  rungs verify REPORT.json [--json]
  rungs audit verify [--org SLUG]
  rungs audit prune --org SLUG --before DAY
  rungs audit forget --org SLUG --email ADDRESS
  rungs check [--effort]
  rungs doctor
  rungs admin create --email E --name N --organisation O [--link]
  rungs admin link --email E --kind reset-password|verify-email
  rungs admin reset-second-factor --email E
  rungs admin sessions revoke --email E
  rungs admin delete --email E
  rungs admin keep --email E
  rungs org export SLUG --out FILE
  rungs org import FILE
  rungs db copy --from URL --to URL
  rungs backup [--out FILE]
  rungs restore FILE
  rungs simulate --teams N --rounds M --seed S [--plans] [--out FILE.db]

roadmap -o writes the plan as a PDF in place of printing it; --name is what the plan is called there.
report writes what the ending of OUT says; --roster adds the plan.
questionnaire writes a blank one to fill in on paper; with --only in the order of that vendor, naming no other.
check --effort also prints person-days and weeks by capability, and person-days by role.
simulate writes an invented organisation into a new database: FILE.db, else what DATABASE_URL names, else .data/simulated.db.
--plans lets its teams follow plans, with what is kept of their steps.
admin works on the installation of DATABASE_URL, as .env or the environment name it. create makes an account that owns a new organisation;
it asks for the password, reads it from standard input where that is no terminal, or prints a link to set it (--link). delete lets an account go after 14 days, in
which it may be kept.
org export writes everything of an organisation into one archive (docs/archive-format.md); org import brings it into an installation that
has no organisation like it, all of it or nothing.
db copy copies a whole installation into an empty database of either engine, file:./path/to.db or postgres://…, all of it or nothing, and
compares both (docs/operations.md).
backup copies the SQLite database of DATABASE_URL into one file while the server runs, and looks whether it is whole. restore puts such a
file in its place while no server runs, brings it up to date and keeps what was there beside it. PostgreSQL has tools of its own for both.
FILE is an assessment, YAML or JSON (content/README.md, content/examples/). ROSTER says who is there (content/README.md).
verify answers apart whether a report is unchanged and whether the installation of DATABASE_URL issued it, and scores its answers anew.
doctor says what is misconfigured, of the environment, the database, mail and the content.
audit verify computes the audit log of each organisation in DATABASE_URL anew, and names the first line that was removed or altered.
audit prune removes lines from before a day, such as 2025-01-01, and leaves a signed checkpoint in their place.
audit forget erases whose lines somebody's are; the lines stay.
Exit codes: 0 done, 2 bad input, 3 a report that differs, 1 our fault, or a log that is broken.`;

type Command = (args: string[]) => Promise<void> | void;

/** Loaded when it is called: the database is chosen when its modules are loaded, and `simulate` and `db copy` have to name their own before. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  score: async () => (await import('./score')).scoreCommand,
  gaps: async () => (await import('./gaps')).gaps,
  roadmap: async () => (await import('./roadmap')).roadmap,
  report: async () => (await import('./report')).report,
  verify: async () => (await import('./verify')).verify,
  questionnaire: async () => (await import('./questionnaire')).questionnaire,
  audit: async () => (await import('./audit')).audit,
  doctor: async () => (await import('./doctor')).doctor,
  check: async () => (await import('./check')).check,
  admin: async () => (await import('./admin')).admin,
  org: async () => (await import('./org')).org,
  db: async () => (await import('./db')).db,
  backup: async () => (await import('./backup')).backup,
  restore: async () => (await import('./restore')).restore,
  simulate: async () => (await import('./simulate')).simulate,
};

/** As the server does, and before a module asks for the database or the content; not where an invented organisation would go. */
function readEnvironment(name: string): void {
  if (name !== 'simulate' && existsSync('.env')) process.loadEnvFile('.env');
}

async function main([name, ...args]: string[]): Promise<void> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(USAGE);
    return;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) throw new BadInput([`rungs: there is no command ${name}`, USAGE]);
  readEnvironment(name);
  const command = await load();
  await command(args);
}

// A reader that has seen enough, such as `head`, closes its end: what is left to print is lost, and that is nobody's fault.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof BadInput || error instanceof BrokenContent || error instanceof BadContentFolder) {
    console.error(error.message);
    process.exitCode = 2;
  } else {
    console.error(error);
    process.exitCode = 1;
  }
}
