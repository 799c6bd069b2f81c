import { addDays } from "../../../day.ts";
import type { Refusal } from "../../../outcome.ts";
import type { ListedOffer, Promised } from "../capacity/contract.ts";
import { freePlaces, meet } from "../capacity/rules.ts";
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
export type OfferToGive = ListedOffer & { readonly free: number };

/** What of the host's published capacity an order can be answered with; what the order itself holds counts as free. */
export function offersToGive(
	offers: readonly ListedOffer[],
	promised: readonly Promised[],
	asked: Asked,
	own: ReadonlyMap<string, number>,
): readonly OfferToGive[] {
	return offers.flatMap((offer) => {
		if (offer.hostId !== asked.hostId || unfit(offer, asked)) return [];
		const held = promised.filter((one) => one.offerId === offer.id && meet(one, asked));
		return [
			{ ...offer, free: Math.min(offer.places, freePlaces(offer.places, held, asked) + (own.get(offer.id) ?? 0)) },
		];
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
	const given = lines.reduce((sum, line) => sum + line.places, 0);
	if (given > places) refusals.push({ code: "too-many-places", detail: { given, places } });
	if (given < places && unmetReason === null)
		refusals.push({ code: "reason-missing", field: "unmetReason", detail: { rest: places - given } });
	if (given >= places && unmetReason !== null) refusals.push({ code: "reason-without-rest", field: "unmetReason" });
	return refusals;
}
