/** How a party was asked: in the inbox of those who keep agreements there, by a link to a contact, or not at all. */
export const waysAsked = ["told", "mailed", "silent"] as const;
export type WayAsked = (typeof waysAsked)[number];
