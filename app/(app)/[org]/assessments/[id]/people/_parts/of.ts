/** Of which assessment a form speaks, as it is sent along. */
export type Of = { org: string; id: string };
