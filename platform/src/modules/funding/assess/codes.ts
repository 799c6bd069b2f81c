/** Days a decision can be appealed. */
export const appealDays = 21;

/** The most one who assesses can give by a criterion. */
export const mostPoints = 10;
