/** What links that ask whether an education is used are for. */
export const usedPurpose = "competence-used";
