import type { FieldChange } from "../../../../import/contract.ts";
import { gather } from "../../../../import/gather.ts";
import { professionOf } from "../../capacity/codes.ts";
import type { Capacity, Offer, OfferInAnswer } from "../../capacity/contract.ts";
import type { CapacitySheetRow } from "../../capacity/sheet.ts";
import type { ReadRow } from "./row.ts";

/** Capacity of a site as it stands, with its offers. */
export type Standing = { readonly capacity: Capacity; readonly offers: readonly Offer[] };

/** A row whose words are read. */
export type SiteRow = { readonly row: number; readonly value: CapacitySheetRow; readonly read: ReadRow };

/** A line of the file as an offer; `before` is the one it stands for. */
export type PlannedLine = {
	readonly row: number;
	readonly offer: OfferInAnswer;
	readonly before: Offer | null;
	readonly mostAtOnce: number | null;
	readonly changes: readonly FieldChange[];
};

/** Capacity as it will be: what stands, or new over the days its lines take. */
export type Target = {
	readonly siteId: string;
	readonly hostId: string;
	readonly before: Capacity | null;
	readonly firstDay: string;
	readonly lastDay: string;
	readonly mostAtOnce: number | null;
	readonly lines: readonly PlannedLine[];
};

/**
 * Where the rows of one site go: a line that stands already to the capacity it stands in, another to the first its days
 * fit in, and what fits in none to new capacity, one for each spring and autumn.
 */
export function targetsOf(
	site: { readonly id: string; readonly hostId: string },
	rows: readonly SiteRow[],
	standing: readonly Standing[],
	absent: ReadonlySet<string>,
): readonly Target[] {
	const lines = new Map<Standing | string, PlannedLine[]>();
	const taken = new Set<string>();
	for (const { row, value, read } of rows) {
		const { firstDay, lastDay, places, mostAtOnce } = value;
		const profession = professionOf(value.profession);
		const named = { profession, years: [...read.years], firstDay, lastDay, reservedFor: read.reservedFor };
		const found = standing
			.flatMap((one) => one.offers.map((offer) => ({ one, offer })))
			.find(({ offer }) => !taken.has(offer.id) && isSameLine(offer, named));
		const before = found?.offer ?? null;
		if (before) taken.add(before.id);
		const leastTogether = absent.has("leastTogether") ? (before?.leastTogether ?? null) : value.leastTogether;
		const offer = { ...named, id: before?.id ?? null, places, leastTogether };
		const to =
			found?.one ??
			standing.find(({ capacity }) => capacity.firstDay <= firstDay && capacity.lastDay >= lastDay) ??
			termOf(firstDay);
		gather(lines, to, { row, offer, before, mostAtOnce, changes: before ? changesOf(before, offer) : [] });
	}
	return [...lines].map(([to, list]) => targetOf(site, typeof to === "string" ? null : to.capacity, list));
}

/** The half of a year a day is in, as sites are asked of them: spring until July is over, then autumn. */
function termOf(day: string): string {
	return `${day.slice(0, 4)} ${day.slice(5) < "08-01" ? "spring" : "autumn"}`;
}

function targetOf(
	site: { readonly id: string; readonly hostId: string },
	before: Capacity | null,
	lines: readonly PlannedLine[],
): Target {
	const [first = ""] = lines.map(({ offer }) => offer.firstDay).sort();
	const last = lines
		.map(({ offer }) => offer.lastDay)
		.sort()
		.at(-1);
	const stated = lines.find((line) => line.mostAtOnce !== null)?.mostAtOnce ?? null;
	const mostAtOnce = stated ?? before?.mostAtOnce ?? null;
	const changed = before !== null && before.mostAtOnce !== mostAtOnce;
	const change = { field: "mostAtOnce", from: before?.mostAtOnce ?? null, to: mostAtOnce };
	return {
		...{ siteId: site.id, hostId: site.hostId, before, mostAtOnce },
		...{ firstDay: before?.firstDay ?? first, lastDay: before?.lastDay ?? last ?? "" },
		lines: lines.map((line) =>
			changed && line.before !== null && line.mostAtOnce !== null
				? { ...line, changes: [...line.changes, change] }
				: line,
		),
	};
}

function isSameLine(one: Offer, other: Omit<OfferInAnswer, "id" | "places" | "leastTogether">): boolean {
	return (
		one.profession === other.profession &&
		one.years.join() === other.years.join() &&
		one.firstDay === other.firstDay &&
		one.lastDay === other.lastDay &&
		one.reservedFor === other.reservedFor
	);
}

function changesOf(before: Offer, offer: OfferInAnswer): FieldChange[] {
	return (["places", "leastTogether"] as const).flatMap((field) =>
		before[field] === offer[field] ? [] : [{ field, from: before[field], to: offer[field] }],
	);
}
