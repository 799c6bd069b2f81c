import type { DeliveryQuestion } from "../../../registry/deliveries.server.ts";
import type { Agreement, Commitment } from "../contract.ts";
import type { Following } from "./codes.ts";
import type { Span } from "./contract.ts";

type Days = { readonly firstDay: string | null; readonly lastDay: string | null };

/** The days a commitment holds: its own where it says so, never beyond those of its agreement. Null: no end. */
export function heldDays(
	commitment: Days,
	agreement: Pick<Agreement, "firstDay" | "lastDay" | "endedOn">,
): { readonly from: string; readonly to: string | null } | null {
	const starts = [commitment.firstDay, agreement.firstDay].filter((day) => day !== null);
	const ends = [commitment.lastDay, agreement.lastDay, agreement.endedOn].filter((day) => day !== null);
	const from = starts.sort().at(-1);
	const to = ends.sort()[0] ?? null;
	return from === undefined || (to !== null && to < from) ? null : { from, to };
}

/**
 * What a commitment is followed up by, newest first: each calendar year it holds in, up to this one, or its whole period.
 * One that has not begun has the span it begins with.
 */
export function spansOf(
	commitment: Pick<Commitment, "per"> & Days,
	agreement: Pick<Agreement, "firstDay" | "lastDay" | "endedOn">,
	today: string,
): readonly Span[] {
	const held = heldDays(commitment, agreement);
	if (held === null) return [];
	if (commitment.per === "whole") return [{ year: null, ...held }];
	const first = Number(held.from.slice(0, 4));
	const until = held.to !== null && held.to < today ? held.to : today;
	const last = Math.max(first, Number(until.slice(0, 4)));
	const spans: Span[] = [];
	for (let year = last; year >= first; year--)
		spans.push({
			year,
			from: later(held.from, `${year}-01-01`),
			to: held.to === null || held.to > `${year}-12-31` ? `${year}-12-31` : held.to,
		});
	return spans;
}

function later(a: string, b: string): string {
	return a > b ? a : b;
}

const dayLength = 86_400_000;
const days = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / dayLength) + 1;

/** The share of a span's days that has gone, this one counted; null where the span has no end. */
export function shareGone({ from, to }: Pick<Span, "from" | "to">, today: string): number | null {
	if (today < from) return 0;
	if (to === null) return null;
	return today >= to ? 1 : days(from, today) / days(from, to);
}

/** How much of its year a span is: an agreement that begins in November promises little of that year. 1 of a whole period. */
function partOfYear({ year, from, to }: Span): number {
	return year === null || to === null ? 1 : days(from, to) / days(`${year}-01-01`, `${year}-12-31`);
}

/**
 * How much of a promise is owed in a span, whole ones: of a year the agreement holds for a part of, that part. A share of
 * a post is owed whole for as long as it is held.
 */
export function owedIn(promised: number | null, span: Span, isHeld = false): number | null {
	return promised === null || isHeld ? promised : Math.floor(promised * partOfYear(span));
}

/**
 * How much of a promise should be there by today: the whole ones of the share of the days that has gone, so that four
 * meetings a year are not late in January. Of a year the agreement holds for a part of, that part is due. What is held
 * all the time, a share of a post, is due whole from the first day.
 */
export function dueByNow(promised: number | null, span: Span, today: string, isHeld = false): number | null {
	if (isHeld) return today < span.from ? 0 : promised;
	const gone = shareGone(span, today);
	return promised === null || gone === null ? null : Math.floor(promised * gone * partOfYear(span));
}

/** How a promise stands: kept, on its way, slipping (less than should be there by now), or not known. */
export function followingOf(
	span: Span,
	{ promised, delivered }: { readonly promised: number | null; readonly delivered: number | null },
	today: string,
	isHeld = false,
): Following {
	if (today < span.from) return "not-begun";
	if (promised === null) return "no-number";
	if (delivered !== null && delivered >= promised) return "kept";
	if (delivered === null) return "unknown";
	const due = dueByNow(promised, span, today, isHeld);
	if (span.to !== null && span.to < today) return due !== null && delivered >= due ? "kept" : "not-kept";
	return due !== null && delivered < due ? "slipping" : "on-track";
}

/** What a room is asked about a commitment in a span; an open end is asked for up to the end of this year. */
export function questionOf(
	commitment: Pick<Commitment, "id" | "measure" | "partyId" | "profession" | "yearOfStudy" | "unitName" | "unitId">,
	partyIds: readonly string[],
	span: Span,
	today: string,
): DeliveryQuestion {
	return {
		...{ commitmentId: commitment.id, measure: commitment.measure, parties: partyIds },
		...{ deliveredBy: commitment.partyId, profession: commitment.profession, yearOfStudy: commitment.yearOfStudy },
		...{
			...{ unitName: commitment.unitName, unitId: commitment.unitId },
			from: span.from,
			to: span.to ?? later(span.from, `${today.slice(0, 4)}-12-31`),
		},
	};
}

/** Those that ask for something to be done first: slipping, not kept, nobody counts, then the rest. */
const order: readonly Following[] = ["slipping", "not-kept", "unknown", "no-number", "on-track", "kept", "not-begun"];

export function compareFollowing(a: Following, b: Following): number {
	return order.indexOf(a) - order.indexOf(b);
}

/** Why something cannot be written down as delivered. */
export function refuseDelivery(
	deliveredOn: string,
	held: { readonly from: string; readonly to: string | null } | null,
	today: string,
): "in-the-future" | "outside-period" | null {
	if (deliveredOn > today) return "in-the-future";
	return held === null || deliveredOn < held.from || (held.to !== null && deliveredOn > held.to)
		? "outside-period"
		: null;
}

/** What is asked of last year until summer, then of this one. */
const asksForLastYearUntil = "-06-30";

/**
 * The years a party can say what the agreement has led to in: this and the last one, where it has held in them. The one
 * that is asked for comes first.
 */
export function resultYears(
	agreement: Pick<Agreement, "firstDay" | "lastDay" | "endedOn">,
	today: string,
): readonly number[] {
	const held = heldDays({ firstDay: null, lastDay: null }, agreement);
	const year = Number(today.slice(0, 4));
	const order = today.slice(4) <= asksForLastYearUntil ? [year - 1, year] : [year, year - 1];
	return order.filter(
		(one) =>
			held !== null &&
			held.from <= today &&
			held.from <= `${one}-12-31` &&
			(held.to === null || held.to >= `${one}-01-01`),
	);
}
