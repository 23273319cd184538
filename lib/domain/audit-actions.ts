/** What the log holds of an action, as texts and numbers that can be said. */
export type AuditDetail = Readonly<Record<string, unknown>>;

type AuditAction = {
  /** What its detail may hold. */
  keys: readonly string[];
  /** What was done, to follow a name; `thing` is in words what it was done to, as in `the team Payments`. */
  words: (thing: string, detail: AuditDetail) => string;
};

const said = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

const quoted = (value: unknown): string => `“${said(value)}”`;

const count = (value: unknown, one: string, many: string): string =>
  `${said(value)} ${value === 1 ? one : many}`;

const done =
  (verb: string) =>
  (thing: string): string =>
    `${verb} ${thing}`;

const SETTLED: Record<string, string> = { agreed: 'settled', parked: 'parked', open: 'took up again' };

/**
 * Everything that goes into the log: the words for it and what else it may hold. **No line says what somebody answered**: neither rung nor
 * note nor evidence nor whether a criterion holds, nor anything from which that follows, because an assessment may be answered blind and
 * an owner may read the log meanwhile. Nor does a line hold the name of a person, as names must be erasable. What is not in `keys` is not
 * written. `audit-actions.test.ts` holds the list for assessments; a new key there wants a reason why it tells no answer.
 */
export const AUDIT_ACTIONS = {
  'org.create': { keys: [], words: done('created') },
  'org.configure': { keys: ['questionnaires'], words: (thing) => `changed the settings of ${thing}` },
  'org.sign-in': {
    keys: ['providerOnly', 'maxHours'],
    words: (thing) => `changed how members of ${thing} have to sign in`,
  },
  'org.domain-add': {
    keys: ['domain'],
    words: (thing, { domain }) => `added the domain ${said(domain)} to ${thing}`,
  },
  'org.domain-verify': {
    keys: ['domain'],
    words: (thing, { domain }) => `showed that the domain ${said(domain)} belongs to ${thing}`,
  },
  'org.domain-role': {
    keys: ['domain', 'role'],
    words: (thing, { domain, role }) =>
      role === null
        ? `ended that people with an address at ${said(domain)} join ${thing}`
        : `let people with an address at ${said(domain)} join ${thing} as ${said(role)}`,
  },
  'org.domain-remove': {
    keys: ['domain'],
    words: (thing, { domain }) => `removed the domain ${said(domain)} from ${thing}`,
  },
  'org.group-add': {
    keys: ['group', 'role', 'team'],
    words: (_thing, { group, role }) => `let the group ${quoted(group)} give the role ${said(role)}`,
  },
  'org.group-remove': {
    keys: ['group', 'role'],
    words: (_thing, { group, role }) => `ended that the group ${quoted(group)} gives the role ${said(role)}`,
  },
  'org.aim': { keys: ['aims'], words: (thing) => `set the targets of ${thing}` },
  'org.export': { keys: [], words: (thing) => `took everything of ${thing} along as an archive` },
  'org.delete': {
    keys: ['on'],
    words: (thing, { on }) => `asked to delete ${thing} on ${said(on)}`,
  },
  'org.keep': { keys: [], words: (thing) => `kept ${thing}, which was to be deleted` },
  'org.import': {
    keys: ['version'],
    words: (thing) => `brought ${thing} here from another installation`,
  },
  'team.create': { keys: ['name'], words: done('added') },
  'team.configure': { keys: ['name', 'parent'], words: done('renamed or moved') },
  'team.remove': { keys: ['name'], words: (_thing, { name }) => `removed the team ${said(name)}` },
  'team.import': {
    keys: ['added', 'changed'],
    words: (_thing, { added, changed }) => `imported teams: ${said(added)} added, ${said(changed)} changed`,
  },
  'team.aim': { keys: ['aims'], words: (thing) => `set the targets of ${thing}` },
  'team.provide': {
    keys: ['source', 'capabilities'],
    words: (thing, { source }) =>
      source === null
        ? `ended that ${thing} takes answers from another`
        : `set from which team ${thing} takes answers`,
  },
  'round.open': { keys: ['title', 'dueOn', 'teams'], words: done('opened') },
  'round.change': { keys: ['title', 'dueOn', 'added', 'removed'], words: done('changed') },
  'round.close': { keys: ['finished', 'teams'], words: done('closed') },
  'round.remind': {
    keys: ['teams'],
    words: (thing, { teams }) => `reminded ${count(teams, 'team', 'teams')} in ${thing}`,
  },
  'round.watch': {
    keys: ['on'],
    words: (_thing, { on }) =>
      on === true ? 'asked for a mail when a round closes' : 'asked for no more mails when a round closes',
  },
  'round.reports': {
    keys: ['job', 'reports', 'paper', 'edition', 'only'],
    words: (thing, { reports }) => `ordered ${count(reports, 'report', 'reports')} on ${thing}`,
  },
  'round.reports-cancel': {
    keys: ['job', 'made'],
    words: (thing) => `cancelled the archive of reports on ${thing}`,
  },
  'assessment.create': { keys: ['team', 'fromId', 'kind'], words: done('started') },
  'assessment.configure': {
    keys: ['questionnaires', 'targets', 'edition', 'from', 'flagged', 'reopened'],
    words: (thing, { edition, targets }) =>
      edition !== undefined
        ? `moved ${thing} to the content ${said(edition)}`
        : targets !== undefined
          ? `set the targets of ${thing}`
          : `changed the setup of ${thing}`,
  },
  'assessment.answer': {
    keys: ['capability'],
    words: (thing, { capability }) => `answered ${quoted(capability)} in ${thing}`,
  },
  'assessment.import': {
    keys: ['answers', 'statements'],
    words: (thing, { answers }) => `took ${count(answers, 'answer', 'answers')} of a file into ${thing}`,
  },
  'assessment.state': {
    keys: ['criterion'],
    words: (thing, { criterion }) => `said something on the criterion ${said(criterion)} in ${thing}`,
  },
  // Which capability is not told either: who is asked to answer alone is counted, and nothing else is known of them.
  'assessment.answer-alone': { keys: [], words: (thing) => `answered alone in ${thing}` },
  'assessment.begin-alone': { keys: [], words: (thing) => `began to answer alone in ${thing}` },
  'assessment.done-alone': { keys: [], words: (thing) => `is done answering alone in ${thing}` },
  'assessment.gather': {
    keys: ['way', 'named', 'guests', 'dueOn'],
    words: (thing, { way }) =>
      `set that ${thing} is answered ${way === 'alone' ? 'by each alone' : 'together'}`,
  },
  'assessment.ask': {
    keys: ['people', 'kind'],
    words: (thing, { people }) => `asked ${count(people, 'person', 'people')} to answer in ${thing}`,
  },
  'assessment.ask-change': { keys: [], words: (thing) => `changed what somebody is asked in ${thing}` },
  'assessment.ask-end': { keys: [], words: (thing) => `ended that somebody is asked in ${thing}` },
  'assessment.remind': {
    keys: ['people'],
    words: (thing, { people }) => `reminded ${count(people, 'person', 'people')} to answer in ${thing}`,
  },
  'assessment.open': {
    keys: ['respondents'],
    words: (thing, { respondents }) =>
      `opened what ${count(respondents, 'person', 'people')} answered alone in ${thing}`,
  },
  'assessment.settle': {
    keys: ['capability', 'state'],
    words: (thing, { capability, state }) =>
      `${SETTLED[String(state)] ?? 'talked about'} ${quoted(capability)} in ${thing}`,
  },
  'assessment.settle-all': {
    keys: ['capabilities'],
    words: (thing, { capabilities }) =>
      `took over ${count(capabilities, 'answer', 'answers')} on which all agreed in ${thing}`,
  },
  'assessment.evidence-ask': {
    keys: ['capability'],
    words: (thing, { capability }) => `asked somebody for evidence on ${quoted(capability)} in ${thing}`,
  },
  // Neither of which capability nor why, as who has nothing to show has said something; and evidence that comes ends it without a line.
  'assessment.evidence-end': {
    keys: [],
    words: (thing) => `ended that somebody is asked for evidence in ${thing}`,
  },
  'assessment.finish': { keys: ['measure', 'hash'], words: done('finished') },
  'assessment.hand-in': { keys: [], words: (thing) => `handed in ${thing} for review` },
  'assessment.send-back': { keys: [], words: (thing) => `sent back ${thing}` },
  'assessment.archive': {
    keys: ['archived'],
    words: (thing, { archived }) =>
      archived === true ? `archived ${thing}` : `took ${thing} out of the archive`,
  },
  'assessment.delete': { keys: [], words: (thing) => `put ${thing} into the bin` },
  'assessment.restore': { keys: [], words: (thing) => `took ${thing} out of the bin` },
  'finding.create': { keys: ['assessment', 'headline'], words: done('wrote') },
  'finding.change': { keys: ['headline'], words: done('changed') },
  'finding.move': { keys: ['to'], words: (thing, { to }) => `moved ${thing} ${said(to)}` },
  // A finding is written for the readers of a report, with its evidence; it is no answer.
  'finding.delete': {
    keys: ['headline', 'text', 'recommendation', 'capabilities', 'evidence'],
    words: (_thing, { headline }) => `deleted the finding ${quoted(headline)}`,
  },
  'scenario.create': { keys: ['assessment', 'name'], words: done('saved') },
  'scenario.change': { keys: ['name', 'step', 'adjustment'], words: done('changed') },
  'scenario.delete': {
    keys: ['name', 'input'],
    words: (_thing, { name }) => `deleted the scenario ${quoted(name)}`,
  },
  'plan.choose': {
    keys: ['team', 'scenario'],
    words: (thing, { scenario }) => `chose ${thing}, from the scenario ${quoted(scenario)}`,
  },
  'plan.keep': {
    keys: ['step', 'status'],
    words: (thing, { step, status }) =>
      `set the step ${said(step)} in the plan of ${thing} to ${said(status)}`,
  },
  'plan.accept': {
    keys: ['step'],
    words: (thing, { step }) => `accepted the step ${said(step)} in the plan of ${thing}`,
  },
  'report.create': { keys: ['assessment', 'title'], words: done('set up') },
  'report.change': { keys: ['title'], words: done('changed') },
  'report.issue': { keys: ['report', 'status', 'number', 'hash'], words: done('issued') },
  'report.delete': { keys: ['settings'], words: () => 'deleted a report' },
  'share.create': {
    keys: ['title', 'days', 'withCode', 'hash', 'issue', 'downloads'],
    words: (thing, { days }) => `made ${thing}, for ${count(days, 'day', 'days')}`,
  },
  'share.open': { keys: [], words: done('opened') },
  'share.revoke': { keys: [], words: (thing) => `took back ${thing}` },
  'brand.save': { keys: ['name', 'accent', 'confidentiality'], words: () => 'changed the brand' },
  'brand.logo': { keys: ['kind', 'width', 'height', 'removed'], words: () => 'changed the logo' },
  'brand.remove-logo': { keys: [], words: () => 'removed the logo' },
  'decision.make': { keys: ['title', 'source'], words: done('asked for') },
  'decision.change': {
    keys: ['title', 'beforeOn', 'waiting', 'status', 'outcome'],
    words: done('changed'),
  },
  'decision.settle': {
    keys: ['title', 'beforeOn', 'waiting', 'status', 'outcome'],
    words: done('settled'),
  },
  'decision.dismiss': { keys: ['title', 'source'], words: done('dismissed') },
  'phrase.create': { keys: ['headline'], words: done('added') },
  'phrase.change': { keys: ['headline', 'before'], words: done('changed') },
  'phrase.delete': {
    keys: ['headline', 'text', 'recommendation', 'capabilities'],
    words: (_thing, { headline }) => `deleted the phrase ${quoted(headline)}`,
  },
  'member.invite': {
    keys: ['role', 'teams'],
    words: (_thing, { role }) => `invited somebody${typeof role === 'string' ? ` as ${role}` : ''}`,
  },
  'member.uninvite': { keys: [], words: () => 'took back an invitation' },
  'member.join': { keys: ['invitation'], words: () => 'joined by an invitation' },
  'member.join-domain': {
    keys: ['domain', 'role', 'given'],
    words: (_thing, { domain }) => `joined by single sign-on with an address at ${said(domain)}`,
  },
  'member.groups': {
    keys: ['given', 'taken'],
    words: (_thing, { given, taken }) =>
      `has other roles from groups${said(given) === '' ? '' : `, and got ${said(given)}`}${
        said(taken) === '' ? '' : `, and lost ${said(taken)}`
      }`,
  },
  'member.lapse': {
    keys: [],
    words: () => 'lost the last role from a group, and is no member any more',
  },
  'member.change': {
    keys: ['role', 'teams', 'until'],
    words: (thing) => `changed what ${thing} may do`,
  },
  'member.remove': { keys: [], words: (thing) => `removed ${thing}` },
  'member.leave': { keys: [], words: () => 'left the organisation' },
  'member.delete-account': {
    keys: [],
    words: () => 'ended a membership, as its person deleted their account',
  },
  'member.hand-over': {
    keys: ['role', 'teams', 'until'],
    words: (thing, { role }) => `handed over the organisation: ${thing} is ${said(role)} now`,
  },
  'client.add': { keys: [], words: () => 'put a client on the list' },
  'client.change': { keys: [], words: () => 'changed what is noted of a client' },
  'client.remove': { keys: [], words: () => 'took a client off the list' },
  'audit.seal': {
    keys: ['lines'],
    words: (_thing, { lines }) =>
      lines === 0
        ? 'began this log'
        : `sealed ${count(lines, 'line', 'lines')} from before the log was chained`,
  },
  'audit.prune': {
    keys: ['first', 'before', 'removed', 'until', 'signature'],
    words: (_thing, { first, removed, until }) =>
      `removed ${count(removed, 'line', 'lines')} from before ${said(until)}; the log begins at number ${said(first)}`,
  },
  'audit.forget': { keys: [], words: () => 'erased a name and addresses from this log' },
} as const satisfies Record<string, AuditAction>;

export type AuditActionName = keyof typeof AUDIT_ACTIONS;

type KeyOf<Name extends AuditActionName> = (typeof AUDIT_ACTIONS)[Name]['keys'][number];

/** What the line of an action may hold. */
export type DetailOf<Name extends AuditActionName> = { readonly [Key in KeyOf<Name>]?: unknown };

/** Of a detail what a line of this action may hold; nothing of an action that is not known. */
export function allowedDetail(action: string, detail: AuditDetail): AuditDetail {
  const keys: readonly string[] = actionNamed(action)?.keys ?? [];
  return Object.fromEntries(Object.entries(detail).filter(([key]) => keys.includes(key)));
}

/** An action of the table; nothing for one that an older or newer version wrote. */
export function actionNamed(name: string): AuditAction | undefined {
  const table: Readonly<Record<string, AuditAction>> = AUDIT_ACTIONS;
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
