/** The fixed lists of the domain. They stand apart from the schemas so that the browser can use them without zod. */

export const MODEL_IDS = ['aws', 'microsoft', 'google'] as const;
export const PILLARS = ['devops', 'dataops', 'models', 'business'] as const;
export const PHASES = ['design', 'development', 'deployment'] as const;
export const SIDES = ['build', 'run'] as const;
/** Where a tool runs, and the name of that; `independent` is what a company outside the three sells. */
export const TOOL_PLATFORMS = {
  aws: 'AWS',
  azure: 'Azure',
  'google-cloud': 'Google Cloud',
  'open-source': 'Open source',
  independent: 'Independent',
} as const;
/** What a team may build on: one as its primary platform, another as its secondary. */
export const PLATFORMS = ['aws', 'azure', 'google-cloud', 'open-source'] as const satisfies ToolPlatform[];
/** From the one that may do everything to the one that only reads; each may all that those after it may. */
export const ROLE_NAMES = ['owner', 'admin', 'facilitator', 'contributor', 'viewer'] as const;
/** What may be given for one team or unit; owners and admins are of the whole organisation. */
export const TEAM_ROLE_NAMES = ['facilitator', 'contributor', 'viewer'] as const;

/** What is given to who joins by an address of a domain. */
export const DOMAIN_ROLE_NAMES = ['contributor', 'viewer'] as const;
/** What a group of the provider may give; never that somebody owns the organisation. */
export const GROUP_ROLE_NAMES = ['admin', 'facilitator', 'contributor', 'viewer'] as const;

/** One shared set of answers by many hands, or each person alone, blind until opened. */
export const GATHERING_WAYS = ['together', 'alone'] as const;

/** How far a firm is with a client. */
export const ENGAGEMENT_STATUSES = ['planned', 'running', 'done'] as const;

export type Rung = 0 | 1 | 2 | 3 | 4;
export const RUNGS: readonly Rung[] = [0, 1, 2, 3, 4];
/** Names of the five rungs, for legends only: each capability words its own. */
export const RUNG_NAMES = ['Absent', 'By hand', 'Agreed', 'Automatic', 'Governed'] as const;

export type ModelId = (typeof MODEL_IDS)[number];
export type Pillar = (typeof PILLARS)[number];
export type ToolPlatform = keyof typeof TOOL_PLATFORMS;
export type Phase = (typeof PHASES)[number];
export type Platform = (typeof PLATFORMS)[number];
export type Side = (typeof SIDES)[number];
/** What a member may be in an organisation. */
export type MemberRole = (typeof ROLE_NAMES)[number];
export type TeamRole = (typeof TEAM_ROLE_NAMES)[number];

/** Each vendor has a letter and a shape, never a logo. `level` is how its levels are spoken of in running text. */
export const VENDORS: Record<ModelId, { name: string; mark: string; letter: string }> = {
  aws: { name: 'AWS', mark: '◆', letter: 'A' },
  microsoft: { name: 'Microsoft', mark: '■', letter: 'M' },
  google: { name: 'Google', mark: '●', letter: 'G' },
};

/** What a PDF may be set for. */
export const PAPERS = ['a4', 'us-letter'] as const;
export type Paper = (typeof PAPERS)[number];
