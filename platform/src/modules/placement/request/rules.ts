import { addDays } from "../../../day.ts";
import type { Refusal } from "../../../outcome.ts";
import type { ListedOffer, Promised } from "../capacity/contract.ts";
import { freePlaces } from "../capacity/rules.ts";
import { type RequestStanding, usualDeadlines } from "./codes.ts";
import type { AnswerLine, Request, RequestRefusal } from "./contract.ts";

type Asked = Pick<
	Request,
	"institutionId" | "hostId" | "profession" | "yearOfStudy" | "settings" | "firstDay" | "lastDay"
>;

/** How an order stands today. */
export function standingOf(
	{ state, answerBy, places, offered }: Pick<Request, "state" | "answerBy" | "places" | "offered">,
	today: string,
): RequestStanding {
	if (state === "sent") return answerBy !== null && answerBy < today ? "overdue" : "sent";
	return state === "answered" && offered < places ? "unmet" : state;
}

/**
 * A day to ask for answers by, for weeks that begin on a day: by 1 May for the school year that comes, by 1 October for
 * the spring that was adjusted, else in two weeks.
 */
export function suggestAnswerBy(firstDay: string, today: string): string {
	const year = Number(firstDay.slice(0, 4));
	const isSpring = firstDay.slice(5) < "08-01";
	const days = isSpring
		? [`${year - 1}-${usualDeadlines.answers}`, `${year - 1}-${usualDeadlines.adjusted}`]
		: [`${year}-${usualDeadlines.answers}`];
	const inTwoWeeks = addDays(today, 14);
	return days.find((day) => day >= today) ?? inTwoWeeks;
}

/** Why an offer will not do for an order; undefined when it will. */
export function unfit(
	offer: ListedOffer,
	asked: Asked,
): "profession" | "year" | "days" | "setting" | "reserved" | undefined {
	if (offer.profession !== null && offer.profession !== asked.profession) return "profession";
	if (offer.years.length > 0 && !offer.years.includes(asked.yearOfStudy)) return "year";
	if (offer.firstDay > asked.firstDay || offer.lastDay < asked.lastDay) return "days";
	if (offer.reservedFor !== null && offer.reservedFor !== asked.institutionId) return "reserved";
	if (asked.settings.length > 0 && offer.setting !== null && !asked.settings.includes(offer.setting)) return "setting";
	return undefined;
}

/** An offer an order can be answered with, and how many of its places are free all the weeks asked for. */
export type OfferToGive = ListedOffer & {
	readonly free: number;
	/** How many more its site can take at once in those weeks, all its offers together; null: only the offers limit. */
	readonly freeAtSite: number | null;
};

/**
 * What of the host's published capacity an order can be answered with; what the order itself holds counts as free. Offers
 * of one site share the most it takes at once, with each other and with pupils and others who are there.
 */
export function offersToGive(
	offers: readonly ListedOffer[],
	promised: readonly Promised[],
	asked: Asked,
	own: ReadonlyMap<string, number>,
): readonly OfferToGive[] {
	const siteOf = new Map(offers.map(({ id, siteId }) => [id, siteId]));
	return offers.flatMap((offer) => {
		if (offer.hostId !== asked.hostId || unfit(offer, asked)) return [];
		const { siteId, places, mostAtOnce } = offer;
		const held = promised.filter((one) => one.offerId === offer.id);
		const there = promised.filter((one) => one.siteId === siteId);
		const ownThere = [...own].reduce((sum, [id, given]) => sum + (siteOf.get(id) === siteId ? given : 0), 0);
		const freeAtSite =
			mostAtOnce === null ? null : Math.min(mostAtOnce, freePlaces(mostAtOnce, there, asked) + ownThere);
		const free = Math.min(places, freePlaces(places, held, asked) + (own.get(offer.id) ?? 0));
		return [{ ...offer, free: Math.min(free, freeAtSite ?? free), freeAtSite }];
	});
}

/** Why an answer cannot stand; empty when it can. Fields are `lines.<number>.<name>`. */
export function refuseAnswer(
	lines: readonly AnswerLine[],
	{
		places,
		unmetReason,
		offers,
	}: { readonly places: number; readonly unmetReason: string | null; readonly offers: readonly OfferToGive[] },
): readonly Refusal<RequestRefusal>[] {
	const refusals: Refusal<RequestRefusal>[] = [];
	lines.forEach((line, index) => {
		if (line.places === 0) return;
		const at = (name: string) => `lines.${index}.${name}`;
		const offer = offers.find((one) => one.id === line.offerId);
		if (line.offerId === null && line.siteName === "") refusals.push({ code: "site-missing", field: at("siteName") });
		if (line.offerId === null) return;
		if (!offer) refusals.push({ code: "offer-unknown", field: at("places") });
		else if (line.places > offer.free)
			refusals.push({ code: "offer-taken", field: at("places"), detail: { site: offer.siteName, free: offer.free } });
	});
	for (const [index, offer] of fullSites(lines, offers))
		refusals.push({
			...{ code: "site-full", field: `lines.${index}.places` },
			detail: { site: offer.siteName, free: offer.freeAtSite ?? 0 },
		});
	const given = lines.reduce((sum, line) => sum + line.places, 0);
	if (given > places) refusals.push({ code: "too-many-places", detail: { given, places } });
	if (given < places && unmetReason === null)
		refusals.push({ code: "reason-missing", field: "unmetReason", detail: { rest: places - given } });
	if (given >= places && unmetReason !== null) refusals.push({ code: "reason-without-rest", field: "unmetReason" });
	return refusals;
}

/** The last line of each site that is given more than it takes at once, though each of its offers has room. */
function fullSites(lines: readonly AnswerLine[], offers: readonly OfferToGive[]): readonly [number, OfferToGive][] {
	const bySite = new Map<string, { places: number; most: number; line: [number, OfferToGive] }>();
	lines.forEach((line, index) => {
		const offer = offers.find((one) => one.id === line.offerId);
		if (!offer || offer.freeAtSite === null || line.places === 0) return;
		const before = bySite.get(offer.siteId);
		bySite.set(offer.siteId, {
			places: (before?.places ?? 0) + line.places,
			most: Math.min(before?.most ?? offer.freeAtSite, offer.freeAtSite),
			line: [index, offer],
		});
	});
	return [...bySite.values()].flatMap(({ places, most, line: [index, offer] }) =>
		places > most && (lines[index]?.places ?? 0) <= offer.free ? [[index, offer]] : [],
	);
}
