import type { MemberRole } from '@/lib/domain/vocabulary';

/** The organisation that a simulation is written as. */
export const SIMULATED = { id: 'simulated', name: 'Simulated organisation' } as const;

/** Everybody of it signs in with this; nobody but who ran the simulation has the database. */
export const SIMULATED_PASSWORD = 'simulated organisation';

export const simulatedEmail = (role: MemberRole): string => `${role}@simulated.example`;

/** The id of an assessment of a team. */
export const simulatedId = ({ slug }: { slug: string }, { title }: { title: string }): string =>
  `${slug}-${title.toLowerCase().replace(' ', '-')}`;
