/** The fields of those that merge with the one the page is about: one to begin with, more as they are asked for. */
export const partnerFields = [
	...["partner1", "partner2", "partner3"],
	...["partner4", "partner5", "partner6"],
	...["partner7", "partner8", "partner9"],
] as const;
