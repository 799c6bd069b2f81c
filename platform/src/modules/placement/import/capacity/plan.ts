import type { JudgedRow, PreviewLine, RowFinding } from "../../../../import/contract.ts";
import { gather } from "../../../../import/gather.ts";
import { refusing } from "../../../../import/refusing.ts";
import { rowsInTurn, type Turns } from "../../../../import/turns.ts";
import type { Capacity, Offer, OfferInAnswer, Promised, Site } from "../../capacity/contract.ts";
import type { CapacitySheetRow } from "../../capacity/sheet.ts";
import { fold } from "../fold.ts";
import { contactChange, contactIn, type PlannedContact } from "./contacts.ts";
import { refuseLines } from "./judge.ts";
import { type ReadRow, type Refuse, type RowFacts, readRow } from "./row.ts";
import type { CapacityImportRow } from "./sheet.ts";
import { type PlannedLine, type SiteRow, type Target, targetsOf } from "./targets.ts";
import type { CapacityFinding } from "./text.ts";

export type CapacityFacts = RowFacts & {
	readonly institutionIds: ReadonlySet<string>;
	/** Whether a postcode may be right: it is known, or none are. */
	mayBePostcode(postcode: string): boolean;
	/** Sites kept here, those that are closed among them. */
	readonly sites: readonly Site[];
	/** Earliest first. */
	readonly capacity: readonly Capacity[];
	readonly offers: readonly (Offer & { readonly capacityId: string })[];
	readonly promised: readonly Promised[];
	/** What a line of the preview calls an offer. */
	nameOf(offer: Pick<OfferInAnswer, "profession" | "years" | "firstDay" | "lastDay" | "places">): string;
	/** What a host is called; null for the one who takes the file in. */
	hostName(hostId: string): string | null;
};

/** A site that is not there; its id is made up, also where a target points at it. */
export type PlannedSite = {
	readonly id: string;
	readonly hostId: string;
	readonly name: string;
	readonly setting: string | null;
	readonly postcode: string | null;
	readonly contact: Omit<PlannedContact, "siteId">;
};

export type CapacityPlan = {
	readonly sites: readonly PlannedSite[];
	/** Capacity with anything new or changed. */
	readonly targets: readonly Target[];
	/** Sites that stand and are answered for by another than before. */
	readonly contacts: readonly PlannedContact[];
	readonly created: readonly PreviewLine[];
	readonly changed: readonly PreviewLine[];
	readonly unchanged: readonly PreviewLine[];
	readonly untouched: number;
	readonly refusals: readonly RowFinding<CapacityFinding>[];
	readonly warnings: readonly RowFinding<CapacityFinding>[];
};

type MetRow = SiteRow & { readonly value: CapacityImportRow };
type Met = Omit<PlannedSite, "contact"> & { readonly isNew: boolean; readonly rows: MetRow[] };

/**
 * What taking in the rows would do. A site is recognised by host and name, an offer by site, profession, years, days and
 * whom it is kept for. Having done it, planning the same rows again changes nothing.
 * @param absent keys of columns the sheet does not have: nothing is said about them, and they stay as they are
 */
export function* planCapacity(
	rows: readonly JudgedRow<CapacityImportRow>[],
	absent: ReadonlySet<string>,
	facts: CapacityFacts,
): Turns<CapacityPlan> {
	const refusals: RowFinding<CapacityFinding>[] = [];
	const warnings: RowFinding<CapacityFinding>[] = [];
	const known = new Map(facts.sites.map((site) => [siteKey(site.hostId, site.name), site]));
	const met = new Map<string, Met>();
	for (const [index, judged] of rows.entries()) {
		if (index % rowsInTurn === 0) yield;
		const { value, sheetRow, broken } = judged;
		const refuse = refusing(refusals, judged);
		const read = readRow(value, facts, refuse);
		if (read === undefined || broken.size > 0) continue;
		const key = siteKey(read.hostId, value.site);
		const site = known.get(key);
		if (site?.closedOn && site.closedOn < value.lastDay) refuse("site-closed", "site", { date: site.closedOn });
		if (site) warnOfSite(site, value, read, refusing(warnings, judged));
		else if (value.postcode !== null && !facts.mayBePostcode(value.postcode)) refuse("postcode-unknown", "postcode");
		const earlier = met.get(key);
		const { setting, hostId } = read;
		const one = earlier ?? {
			...{ id: site?.id ?? `row ${sheetRow}`, isNew: !site, rows: [], hostId, setting },
			...{ name: site?.name ?? value.site, postcode: value.postcode },
		};
		one.rows.push({ row: sheetRow, value, read });
		met.set(key, one);
	}
	const capacityAt = new Map<string, Capacity[]>();
	for (const one of facts.capacity) gather(capacityAt, one.siteId, one);
	const offersOf = new Map<string, Offer[]>();
	for (const one of facts.offers) gather(offersOf, one.capacityId, one);
	const promisedAt = new Map<string, Promised[]>();
	for (const one of facts.promised) gather(promisedAt, one.siteId, one);

	const planned: { readonly site: Met; readonly target: Target; readonly line: PlannedLine }[] = [];
	const targets: Target[] = [];
	for (const [index, site] of [...met.values()].entries()) {
		if (index % sitesInTurn === 0) yield;
		const standing = (capacityAt.get(site.id) ?? []).map((capacity) => ({
			...{ capacity, offers: offersOf.get(capacity.id) ?? [] },
		}));
		const own = targetsOf(site, site.rows, standing, absent);
		refusals.push(...refuseLines(own, standing, promisedAt.get(site.id) ?? [], facts.institutionIds));
		for (const target of own) {
			planned.push(...target.lines.map((line) => ({ site, target, line })));
			if (target.lines.some((line) => isNew(line) || isChanged(line))) targets.push(target);
		}
	}
	const shown = (which: (line: PlannedLine) => boolean): PreviewLine[] =>
		planned.flatMap(({ site: { name, hostId }, line }) => {
			if (!which(line)) return [];
			const called = [name, facts.hostName(hostId)].filter((part) => part !== null).join(", ");
			return [{ row: line.row, name: called, where: facts.nameOf(line.offer), changes: [...line.changes] }];
		});
	const contacts = [...met].flatMap(([key, { rows: said }]) => {
		const site = known.get(key);
		return (site && contactChange(site, said)) ?? [];
	});
	const silent = [...met.values()].filter(({ isNew: made, rows: said }) => made && contactIn(said).email === null);
	const [first] = silent.flatMap(({ rows: said }) => said.map(({ row }) => row));
	if (first !== undefined)
		warnings.push({ code: "no-email", row: first, key: null, value: null, detail: { sites: silent.length } });
	const stands = new Set(planned.flatMap(({ line }) => line.before?.id ?? []));
	return {
		sites: [...met.values()].flatMap(({ rows: said, isNew, ...site }) =>
			isNew ? [{ ...site, contact: contactIn(said) }] : [],
		),
		...{ targets, contacts: contacts.map(({ contact }) => contact) },
		...{
			created: shown(isNew),
			changed: [...contacts.map(({ line }) => line), ...shown(isChanged)].sort((one, other) => one.row - other.row),
			unchanged: shown((line) => !isNew(line) && !isChanged(line)),
		},
		untouched: facts.offers.filter((offer) => !stands.has(offer.id)).length,
		...{ refusals: refusals.sort((one, other) => one.row - other.row), warnings },
	};
}

/** Sites judged between two turns. */
const sitesInTurn = 50;

function isNew({ before }: PlannedLine): boolean {
	return before === null;
}

function isChanged({ before, changes }: PlannedLine): boolean {
	return before !== null && changes.length > 0;
}

function siteKey(hostId: string, name: string): string {
	return `${hostId} ${fold(name)}`;
}

/** What a site is called and where it is, is changed on its own page: a list of capacity does not move it. */
function warnOfSite(site: Site, { postcode }: CapacitySheetRow, { setting }: ReadRow, warn: Refuse): void {
	if (postcode !== null && postcode !== site.postcode) warn("site-differs", "postcode", { is: site.postcode ?? "" });
	if (setting !== null && setting !== site.setting) warn("site-differs", "setting");
}
