import { column } from '../columns';

const { table, text, oneOf, int, instant, index, primaryKey } = column;

export const user = table('user', {
  id: text('id').primaryKey(),
  email: text('email').notNull().unique('user_email_unique'),
  name: text('name').notNull(),
  passwordHash: text('password_hash'),
  createdAt: instant('created_at').notNull(),
  /** When its person showed that mails to the address reach them. */
  emailVerifiedAt: instant('email_verified_at'),
});

export const userId = (name: string) => text(name).references(() => user.id);

/** By a password, with a code where one is asked for, or by the OpenID Connect provider. */
export const SIGN_IN_METHODS = ['password', 'oidc'] as const;

export const session = table(
  'session',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
    /** What the browser said of itself when it signed in. */
    userAgent: text('user_agent'),
    /** To the hour. */
    lastSeenAt: instant('last_seen_at'),
    /** How its person came in; null from before this was noted, when there were passwords alone. */
    method: oneOf('method', SIGN_IN_METHODS),
  },
  (t) => [index('session_user_index').on(t.userId)],
);

/** What is counted against a limit within one window of time, by a keyed hash of whom or what it is about. Belongs to no organisation. */
export const attempt = table(
  'attempt',
  {
    key: text('key').notNull(),
    windowStart: instant('window_start').notNull(),
    count: int('count').notNull(),
  },
  (t) => [
    primaryKey({ name: 'attempt_pk', columns: [t.key, t.windowStart] }),
    index('attempt_window_index').on(t.windowStart),
  ],
);

export const SECRET_LINK_KINDS = ['verify-email', 'reset-password', 'change-email'] as const;

/** A link that acts once, from a mail; of its token only a hash is kept. */
export const secretLink = table(
  'secret_link',
  {
    id: text('id').primaryKey(),
    kind: oneOf('kind', SECRET_LINK_KINDS).notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** Where the mail went, which is what the link is good for. */
    email: text('email').notNull(),
    tokenHash: text('token_hash').notNull().unique('secret_link_token_hash_unique'),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** When it was used, or died because another took its place. */
    usedAt: instant('used_at'),
  },
  (t) => [index('secret_link_user_index').on(t.userId, t.kind)],
);

/** What an account asks for beside its password. It counts from the first right code on. */
export const secondFactor = table('second_factor', {
  userId: text('user_id')
    .primaryKey()
    .references(() => user.id, { onDelete: 'cascade' }),
  /** Encrypted; see lib/users/second-factor-secret.ts. */
  secret: text('secret').notNull(),
  createdAt: instant('created_at').notNull(),
  confirmedAt: instant('confirmed_at'),
  /** The step of time of the last code, as no code works twice. */
  lastStep: int('last_step').notNull(),
});

export const recoveryCode = table(
  'recovery_code',
  {
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    codeHash: text('code_hash').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [primaryKey({ name: 'recovery_code_pk', columns: [t.userId, t.codeHash] })],
);

/** By whom of the OpenID Connect provider an account is entered: the provider never gives a subject to somebody else, an address it may. */
export const identity = table(
  'identity',
  {
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
    lastUsedAt: instant('last_used_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'identity_pk', columns: [t.issuer, t.subject] }),
    index('identity_user_index').on(t.userId),
  ],
);

/** An account that its person asked to delete: it goes after this instant unless they keep it before. */
export const accountDeletion = table('account_deletion', {
  userId: text('user_id')
    .primaryKey()
    .references(() => user.id, { onDelete: 'cascade' }),
  after: instant('after').notNull(),
});

export type User = typeof user.$inferSelect;
export type NewUser = typeof user.$inferInsert;
export type Session = typeof session.$inferSelect;
export type NewSession = typeof session.$inferInsert;
export type Identity = typeof identity.$inferSelect;
export type Attempt = typeof attempt.$inferSelect;
export type SecretLink = typeof secretLink.$inferSelect;
export type SecondFactor = typeof secondFactor.$inferSelect;
export type AccountDeletion = typeof accountDeletion.$inferSelect;
