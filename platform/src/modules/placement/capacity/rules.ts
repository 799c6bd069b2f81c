import type { Refusal } from "../../../outcome.ts";
import type { CapacityState } from "../codes.ts";
import type { CapacityRefusal, OfferInAnswer, OfferValues, Promised } from "./contract.ts";

type Days = { readonly firstDay: string; readonly lastDay: string };

/** Whether two times have a day in common. */
export function meet(one: Days, other: Days): boolean {
	return one.firstDay <= other.lastDay && other.firstDay <= one.lastDay;
}

/** The most that is promised on one day, and that day; promises of one institution by answer and by placement are one. */
export function peakOf(promised: readonly Promised[]): { readonly places: number; readonly day: string | null } {
	let peak: { places: number; day: string | null } = { places: 0, day: null };
	for (const day of new Set(promised.map((one) => one.firstDay))) {
		const places = heldOn(promised, day);
		if (places > peak.places) peak = { places, day };
	}
	return peak;
}

/**
 * Places held on a day. An institution that was answered five places and has placed three of them at the same offer
 * holds five, not eight.
 */
export function heldOn(promised: readonly Promised[], day: string): number {
	const held = new Map<string, { answered: number; placed: number }>();
	for (const one of promised) {
		if (one.firstDay > day || one.lastDay < day) continue;
		const key = `${one.offerId} ${one.institutionId}`;
		const sum = held.get(key) ?? { answered: 0, placed: 0 };
		if (one.kind === "answer") sum.answered += one.places;
		else sum.placed += one.places;
		held.set(key, sum);
	}
	let places = 0;
	for (const { answered, placed } of held.values()) places += Math.max(answered, placed);
	return places;
}

/** Places still free at an offer on every day of a time. */
export function freePlaces(places: number, promised: readonly Promised[], days: Days): number {
	const touching = promised.filter((one) => meet(one, days));
	const starts = [days.firstDay, ...touching.map((one) => one.firstDay).filter((day) => day > days.firstDay)];
	return Math.max(0, places - Math.max(...starts.map((day) => heldOn(touching, day))));
}

/** An offer that stands already, for the same site. */
export type StandingOffer = OfferValues & { readonly id: string };

/** What offers are held against. */
export type Surroundings = Days & {
	readonly mostAtOnce: number | null;
	/** The offers of this capacity as they are. */
	readonly before: readonly StandingOffer[];
	/** Offers of other capacity of the site. */
	readonly elsewhere: readonly OfferValues[];
	/** What is promised on the offers of this capacity. */
	readonly promised: readonly Promised[];
	readonly knownInstitutions: ReadonlySet<string>;
};

/** Why offers cannot stand as they are written; empty when they can. Fields are `offers.<number>.<name>`. */
export function refuseOffers(
	offers: readonly OfferInAnswer[],
	around: Surroundings,
): readonly Refusal<CapacityRefusal>[] {
	const refusals: Refusal<CapacityRefusal>[] = [];
	offers.forEach((offer, index) => {
		const at = (name: string) => `offers.${index}.${name}`;
		const refuse = (code: CapacityRefusal, name: string, detail: Readonly<Record<string, string | number>> = {}) =>
			refusals.push({ code, field: at(name), detail: { row: index + 1, ...detail } });
		if (offer.lastDay < offer.firstDay) refuse("ends-before-start", "lastDay");
		else if (offer.firstDay < around.firstDay) refuse("outside-days", "firstDay", daysOf(around));
		else if (offer.lastDay > around.lastDay) refuse("outside-days", "lastDay", daysOf(around));
		if (offer.leastTogether !== null && offer.leastTogether > offer.places)
			refuse("least-over-places", "leastTogether", { places: offer.places });
		if (around.mostAtOnce !== null && offer.places > around.mostAtOnce)
			refuse("over-most", "places", { most: around.mostAtOnce });
		if (offer.reservedFor !== null && !around.knownInstitutions.has(offer.reservedFor))
			refuse("institution-unknown", "reservedFor");
		const same = offers.findIndex((other, place) => place < index && isSameOffer(offer, other));
		if (same >= 0) refuse("offers-overlap", "profession", { other: same + 1 });
		else if (around.elsewhere.some((other) => isSameOffer(offer, other))) refuse("overlaps-other", "profession");
	});
	return [...refusals, ...refuseUnderPromised(offers, around)];
}

/** Two lines that say the same to the same students on the same days: nobody can tell whether they add up. */
function isSameOffer(one: OfferValues, other: OfferValues): boolean {
	return (
		one.profession === other.profession &&
		one.reservedFor === other.reservedFor &&
		(one.years.length === 0 || other.years.length === 0 || one.years.some((year) => other.years.includes(year))) &&
		meet(one, other)
	);
}

/** Places that somebody already counts on stay. */
function refuseUnderPromised(
	offers: readonly OfferInAnswer[],
	{ before, promised, mostAtOnce }: Surroundings,
): Refusal<CapacityRefusal>[] {
	const refusals: Refusal<CapacityRefusal>[] = [];
	for (const standing of before) {
		const held = promised.filter((one) => one.offerId === standing.id);
		if (held.length === 0) continue;
		const { places } = peakOf(held);
		const detail = { places, holder: holdersOf(held) };
		const index = offers.findIndex((offer) => offer.id === standing.id);
		const offer = offers[index];
		if (!offer) refusals.push({ code: "promised-gone", detail: { ...detail, ...daysOf(standing) } });
		else if (offer.places < places)
			refusals.push({ code: "promised", field: `offers.${index}.places`, detail: { row: index + 1, ...detail } });
		else if (isNarrower(offer, standing, held))
			refusals.push({
				code: "promised-gone",
				field: `offers.${index}.firstDay`,
				detail: { ...detail, ...daysOf(standing) },
			});
	}
	const { places } = peakOf(promised);
	if (mostAtOnce !== null && mostAtOnce < places)
		refusals.push({ code: "promised-at-once", field: "mostAtOnce", detail: { places, holder: holdersOf(promised) } });
	return refusals;
}

function isNarrower(offer: OfferInAnswer, standing: StandingOffer, held: readonly Promised[]): boolean {
	return (
		held.some((one) => one.firstDay < offer.firstDay || one.lastDay > offer.lastDay) ||
		(offer.profession !== null && offer.profession !== standing.profession) ||
		(offer.years.length > 0 &&
			(standing.years.length === 0 || standing.years.some((year) => !offer.years.includes(year)))) ||
		(offer.reservedFor !== null && held.some((one) => one.institutionId !== offer.reservedFor))
	);
}

/** So many holders are named. */
const mostHolders = 3;

/** Who counts on it, in words. */
export function holdersOf(promised: readonly Promised[]): string {
	const names = [...new Set(promised.map((one) => one.holder))];
	return names.length <= mostHolders ? names.join(", ") : `${names.slice(0, mostHolders).join(", ")} …`;
}

function daysOf({ firstDay, lastDay }: Days) {
	return { from: firstDay, to: lastDay };
}

/** Whether the site itself may still say what it can take: until somebody has approved what it said. */
export function isOpenToSite(state: CapacityState, approved: boolean, collection: "open" | "closed" | null): boolean {
	return !approved && state !== "approved" && state !== "published" && collection !== "closed";
}

/** What a coordinator can do with capacity as it stands. */
export function stepsOf(state: CapacityState): { approve: boolean; publish: boolean; takeBack: boolean } {
	return {
		approve: state === "answered" || state === "draft",
		publish: state === "approved" || state === "answered" || state === "draft",
		takeBack: state === "published" || state === "approved",
	};
}

/** The state answered capacity is in: a site that takes nobody has answered too. */
export function stateOfAnswer(
	takes: boolean,
	before: CapacityState,
	by: "site" | "keeper",
): Extract<CapacityState, "none" | "answered" | "approved" | "published" | "draft"> {
	if (!takes) return "none";
	// What the keeper adjusts stays as approved as it was; nobody has to approve themselves.
	if (by === "keeper" && (before === "approved" || before === "published")) return before;
	return "answered";
}

/** Whether a site was asked or reminded on this day already. */
export function isRemindedOn(today: string, asked: string | null, reminded: string | null): boolean {
	return reminded === today || (reminded === null && asked === today);
}

/** Offers of an earlier year as a suggestion for these days: moved by whole years, and kept inside. */
export function suggestFrom(offers: readonly OfferValues[], earlier: Days, days: Days): OfferValues[] {
	const years = Number(days.firstDay.slice(0, 4)) - Number(earlier.firstDay.slice(0, 4));
	return offers.map((offer) => {
		const first = moved(offer.firstDay, years);
		const last = moved(offer.lastDay, years);
		const fits = first <= days.lastDay && last >= days.firstDay;
		return {
			...offer,
			firstDay: fits && first > days.firstDay ? first : days.firstDay,
			lastDay: fits && last < days.lastDay ? last : days.lastDay,
		};
	});
}

function moved(day: string, years: number): string {
	const year = String(Number(day.slice(0, 4)) + years).padStart(4, "0");
	return day.endsWith("-02-29") ? `${year}-02-28` : `${year}${day.slice(4)}`;
}
