/** Whom an agreement is shown to: its parties alone, those who are signed in, everybody. */
export const audiences = ["parties", "signed-in", "everybody"] as const;
export type Audience = (typeof audiences)[number];
