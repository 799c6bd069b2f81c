/** The fields of those that merge with the one the page is about. */
export const partnerFields = ["partner1", "partner2", "partner3", "partner4", "partner5"] as const;
