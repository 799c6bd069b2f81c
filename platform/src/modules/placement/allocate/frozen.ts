import type { RoundRules, Snapshot, SnapshotClaim, SnapshotOffer, SnapshotPeriod, SnapshotSite } from "./contract.ts";
import { type Supposed, supposing } from "./supposed.ts";

type Located = { readonly latitude: number | null; readonly longitude: number | null };
type Pair = { readonly claim: string; readonly offer: string };

/** What a snapshot is made of, row by row as a database has it: lists that can be sent to a thread in pieces. */
export type SnapshotRows = {
	readonly periods: readonly SnapshotPeriod[];
	readonly offers: readonly SnapshotOffer[];
	readonly sites: readonly (Omit<SnapshotSite, "at" | "limits" | "load" | "publicTransport"> & Located)[];
	readonly limits: readonly (SnapshotSite["limits"][number] & { readonly siteId: string })[];
	readonly load: readonly (SnapshotSite["load"][number] & { readonly siteId: string })[];
	readonly claims: readonly (Omit<SnapshotClaim, "from" | "wishes" | "rules" | "arrivedAt"> &
		Located & { readonly arrivedAt: Date })[];
	readonly wishes: readonly (SnapshotClaim["wishes"][number] & { readonly claimId: string })[];
	readonly studentRules: readonly (SnapshotClaim["rules"][number] & { readonly studentId: string })[];
	readonly locks: readonly Pair[];
	readonly previous: readonly Pair[];
	readonly declined: Snapshot["forbidden"];
	/** Empty where nobody looks at agreements, too: the rules say so. */
	readonly agreements: readonly { readonly institutionId: string; readonly hostId: string }[];
	/** One: the rules of the run, and the places supposed for it alone. */
	readonly round: readonly [
		{
			readonly rules: RoundRules;
			readonly wishesMost: number;
			readonly seed: string;
			readonly supposed: readonly Supposed[];
		},
	];
};

/** The snapshot of some rows. */
export function frozen(rows: SnapshotRows): Snapshot {
	const limits = grouped(rows.limits, "siteId");
	const load = grouped(rows.load, "siteId");
	const wishes = grouped(rows.wishes, "claimId");
	const studentRules = grouped(rows.studentRules, "studentId");
	const known = new Set(rows.claims.map((claim) => claim.id));
	const open = new Set(rows.offers.map((offer) => offer.id));
	const [{ rules, wishesMost, seed, supposed }] = rows.round;
	const snapshot: Snapshot = {
		form: 1,
		periods: rows.periods,
		sites: rows.sites.map(({ latitude, longitude, ...site }) => ({
			...site,
			at: placeOf(latitude, longitude),
			limits: limits.get(site.id) ?? [],
			load: load.get(site.id) ?? [],
			publicTransport: null,
		})),
		offers: rows.offers,
		claims: rows.claims.map(({ latitude, longitude, arrivedAt, ...claim }) => ({
			...claim,
			from: placeOf(latitude, longitude),
			arrivedAt: arrivedAt.toISOString(),
			wishes: wishes.get(claim.id) ?? [],
			rules: studentRules.get(claim.studentId) ?? [],
		})),
		travel: [],
		agreements: rules.agreement === "ignore" ? null : rows.agreements,
		forbidden: rows.declined.filter(({ claim, offer }) => known.has(claim) && open.has(offer)),
		locks: rows.locks.filter(({ claim, offer }) => known.has(claim) && open.has(offer)),
		previous: rows.previous.filter(({ claim }) => known.has(claim)),
		...{ rules, wishesMost, seed },
	};
	return supposing(snapshot, supposed);
}

function placeOf(latitude: number | null, longitude: number | null) {
	return latitude === null || longitude === null ? null : { latitude, longitude };
}

/** Rows by one of their columns, without it. */
export function grouped<Row extends Record<Key, string>, Key extends keyof Row & string>(
	rows: readonly Row[],
	key: Key,
): Map<string, Omit<Row, Key>[]> {
	const groups = new Map<string, Omit<Row, Key>[]>();
	for (const row of rows) {
		const { [key]: owner, ...rest } = row;
		const group = groups.get(owner) ?? [];
		group.push(rest);
		groups.set(owner, group);
	}
	return groups;
}
