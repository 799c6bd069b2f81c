/** Whom an agreement is shown to: its parties alone, those who are signed in, everybody. */
export const audiences = ["parties", "signed-in", "everybody"] as const;
export type Audience = (typeof audiences)[number];

/** What a party can do to a proposal to show an agreement: say yes, or say no, which for who made it is to take it back. */
export const proposalAnswers = ["agree", "decline"] as const;
export type ProposalAnswer = (typeof proposalAnswers)[number];
