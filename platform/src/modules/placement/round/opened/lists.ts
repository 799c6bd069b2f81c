import { foldName } from "../../../../geography/search.ts";
import { compareText, type Language } from "../../../../language.ts";
import type { RunResult } from "../../allocate/contract.ts";
import type { Got } from "../codes.ts";
import type { Edit, Opened, PlanRow } from "./opened.ts";

/** Names of organisations by id. */
export type Names = Readonly<Record<string, string>>;

export type Cut = {
	readonly sort: string | null;
	readonly descending: boolean;
	readonly offset: number;
	readonly pageSize: number;
	readonly language: Language;
};

/**
 * What students are called, as far as the asker may know: ids of claims one after another with commas, in the order of the
 * names, and for each word searched for those whose name has it. Names themselves stay in the database.
 */
export type NameOrder = { readonly order: string; readonly found: readonly string[] };

const isGot: Readonly<Record<Got, (row: PlanRow) => boolean>> = {
	first: ({ rank }) => rank === 1,
	wished: ({ rank }) => rank !== null,
	unwished: ({ rank, offer }) => rank === null && offer !== null,
	none: ({ offer }) => offer === null,
};

/** One claim of the plan without the names that the database keeps. */
export type BareRow = PlanRow & {
	readonly institutionId: string;
	readonly course: string;
	readonly firstDay: string;
	readonly lastDay: string;
	readonly priority: number;
	readonly site: string | null;
	readonly siteId: string | null;
	readonly hostId: string | null;
	readonly wishes: number;
};

export function bareRow(run: Opened, row: PlanRow): BareRow {
	const claim = run.snapshot.claims[run.claimIndex.get(row.claim) ?? -1];
	const period = run.periodOf(row.claim);
	const site = row.offer === null ? undefined : run.siteOfOffer.get(row.offer);
	return {
		...row,
		...{ institutionId: period?.institutionId ?? "", course: period?.courseName ?? "" },
		...{ firstDay: period?.firstDay ?? "", lastDay: period?.lastDay ?? "", priority: claim?.priority ?? 0 },
		...{ site: site?.name ?? null, siteId: site?.id ?? null, hostId: site?.hostId ?? null },
		wishes: claim?.wishes.length ?? 0,
	};
}

/** A page of who goes where. */
export function planPage(
	run: Opened,
	asked: Cut & {
		readonly edits: readonly Edit[];
		readonly got: Got | undefined;
		readonly words: readonly string[];
		readonly names: NameOrder;
		readonly hosts: Names;
	},
): { readonly total: number; readonly rows: readonly BareRow[] } {
	const { words, names, hosts, language } = asked;
	const found = names.found.map((ids) => new Set(ids.split(",")));
	const placeOf = new Map<string, string>();
	const place = (offer: string | null) => {
		const site = offer === null ? undefined : run.siteOfOffer.get(offer);
		if (site === undefined) return "";
		const known = placeOf.get(site.id) ?? foldName(`${site.name} ${hosts[site.hostId] ?? ""}`);
		placeOf.set(site.id, known);
		return known;
	};
	const rows = run
		.plan(asked.edits)
		.filter((row) => asked.got === undefined || isGot[asked.got](row))
		.filter((row) => words.every((word, at) => found[at]?.has(row.claim) || place(row.offer).includes(word)))
		.toSorted(comparing(run, asked.sort, names.order, language));
	if (asked.descending) rows.reverse();
	return {
		total: rows.length,
		rows: rows.slice(asked.offset, asked.offset + asked.pageSize).map((row) => bareRow(run, row)),
	};
}

function comparing(run: Opened, sort: string | null, order: string, language: Language) {
	const last = Number.MAX_SAFE_INTEGER;
	const turn = new Map(order.split(",").map((id, at) => [id, at]));
	const byName = (a: PlanRow, b: PlanRow) =>
		(turn.get(a.claim) ?? last) - (turn.get(b.claim) ?? last) || (a.claim < b.claim ? -1 : 1);
	switch (sort) {
		case "site": {
			const turns = turnsOf(
				run.snapshot.sites,
				({ id }) => id,
				({ name }) => name,
				language,
			);
			const at = ({ offer }: PlanRow) => turns.get(run.siteOfOffer.get(offer ?? "")?.id ?? "") ?? last;
			return (a: PlanRow, b: PlanRow) => at(a) - at(b) || byName(a, b);
		}
		case "course": {
			const turns = turnsOf(
				run.snapshot.periods,
				({ id }) => id,
				({ courseName }) => courseName,
				language,
			);
			const at = ({ claim }: PlanRow) => turns.get(run.periodOf(claim)?.id ?? "") ?? last;
			return (a: PlanRow, b: PlanRow) => at(a) - at(b) || byName(a, b);
		}
		case "rank":
			return (a: PlanRow, b: PlanRow) => (a.rank ?? last) - (b.rank ?? last) || byName(a, b);
		case "minutes":
			return (a: PlanRow, b: PlanRow) => (a.minutes ?? last) - (b.minutes ?? last) || byName(a, b);
		default:
			return byName;
	}
}

/** Numbers in the order of names, the same number for the same name: names are compared once, not for every two rows. */
function turnsOf<Row>(
	rows: readonly Row[],
	idOf: (row: Row) => string,
	nameOf: (row: Row) => string,
	language: Language,
): ReadonlyMap<string, number> {
	const names = [...new Set(rows.map(nameOf))].sort(compareText(language));
	const turns = new Map(names.map((name, at) => [name, at]));
	return new Map(rows.map((row) => [idOf(row), turns.get(nameOf(row)) ?? 0]));
}

export type SiteRow = {
	readonly id: string;
	readonly name: string;
	readonly host: string;
	readonly places: number;
	readonly planned: number;
};

/** A page of sites with what they offer and how many the plan sends there. */
export function sitesPage(
	run: Opened,
	asked: Cut & { readonly edits: readonly Edit[]; readonly words: readonly string[]; readonly hosts: Names },
): { readonly total: number; readonly rows: readonly SiteRow[] } {
	const { sites, offers } = run.snapshot;
	const places = new Map<string, number>();
	for (const offer of offers) places.set(offer.siteId, (places.get(offer.siteId) ?? 0) + offer.places);
	const planned = new Map<string, number>();
	for (const { offer } of run.plan(asked.edits)) {
		const id = offer === null ? undefined : run.siteOfOffer.get(offer)?.id;
		if (id !== undefined) planned.set(id, (planned.get(id) ?? 0) + 1);
	}
	const compare = compareText(asked.language);
	const { sort } = asked;
	const rows = sites
		.map(({ id, name, hostId }) => ({
			...{ id, name, host: asked.hosts[hostId] ?? "" },
			...{ places: places.get(id) ?? 0, planned: planned.get(id) ?? 0 },
		}))
		.filter((row) => asked.words.every((word) => foldName(`${row.name} ${row.host}`).includes(word)))
		.sort((a, b) => {
			if (sort === "places" || sort === "planned") return a[sort] - b[sort] || compare(a.name, b.name);
			return (sort === "host" ? compare(a.host, b.host) : 0) || compare(a.name, b.name);
		});
	if (asked.descending) rows.reverse();
	return { total: rows.length, rows: rows.slice(asked.offset, asked.offset + asked.pageSize) };
}

export type UnplacedRow = {
	readonly claim: string;
	readonly institutionId: string;
	readonly course: string;
	readonly open: number;
	readonly removed: RunResult["unplaced"][number]["removed"];
	readonly shortage: { readonly claims: number; readonly places: number } | null;
	/** Whether the run gave a place, and a hand took it. */
	readonly byHand: boolean;
};

/** The rules told of that closed places, at most. */
const rulesTold = 4;

/** A page of those without a place in the plan as it is now, each with why. */
export function unplacedPage(
	run: Opened,
	{ edits, offset, pageSize }: Pick<Cut, "offset" | "pageSize"> & { readonly edits: readonly Edit[] },
): { readonly total: number; readonly rows: readonly UnplacedRow[] } {
	const { shortages } = run.result;
	const found = new Map(run.result.unplaced.map((one) => [one.claim, one]));
	const without = run
		.plan(edits)
		.flatMap(({ claim, offer }) =>
			offer === null ? [found.get(claim) ?? { claim, open: 0, removed: [], shortage: null }] : [],
		);
	return {
		total: without.length,
		rows: without.slice(offset, offset + pageSize).map((one) => {
			const period = run.periodOf(one.claim);
			const shortage = one.shortage === null ? undefined : shortages[one.shortage];
			return {
				...{ claim: one.claim, institutionId: period?.institutionId ?? "", course: period?.courseName ?? "" },
				byHand: !found.has(one.claim),
				...{ open: one.open, removed: one.removed.slice(0, rulesTold) },
				shortage: shortage ? { claims: shortage.claims.length, places: shortage.places } : null,
			};
		}),
	};
}
