/** Rows that are written in one statement: PostgreSQL takes at most 65,535 parameters in one. */
export const rowsAtOnce = 1000;
