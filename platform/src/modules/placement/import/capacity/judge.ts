import type { RowFinding } from "../../../../import/contract.ts";
import { mostOffers, professionOf } from "../../capacity/codes.ts";
import type { CapacityRefusal, Offer, OfferInAnswer, Promised } from "../../capacity/contract.ts";
import { refuseOffers } from "../../capacity/rules.ts";
import type { PlannedLine, Standing, Target } from "./targets.ts";
import type { CapacityFinding } from "./text.ts";

/** What the rules of capacity refuse, by what it is called of a row. */
const findings: Partial<Record<CapacityRefusal, CapacityFinding>> = {
	"least-over-places": "least-over-places",
	"over-most": "over-most",
	"offers-overlap": "offers-overlap",
	"overlaps-other": "overlaps-other",
	promised: "promised",
	"promised-at-once": "promised-at-once",
};

/** Why what one site will have cannot stand, by the row each is about. */
export function refuseLines(
	targets: readonly Target[],
	standing: readonly Standing[],
	promised: readonly Promised[],
	knownInstitutions: ReadonlySet<string>,
): RowFinding<CapacityFinding>[] {
	return targets.flatMap((target) => {
		const before = standing.find(({ capacity }) => capacity.id === target.before?.id)?.offers ?? [];
		const stays = before.filter((offer) => !target.lines.some((line) => line.before?.id === offer.id));
		// Those that stay come first: a new line that says the same as one of them is the one that is refused.
		const offers: (Pick<PlannedLine, "offer"> & { readonly row: number | null })[] = [
			...stays.map((offer) => ({ offer: asAnswer(offer), row: null })),
			...target.lines,
		];
		const own = new Set(before.map(({ id }) => id));
		const others = targets.filter((one) => one !== target);
		const refusals = refuseOffers(
			offers.map(({ offer }) => offer),
			{
				...{ firstDay: target.firstDay, lastDay: target.lastDay, mostAtOnce: target.mostAtOnce, knownInstitutions },
				before: before.map((offer) => ({ ...asAnswer(offer), id: offer.id })),
				elsewhere: [
					...standing.filter((one) => one.capacity.id !== target.before?.id).flatMap((one) => one.offers.map(asAnswer)),
					// Of two new lines alike in two capacities, the later one is refused.
					...others.slice(0, targets.indexOf(target)).flatMap((one) => one.lines.map(({ offer }) => offer)),
				],
				promised: promised.filter((one) => own.has(one.offerId)),
			},
		);
		const firstRow = target.lines[0]?.row ?? 0;
		return [
			...refusals.flatMap(({ code, field, detail }): RowFinding<CapacityFinding>[] => {
				const finding = findings[code];
				const [, index, key = "mostAtOnce"] = /^offers\.(\d+)\.(\w+)$/.exec(field ?? "") ?? [];
				const about = index === undefined ? undefined : offers[Number(index)];
				// The most at once may be too few for a line the file does not name: then it is the most that is wrong.
				const isOfMost = about === undefined || (about.row === null && code === "over-most");
				const line = isOfMost ? target.lines.find((one) => one.mostAtOnce !== null) : about;
				if (finding === undefined || line?.row === null) return [];
				const other = offers[Number(detail?.other ?? 0) - 1]?.row;
				return [
					{
						...{ code: finding, row: line?.row ?? firstRow, key: isOfMost ? "mostAtOnce" : key },
						value: writtenAs(line?.offer, isOfMost ? "mostAtOnce" : key, target.mostAtOnce),
						detail: { ...detail, ...(other ? { firstRow: other } : {}) },
					},
				];
			}),
			...refuseMost(target),
			...(offers.length > mostOffers
				? [{ ...tooMany, row: target.lines[mostOffers - stays.length]?.row ?? firstRow, detail: { most: mostOffers } }]
				: []),
		];
	});
}

const tooMany = { code: "too-many-offers", key: null, value: null } as const;

/** Two rows that say different things of how many the site takes at once. */
function refuseMost({ lines }: Target): RowFinding<CapacityFinding>[] {
	const said = lines.filter((line) => line.mostAtOnce !== null);
	const [first] = said;
	const other = said.find((line) => line.mostAtOnce !== first?.mostAtOnce);
	if (!first || !other) return [];
	const detail = { firstRow: first.row, most: first.mostAtOnce ?? 0 };
	return [{ code: "other-most", row: other.row, key: "mostAtOnce", value: String(other.mostAtOnce), detail }];
}

function writtenAs(offer: OfferInAnswer | undefined, key: string, mostAtOnce: number | null): string | null {
	const value: unknown =
		key === "mostAtOnce" ? mostAtOnce : new Map<string, unknown>(Object.entries(offer ?? {})).get(key);
	return value === null || value === undefined ? null : String(value);
}

function asAnswer(offer: Offer): OfferInAnswer {
	const { id, years, firstDay, lastDay, places, leastTogether, reservedFor } = offer;
	const profession = professionOf(offer.profession);
	return { id, profession, years: [...years], firstDay, lastDay, places, leastTogether, reservedFor };
}
