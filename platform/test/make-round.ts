import {
	type Snapshot,
	type SnapshotClaim,
	type SnapshotOffer,
	type SnapshotPeriod,
	type SnapshotSite,
	usualRules,
} from "../src/modules/placement/allocate/contract.ts";

type Changes<Row> = Partial<Row> & { readonly id: string };

/** Rows of a snapshot with what nobody cares about filled in. */
export const makePeriod = (changes: Changes<SnapshotPeriod>): SnapshotPeriod => ({
	institutionId: "NTNU",
	courseName: "Praksis",
	profession: "nurse",
	yearOfStudy: 3,
	settings: [],
	firstDay: "2027-01-11",
	lastDay: "2027-03-05",
	...changes,
});

export const makeSite = (changes: Changes<SnapshotSite>): SnapshotSite => ({
	hostId: "Trondheim",
	name: changes.id,
	municipality: "5001",
	setting: null,
	at: { latitude: 63.43, longitude: 10.39 },
	limits: [],
	load: [],
	publicTransport: null,
	...changes,
});

export const makeOffer = (changes: Changes<SnapshotOffer> & { readonly siteId: string }): SnapshotOffer => ({
	profession: "nurse",
	years: [],
	firstDay: "2027-01-01",
	lastDay: "2027-06-30",
	places: 1,
	leastTogether: null,
	reservedFor: null,
	...changes,
});

export const makeClaim = (changes: Changes<SnapshotClaim> & { readonly periodId: string }): SnapshotClaim => ({
	studentId: changes.id,
	priority: 1,
	from: { latitude: 63.43, longitude: 10.39 },
	postcode: null,
	wishes: [],
	rules: [],
	together: null,
	arrivedAt: changes.id,
	...changes,
});

export const makeSnapshot = (
	changes: Pick<Snapshot, "periods" | "sites" | "offers" | "claims"> & Partial<Snapshot>,
): Snapshot => ({
	form: 1,
	travel: [],
	agreements: null,
	forbidden: [],
	locks: [],
	previous: [],
	rules: usualRules,
	wishesMost: 5,
	seed: "test",
	...changes,
});
