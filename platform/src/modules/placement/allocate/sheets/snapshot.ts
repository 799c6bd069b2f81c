import { foldName } from "../../../../geography/search.ts";
import { nearest } from "../../../../spreadsheet/nearest.ts";
import type { SheetFacts } from "../../../../spreadsheet/result.ts";
import { readYears } from "../../capacity/sheet.ts";
import type { RoundRules, Snapshot, SnapshotClaim, SnapshotOffer, SnapshotPeriod, SnapshotSite } from "../contract.ts";
import type { CapacityRow, StudentRow } from "./contracts.ts";
import type { Places } from "./places.ts";
import type { SheetRefusalCode } from "./text.ts";
import { type Assumed, fillIn, type SaidForAll, type Whole } from "./unsaid.ts";

export type Sheet<Row> = SheetFacts & {
	readonly rows: readonly { readonly sheetRow: number; readonly value: Row }[];
};

export type RowRefusal = {
	readonly file: "students" | "capacity";
	readonly row: number;
	readonly key: string;
	readonly code: SheetRefusalCode;
	readonly value: string;
	readonly detail: string;
};

/** A snapshot from two spreadsheets, with what people call what is in it; or every reason why not. */
export type FromSheets =
	| { readonly refusals: readonly RowRefusal[] }
	| { readonly snapshot: Snapshot; readonly names: Names; readonly assumed: readonly Assumed[] };

export type Names = {
	/** Per claim of the snapshot. */
	readonly claims: readonly { readonly number: string | null; readonly name: string | null }[];
	readonly institutions: ReadonlyMap<string, string>;
};

export type Refuse = (
	row: number,
	key: string,
	code: SheetRefusalCode,
	value: string,
	detail?: string | number,
) => void;

/** Wishes a row has room for. */
const wishKeys = ["wish1", "wish2", "wish3", "wish4", "wish5"] as const;

/** Judges every row of both, and makes the snapshot the platform would make of the same facts. */
export function snapshotOf(
	students: Sheet<StudentRow>,
	capacity: Sheet<CapacityRow>,
	places: Places,
	rules: RoundRules,
	seed: string,
	said: SaidForAll,
): FromSheets {
	const refusals: RowRefusal[] = [];
	const refuseIn =
		(file: RowRefusal["file"]): Refuse =>
		(row, key, code, value, detail = "") =>
			refusals.push({ file, row, key, code, value, detail: String(detail) });
	const whole = fillIn(students, capacity, said, refuseIn);
	if (refusals.length > 0) return { refusals };
	const { sites, offers } = capacityOf(whole.capacity, places, refuseIn("capacity"));
	const wishes = wishFinder(sites, places);
	const refuse = refuseIn("students");
	const periods = new Map<string, SnapshotPeriod>();
	const claims: SnapshotClaim[] = [];
	const names: { number: string | null; name: string | null }[] = [];
	const institutions = new Map<string, string>();
	const seen = new Map<string, { row: number; firstDay: string; lastDay: string }[]>();
	for (const [index, { sheetRow, value: row }] of whole.students.entries()) {
		const name = nameIn(row);
		const who = row.number ?? name;
		if (who === null) {
			refuse(sheetRow, "number", "nobody-named", "");
			continue;
		}
		if (row.lastDay < row.firstDay) refuse(sheetRow, "lastDay", "ends-before-start", row.lastDay, row.firstDay);
		const institutionId = foldName(row.institution ?? "");
		if (!institutions.has(institutionId)) institutions.set(institutionId, row.institution ?? "");
		const twin = JSON.stringify([foldName(who), institutionId, foldName(row.course ?? "")]);
		const before = seen.get(twin) ?? [];
		const same = before.find(({ firstDay, lastDay }) => firstDay <= row.lastDay && row.firstDay <= lastDay);
		if (same !== undefined) refuse(sheetRow, row.number === null ? "name" : "number", "same-student", who, same.row);
		seen.set(twin, [...before, { row: sheetRow, firstDay: row.firstDay, lastDay: row.lastDay }]);
		const course = row.course ?? "";
		const key = JSON.stringify([institutionId, foldName(course), row.profession, row.year, row.firstDay, row.lastDay]);
		const period = periods.get(key) ?? {
			...{ id: `period ${periods.size + 1}`, institutionId, courseName: course, profession: row.profession },
			...{ yearOfStudy: row.year, settings: [], firstDay: row.firstDay, lastDay: row.lastDay },
		};
		periods.set(key, period);
		claims.push({
			id: `student ${index + 1}`,
			studentId: who,
			periodId: period.id,
			priority: row.priority ?? 1,
			from: homeOf(row, sheetRow, places, refuse),
			postcode: row.postcode,
			wishes: wishKeys.flatMap((wish, rank) => {
				const text = row[wish];
				if (text === null) return [];
				const found = wishes(text);
				if ("code" in found) {
					refuse(sheetRow, wish, found.code, text, found.detail);
					return [];
				}
				return [{ rank: rank + 1, ...found }];
			}),
			rules: row.mostMinutes === null ? [] : [{ kind: "most-minutes", amount: row.mostMinutes, target: null }],
			together: row.together === null ? null : foldName(row.together),
			arrivedAt: `${row.arrived ?? "9999-12-31"} ${String(index).padStart(7, "0")}`,
		});
		names.push({ number: row.number, name });
	}
	if (refusals.length > 0) return { refusals };
	return {
		names: { claims: names, institutions },
		assumed: whole.assumed,
		snapshot: {
			form: 1,
			periods: [...periods.values()],
			...{ sites, offers, claims, rules, seed },
			...{ travel: [], agreements: null, forbidden: [], locks: [], previous: [] },
			wishesMost: wishKeys.length,
		},
	};
}

/** The name in one column, or put together of two; null where there is none. */
function nameIn({ name, firstName, lastName }: StudentRow): string | null {
	const parts = [firstName, lastName].filter((part) => part !== null);
	return name ?? (parts.length > 0 ? parts.join(" ") : null);
}

function homeOf(row: StudentRow, sheetRow: number, places: Places, refuse: Refuse) {
	const home = row.municipality === null ? null : places.municipality(row.municipality);
	if (row.municipality !== null && home === null)
		refuse(sheetRow, "municipality", "unknown-municipality", row.municipality, places.near(row.municipality));
	const post = row.postcode === null ? undefined : places.postcode(row.postcode);
	if (row.postcode !== null && post === null && row.coordinates === null && home === null)
		refuse(sheetRow, "postcode", "unknown-postcode", row.postcode);
	// A postcode without coordinates of its own is somewhere in its municipality.
	const town = post === null || post === undefined ? null : places.municipality(post.municipality);
	return row.coordinates ?? post?.at ?? home?.at ?? town?.at ?? null;
}

function capacityOf(capacity: Whole["capacity"], places: Places, refuse: Refuse) {
	type Building = { site: SnapshotSite; row: number; where: string };
	const sites = new Map<string, Building>();
	const offers: SnapshotOffer[] = [];
	const seen = new Map<string, { row: number; firstDay: string; lastDay: string }[]>();
	for (const [index, { sheetRow, value: row }] of capacity.entries()) {
		const host = row.host === null ? null : places.municipality(row.host);
		const post = row.postcode === null ? undefined : places.postcode(row.postcode);
		const located = row.coordinates ?? post?.at ?? null;
		if (row.host !== null && host === null && located === null)
			refuse(sheetRow, "host", "unknown-host", row.host, places.near(row.host));
		if (row.postcode !== null && post === null && row.coordinates === null)
			refuse(sheetRow, "postcode", "unknown-postcode", row.postcode);
		if (row.lastDay < row.firstDay) refuse(sheetRow, "lastDay", "ends-before-start", row.lastDay, row.firstDay);
		const years = readYears(row.years);
		if (years === null) refuse(sheetRow, "years", "years-unreadable", row.years ?? "");
		const hostId = host?.number ?? foldName(row.host ?? "");
		const id = `${hostId} / ${foldName(row.site)}`;
		const where = JSON.stringify([row.coordinates, row.postcode]);
		const known = sites.get(id);
		if (known !== undefined && known.where !== where) refuse(sheetRow, "site", "moved-site", row.site, known.row);
		if (
			known !== undefined &&
			row.setting !== null &&
			known.site.setting !== null &&
			known.site.setting !== row.setting
		)
			refuse(sheetRow, "setting", "other-setting", row.setting, known.site.setting);
		const limits =
			row.mostAtOnce === null ? [] : [{ firstDay: row.firstDay, lastDay: row.lastDay, most: row.mostAtOnce }];
		const site: SnapshotSite = known?.site ?? {
			...{ id, hostId, name: row.site, setting: row.setting, load: [], limits: [], publicTransport: null },
			municipality: host?.number ?? post?.municipality ?? null,
			at: located ?? host?.at ?? null,
		};
		sites.set(id, {
			...{ row: known?.row ?? sheetRow, where: known?.where ?? where },
			site: { ...site, setting: site.setting ?? row.setting, limits: [...site.limits, ...limits] },
		});
		const reservedFor = row.reservedFor === null ? null : foldName(row.reservedFor);
		const twin = JSON.stringify([id, row.profession, years, reservedFor]);
		const before = seen.get(twin) ?? [];
		const same = before.find(({ firstDay, lastDay }) => firstDay <= row.lastDay && row.firstDay <= lastDay);
		if (same !== undefined) refuse(sheetRow, "site", "same-offer", row.site, same.row);
		seen.set(twin, [...before, { row: sheetRow, firstDay: row.firstDay, lastDay: row.lastDay }]);
		offers.push({
			...{ id: `offer ${index + 1}`, siteId: id, profession: row.profession, years: years ?? [], reservedFor },
			...{ firstDay: row.firstDay, lastDay: row.lastDay, places: row.places, leastTogether: row.leastTogether },
		});
	}
	return { sites: [...sites.values()].map(({ site }) => site), offers };
}

/** What a wish names: a site, a municipality or a county, in that order. */
function wishFinder(sites: readonly SnapshotSite[], places: Places) {
	const byName = new Map<string, SnapshotSite[]>();
	for (const site of sites) byName.set(foldName(site.name), [...(byName.get(foldName(site.name)) ?? []), site]);
	const hostName = ({ hostId }: SnapshotSite) => places.nameOf(hostId);
	type Found =
		| { readonly kind: "site" | "municipality" | "county"; readonly target: string }
		| { readonly code: "unknown-wish" | "several-sites"; readonly detail: string };
	return (text: string): Found => {
		const [, name = text, town] = /^(.*),\s*([^,]+)$/.exec(text) ?? [];
		const whole = byName.get(foldName(text)) ?? [];
		const [first, second] = whole;
		if (first !== undefined && second === undefined) return { kind: "site", target: first.id };
		if (first !== undefined) return { code: "several-sites", detail: whole.map(hostName).join(", ") };
		const host = town === undefined ? null : places.municipality(town);
		const there = (byName.get(foldName(name)) ?? []).filter(({ hostId }) =>
			town === undefined ? false : hostId === (host?.number ?? foldName(town)),
		);
		if (there[0] !== undefined) return { kind: "site", target: there[0].id };
		const municipality = places.municipality(text);
		if (municipality !== null) return { kind: "municipality", target: municipality.number };
		const county = places.county(text);
		if (county !== null) return { kind: "county", target: county.number };
		return {
			code: "unknown-wish",
			detail:
				nearest(
					text,
					sites.map((site) => site.name),
				) ?? places.near(text),
		};
	};
}
