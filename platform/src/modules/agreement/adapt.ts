import type { WholeAgreement } from "./contract.ts";

/** What was true in the agreement a draft was copied from, and may not be in this one. */
export type ToAdapt = {
	readonly kind: "days" | "parties" | "contacts" | "amount" | "plan" | "unit";
	/** The theme or commitment it is about, where it is about one. */
	readonly part: string | null;
	/** What stands there. */
	readonly said: string;
};

/** What to look at in a draft that was copied, in the order it is met. */
export function listToAdapt({ agreement, parties, themes, contacts, commitments }: WholeAgreement): readonly ToAdapt[] {
	const found: ToAdapt[] = [];
	if (agreement.firstDay === null) found.push({ kind: "days", part: null, said: "" });
	if (parties.length < 2) found.push({ kind: "parties", part: null, said: "" });
	for (const theme of themes) {
		if (theme.planName !== "") found.push({ kind: "plan", part: theme.id, said: theme.planName });
		const people = contacts.filter(({ themeId, name }) => themeId === theme.id && name !== "");
		if (people.length > 0)
			found.push({ kind: "contacts", part: theme.id, said: people.map(({ name }) => name).join(", ") });
		for (const one of commitments.filter(({ themeId }) => themeId === theme.id)) {
			found.push({ kind: "amount", part: one.id, said: one.what });
			if (one.unitName !== null) found.push({ kind: "unit", part: one.id, said: one.unitName });
		}
	}
	return found;
}
