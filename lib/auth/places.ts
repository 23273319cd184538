/** Where in an organisation something stands: the organisation, one of its teams or units, or the team of an assessment. */
export type Place = {
  /** The slug of the organisation. */
  org: string;
  /** The slug of a team or unit. */
  team?: string | undefined;
  /** The id of an assessment. */
  assessment?: string | undefined;
  /** Belongs to no team: whoever has a role somewhere in the organisation has it here. */
  anywhere?: true;
};

export const inOrg = ({ org }: { org: string }): Place => ({ org });

export const anywhere = ({ org }: { org: string }): Place => ({ org, anywhere: true });

export const atTeam = ({ org, team }: { org: string; team: string }): Place => ({ org, team });

/** The organisation where no unit is named. */
export const atUnit = ({ org, unit }: { org: string; unit?: string | undefined }): Place => ({
  org,
  team: unit === '' ? undefined : unit,
});

export const atAssessment = ({ org, id }: { org: string; id: string }): Place => ({ org, assessment: id });
