import type { Audience } from "../codes.ts";

/** A proposal as the parties see it. */
export type ProposedShown = {
	readonly audience: Audience;
	readonly wholeText: boolean;
	readonly proposedOn: string;
	readonly answerBy: string;
	readonly proposedBy: string | null;
	/** The party that proposes, by name. */
	readonly proposedFor: string;
	readonly parties: readonly {
		readonly id: string;
		readonly name: string;
		readonly agreed: boolean;
		/** Without an account here, and given a link. */
		readonly asked: boolean;
		readonly isHere: boolean;
		readonly isOwn: boolean;
	}[];
	/** What whoever looks is to it: made it, is asked, or has answered. */
	readonly own: "proposer" | "asked" | null;
};

/** Which words say what would be shown. */
export function showingKey({ audience, wholeText }: Pick<ProposedShown, "audience" | "wholeText">) {
	return audience === "everybody" ? (wholeText ? "whole" : "part") : "signed-in";
}
