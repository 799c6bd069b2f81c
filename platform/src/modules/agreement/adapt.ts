import type { WholeAgreement } from "./contract.ts";

/** What was true in the agreement a draft was copied from, and may not be in this one. */
export type ToAdapt = {
	readonly kind: "days" | "parties" | "contacts" | "amount" | "plan" | "unit" | "name";
	/** What part of the agreement it is in. */
	readonly of: "facts" | "parties" | "theme" | "commitment" | "provision";
	/** The theme, commitment or kind of provision it is about, where it is about one. */
	readonly part: string | null;
	/** What stands there. */
	readonly said: string;
};

/** What a party is called: in full, short, and by other names. */
export type PartyNames = readonly string[];

/**
 * What to look at in a draft that was copied, in the order it is met. `former` are the names of each party of the text it
 * was copied from that is no party here: where a text still names one, it is found.
 */
export function listToAdapt(
	{ agreement, parties, themes, contacts, commitments, provisions }: WholeAgreement,
	former: readonly PartyNames[] = [],
): readonly ToAdapt[] {
	const found: ToAdapt[] = [];
	const named = (of: ToAdapt["of"], part: string | null, ...texts: readonly string[]) => {
		const said = former.flatMap((names) => names.find((name) => texts.some((text) => holdsName(text, name))) ?? []);
		if (said.length > 0) found.push({ kind: "name", of, part, said: said.join(", ") });
	};
	if (agreement.firstDay === null) found.push({ kind: "days", of: "facts", part: null, said: "" });
	named("facts", null, agreement.title, agreement.purpose);
	if (parties.length < 2) found.push({ kind: "parties", of: "parties", part: null, said: "" });
	for (const { kind, body } of provisions) named("provision", kind, body);
	for (const theme of themes) {
		if (theme.planName !== "") found.push({ kind: "plan", of: "theme", part: theme.id, said: theme.planName });
		named(
			...(["theme", theme.id, theme.name ?? "", theme.goal, theme.responsibility, theme.obligations] as const),
			...[theme.payer, theme.arena, theme.planDecision, theme.note],
		);
		const people = contacts.filter(({ themeId, name }) => themeId === theme.id && name !== "");
		if (people.length > 0)
			found.push({ kind: "contacts", of: "theme", part: theme.id, said: people.map(({ name }) => name).join(", ") });
		for (const one of commitments.filter(({ themeId }) => themeId === theme.id)) {
			found.push({ kind: "amount", of: "commitment", part: one.id, said: one.what });
			named("commitment", one.id, one.what);
			if (one.unitName !== null) found.push({ kind: "unit", of: "commitment", part: one.id, said: one.unitName });
		}
	}
	return found;
}

/** Whether a text names somebody: as words of their own, written as the name is, with or without an s of possession. */
function holdsName(text: string, name: string): boolean {
	for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
		const after = text.slice(at + name.length).replace(/^['’]?s(?![\p{L}\p{N}])/u, "");
		if (!/[\p{L}\p{N}]$/u.test(text.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(after)) return true;
	}
	return false;
}
