import { gather } from "../../../../import/gather.ts";
import type { Answerer } from "../../contact/rules.ts";
import { isOver } from "../units/path.ts";

/** A role somebody holds, as contacts carry it. */
export type Holder = Answerer & {
	readonly name: string;
	readonly email: string | null;
	readonly phone: string | null;
	readonly unitId: string | null;
};

export type FindPerson = (
	email: string | null,
	/** The role that stands there now. */
	current: string | null,
	unitId: string | null,
	how: { readonly isSaid: boolean; refuse(): void },
) => Holder | null;

/**
 * Finds the role a person is named by in the sheet: any of the person's roles will do, so the one that stands there is
 * kept, also when it is over; else the one at the unit itself, else the one that lasts longest.
 */
export function personFinder(holders: readonly Holder[], today: string): FindPerson {
	const byId = new Map(holders.map((one) => [one.id, one]));
	const byEmail = new Map<string, Holder[]>();
	for (const one of holders)
		if (one.email !== null && !isOver(one, today)) gather(byEmail, one.email.toLowerCase(), one);
	return (email, current, unitId, { isSaid, refuse }) => {
		const standing = current === null ? null : (byId.get(current) ?? null);
		if (!isSaid) return standing;
		// Somebody without an e-mail cannot stand in the sheet, so a blank says nothing of them.
		if (email === null) return standing?.email === null ? standing : null;
		if (standing?.email?.toLowerCase() === email.toLowerCase()) return standing;
		const found = byEmail.get(email.toLowerCase()) ?? [];
		const one = found.find((holder) => holder.unitId === unitId) ?? found[0] ?? null;
		if (one === null) refuse();
		return one;
	};
}
