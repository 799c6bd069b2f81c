import { addMonths } from "../../../day.ts";
import type { Agreement, Party, WholeAgreement } from "../contract.ts";
import { heldDays, resultYears } from "../follow/rules.ts";
import type { YearlyAsking } from "./contract.ts";

type Lasting = Pick<Agreement, "state" | "firstDay" | "lastDay" | "endedOn">;

/** Days from a party is asked until it is reminded, once. */
export const remindAfterDays = 21;
/** Months an agreement has held before anybody can say what it has led to. */
const monthsBefore = 6;

/** The month, 1–12, the parties are asked in: the one that is set, else the one after that the agreement began in. */
export function monthOfAsking({ month }: YearlyAsking, { firstDay }: Pick<Agreement, "firstDay">): number {
	return month ?? (Number((firstDay ?? "2000-01-01").slice(5, 7)) % 12) + 1;
}

/** The year the parties are asked about on a day; null where that is not a day to ask on. */
export function yearAskedFor(asking: YearlyAsking, agreement: Lasting, today: string): number | null {
	if (!asking.asks || agreement.state !== "signed") return null;
	if (Number(today.slice(5, 7)) !== monthOfAsking(asking, agreement)) return null;
	const held = heldDays({ firstDay: null, lastDay: null }, agreement);
	if (held === null || addMonths(held.from, monthsBefore) > today) return null;
	const year = Number(today.slice(0, 4)) - (Number(today.slice(5, 7)) <= 6 ? 1 : 0);
	return resultYears(agreement, today).includes(year) ? year : null;
}

/** The first day of the month the parties are asked in next, this month included where they have not been asked in it. */
export function nextAsking(
	asking: YearlyAsking,
	agreement: Lasting,
	asked: readonly { readonly year: number }[],
	today: string,
): string | null {
	for (let ahead = 0; ahead <= 24; ahead++) {
		const month = addMonths(`${today.slice(0, 7)}-01`, ahead);
		const year = yearAskedFor(asking, agreement, ahead === 0 ? today : month);
		if (year !== null && !asked.some((one) => one.year === year)) return month;
	}
	return null;
}

export type Address = { readonly name: string; readonly email: string };

/**
 * Whom a party is asked through: who coordinates the agreement there, else the contact of a theme, else a deputy. When
 * it is reminded, the one who stands in is asked as well.
 */
export function addressesOf(
	party: Party,
	{ contacts }: Pick<WholeAgreement, "contacts">,
	isReminder: boolean,
): readonly Address[] {
	const own = contacts.filter(({ partyId }) => partyId === party.organisationId);
	const answering = [
		address(party.coordinatorName, party.coordinatorEmail),
		...own.map(({ name, email }) => address(name, email)),
	].flat();
	const deputies = [
		address(party.deputyName, party.deputyEmail),
		...own.map(({ deputyName, deputyEmail }) => address(deputyName, deputyEmail)),
	].flat();
	const [first] = [...answering, ...deputies];
	if (first === undefined) return [];
	const next = [...deputies, ...answering].find(({ email }) => email.toLowerCase() !== first.email.toLowerCase());
	return isReminder && next !== undefined ? [first, next] : [first];
}

function address(name: string | null, email: string | null): Address[] {
	return email === null ? [] : [{ name: name || email, email }];
}
