/** The id of the heading of whatever place is shown: where reading goes on after a step. */
export const HEADING = 'place-heading';
