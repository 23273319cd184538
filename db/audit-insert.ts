import { lineText } from './audit-chain';
import type { Spelled } from './commit';
import { isPostgres } from './dialect';
import type { AuditLine } from './schema/audit';

/** Where a request came from, or what did it that is no request. */
export type AuditPlace = { address: string; device: string } | 'command line' | 'job';

/** A line as it is written; its number and hash come from the line before. */
export type NewLine = Pick<AuditLine, 'orgId' | 'at' | 'action' | 'resourceId' | 'detail'> & {
  userId: string | null;
  place: AuditPlace | null;
  /** For the ids that person and place get where they have none in this organisation. */
  newId: () => string;
};

/**
 * Writes a line that continues the log of its organisation; belongs into the same commit as the change that it tells of, as its last
 * write, for it holds the head of the log until the commit ends. The database chains it, because a commit cannot read: in one statement
 * on PostgreSQL, in up to four on SQLite, where they cost no way there and back (decision 035).
 */
export function insertAudit(line: NewLine): Spelled {
  return isPostgres ? onPostgres(line) : onSqlite(line);
}

/** The row of whom or where from is looked for first; of two commits that make it at once the second takes that of the first. */
const ON_POSTGRES = String.raw`
  with
    known_subject as (select subject from audit_subject where org_id = $1 and user_id = $2),
    new_subject as (
      insert into audit_subject (org_id, subject, user_id, name, email)
      select $1, $3, $2, u.name, u.email from (select 1) as one left join "user" u on u.id = $2
      where $2::text is not null and not exists (select 1 from known_subject)
      on conflict (org_id, user_id) do update set user_id = excluded.user_id returning subject),
    known_source as (select id from audit_source where org_id = $1 and address = $5 and device = $6),
    new_source as (
      insert into audit_source (org_id, id, address, device) select $1, $7, $5, $6
      where $5::text is not null and not exists (select 1 from known_source)
      on conflict (org_id, address, device) do update set device = excluded.device returning id),
    found as (select
      coalesce((select subject from known_subject), (select subject from new_subject)) as subject,
      coalesce($4::text, (select id from known_source), (select id from new_source)) as source),
    rest as (select coalesce(subject, '') || E'\n' || coalesce(source, '') || E'\n' || $8::text as text from found),
    head as (
      insert into audit_head (org_id, seq, hash)
      select $1, 1, encode(sha256(convert_to($1::text || E'\n1\n' || rest.text, 'UTF8')), 'hex') from rest
      on conflict (org_id) do update set seq = audit_head.seq + 1, hash = encode(sha256(convert_to(
        audit_head.hash || E'\n' || (audit_head.seq + 1) || E'\n' || (select text from rest), 'UTF8')), 'hex')
      returning seq, hash)
  insert into audit_line (org_id, seq, at, subject, source, action, resource_id, detail, hash)
  select $1, head.seq, $9, found.subject, found.source, $10, $11, $12, head.hash from head, found`;

function onPostgres(line: NewLine): Spelled {
  const { orgId, userId, newId, at, action, resourceId, detail } = line;
  const { said, address, device } = placeParts(line);
  const values = [
    ...[orgId, userId, newId(), said, address, device, newId(), lineText(line)],
    ...[at.toISOString(), action, resourceId, detail],
  ];
  return { spelled: [{ name: 'audit-line', text: ON_POSTGRES, values }] };
}

const SUBJECT = 'select subject from audit_subject where org_id = @orgId and user_id = @userId';
const SOURCE =
  'select id from audit_source where org_id = @orgId and address = @address and device = @device';
const REST = `coalesce((${SUBJECT}), '') || char(10) || coalesce(@said, (${SOURCE}), '') || char(10) || @text`;

const NEW_SUBJECT = `
  insert into audit_subject (org_id, subject, user_id, name, email)
  select @orgId, @subject, @userId, u.name, u.email from (select 1) left join user u on u.id = @userId
  where not exists (${SUBJECT})`;

const NEW_SOURCE = `
  insert into audit_source (org_id, id, address, device) select @orgId, @source, @address, @device
  where not exists (${SOURCE})`;

const HEAD = `
  insert into audit_head (org_id, seq, hash)
  values (@orgId, 1, sha256(@orgId || char(10) || 1 || char(10) || ${REST}))
  on conflict (org_id) do update set seq = audit_head.seq + 1,
    hash = sha256(audit_head.hash || char(10) || (audit_head.seq + 1) || char(10) || ${REST})`;

const LINE = `
  insert into audit_line (org_id, seq, at, subject, source, action, resource_id, detail, hash)
  select org_id, seq, @at, (${SUBJECT}), coalesce(@said, (${SOURCE})), @action, @resourceId, @detail, hash
  from audit_head where org_id = @orgId`;

function onSqlite(line: NewLine): Spelled {
  const { orgId, userId, newId, at, action, resourceId, detail } = line;
  const place = placeParts(line);
  const who = { orgId, userId };
  const from = { orgId, address: place.address, device: place.device };
  const hashed = { ...who, ...place, text: lineText(line) };
  return {
    spelled: [
      ...(userId === null
        ? []
        : [{ name: 'new-subject', text: NEW_SUBJECT, values: [{ ...who, subject: newId() }] }]),
      ...(place.address === null
        ? []
        : [{ name: 'new-source', text: NEW_SOURCE, values: [{ ...from, source: newId() }] }]),
      { name: 'head', text: HEAD, values: [hashed] },
      {
        name: 'line',
        text: LINE,
        values: [{ ...who, ...place, at: at.getTime(), action, resourceId, detail }],
      },
    ],
  };
}

function placeParts({ place }: NewLine) {
  const none = { said: null, address: null, device: null };
  if (place === null) return none;
  return typeof place === 'string' ? { ...none, said: place } : { ...none, ...place };
}
