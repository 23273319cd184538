import type { MemberRole } from '@/lib/domain/vocabulary';

export type DemoPerson = {
  slug: string;
  name: string;
  email: string;
  /** What the person is called at work. */
  occupation: string;
  employer: 'Harbour Bank' | 'Northgate Advisory';
  /** What the person may do at Harbour Bank. */
  role: MemberRole;
  /** The team to which the person belongs, by slug. */
  team?: string;
};

export const PEOPLE: DemoPerson[] = [
  {
    slug: 'ana',
    name: 'Ana Ortiz',
    email: 'ana.ortiz@harbour.example',
    occupation: 'ML engineer',
    employer: 'Harbour Bank',
    role: 'contributor',
    team: 'fraud-scoring',
  },
  {
    slug: 'ben',
    name: 'Ben Adu',
    email: 'ben.adu@harbour.example',
    occupation: 'Lead of Fraud scoring',
    employer: 'Harbour Bank',
    role: 'owner',
    team: 'fraud-scoring',
  },
  {
    slug: 'noor',
    name: 'Noor Haddad',
    email: 'noor.haddad@northgate.example',
    occupation: 'Consultant',
    employer: 'Northgate Advisory',
    role: 'owner',
  },
  {
    slug: 'piet',
    name: 'Piet Vermeer',
    email: 'piet.vermeer@harbour.example',
    occupation: 'CIO',
    employer: 'Harbour Bank',
    role: 'viewer',
  },
];
