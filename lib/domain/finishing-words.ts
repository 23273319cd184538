/** What finishing does, said wherever it is offered. */
export const FINISHING =
  'Finishing freezes the answers and takes the result into the organisation’s overview. A correction later is a new version beside it.';

/** What can be done instead, by whom it may be looked at. */
export const HANDING_IN =
  'To have somebody look at it first, hand it in: a facilitator finishes it or sends it back.';
