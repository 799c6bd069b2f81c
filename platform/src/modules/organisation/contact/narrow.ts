import { foldName, searchWords } from "../../../geography/search.ts";
import { compareText } from "../../../language.ts";
import { responsibilities } from "../codes.ts";
import type { RegisterSort } from "./codes.ts";
import type { Contact, RegisterQuery } from "./contract.ts";

/**
 * The contacts of a register that a question asks for, in its order, and how many they are on every page. Equal ones stand
 * as they are given.
 */
export function narrowRegister(
	contacts: readonly Contact[],
	query: RegisterQuery,
): { readonly contacts: readonly Contact[]; readonly total: number } {
	const { sort = "responsibility", descending = false, offset = 0, pageSize } = query;
	const words = searchWords(query.search);
	const found = contacts.filter((contact) => fits(contact, query) && holds(contact, words));
	const ordered = found.toSorted(descending ? (one, other) => orders[sort](other, one) : orders[sort]);
	return {
		contacts: ordered.slice(offset, pageSize === undefined ? undefined : offset + pageSize),
		total: found.length,
	};
}

function fits(contact: Contact, query: RegisterQuery): boolean {
	return (
		(query.responsibility === undefined || contact.responsibility === query.responsibility) &&
		(query.profession === undefined || contact.profession === query.profession) &&
		(query.unitId === undefined || contact.unitId === query.unitId) &&
		(query.warning === undefined || contact.warnings.includes(query.warning))
	);
}

function holds(contact: Contact, words: readonly string[]): boolean {
	if (words.length === 0) return true;
	const { name, email, deputyName, deputyEmail, unitName, note } = contact;
	const text = [name, email, deputyName, deputyEmail, unitName, note].map((part) => foldName(part ?? "")).join("|");
	return words.every((word) => text.includes(word));
}

const compare = compareText("nb");

type Order = (one: Contact, other: Contact) => number;

const orders: Readonly<Record<RegisterSort, Order>> = {
	responsibility: (one, other) => placeOf(one) - placeOf(other),
	// The whole organisation stands before its units.
	unit: (one, other) => compare(one.unitName ?? "", other.unitName ?? ""),
	who: (one, other) => compare(one.name ?? "", other.name ?? ""),
	verified: (one, other) => one.verifiedAt.getTime() - other.verifiedAt.getTime(),
};

const places: ReadonlyMap<string, number> = new Map(responsibilities.map((one, place) => [one, place]));

function placeOf(contact: Contact): number {
	return places.get(contact.responsibility) ?? responsibilities.length;
}
