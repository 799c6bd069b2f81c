import { z } from "zod";
import {
	commonRefusals,
	day,
	email,
	id,
	municipalityNumber,
	name,
	postcode,
	profession,
	version,
} from "../../organisation/contract.ts";
import { type CapacityState, capacityStates, type LoadKind, loadKinds } from "../codes.ts";
import {
	type CapacityPeriod,
	type CapacitySort,
	type LoadSort,
	mostOffers,
	type OfferSort,
	type SiteSort,
	type SiteStatus,
} from "./codes.ts";

/** What is said of a site by hand. Place on the map follows from unit, postcode or municipality. */
export const siteValues = z.object({
	name,
	setting: z.string().max(60).nullable(),
	municipalityNumber: municipalityNumber.nullable(),
	postcode: postcode.nullable(),
	/** Where students can live: read by those who wish. */
	housingNote: z.string().trim().max(1000).nullable(),
	contactName: z.string().trim().max(200).nullable(),
	/** Who is asked what the site can take. */
	contactEmail: email.nullable(),
	/** Whether other organisations see the site. */
	published: z.boolean(),
});
export type SiteValues = z.infer<typeof siteValues>;

/** A site its keeper knows by name, of itself or on behalf of another host. */
export const newSite = siteValues.extend({ hostId: id });
export type NewSite = z.infer<typeof newSite>;
export const siteChange = siteValues.extend({ version });
export type SiteChange = z.infer<typeof siteChange>;

export const site = siteValues.extend({
	id,
	organisationId: id,
	hostId: id,
	hostName: z.string(),
	unitId: id.nullable(),
	latitude: z.number().nullable(),
	longitude: z.number().nullable(),
	closedOn: day.nullable(),
	version: z.int(),
});
export type Site = z.infer<typeof site>;

export type SiteQuery = {
	readonly search?: string;
	readonly setting?: string;
	readonly hostId?: string;
	readonly status?: SiteStatus;
	readonly sort?: SiteSort;
	readonly descending?: boolean;
	readonly offset?: number;
	readonly pageSize?: number | undefined;
};

/** A unit that may become a site. */
export type UnitToTake = {
	readonly id: string;
	readonly name: string;
	readonly above: string | null;
	readonly setting: string | null;
	readonly municipalityNumber: string | null;
	readonly siteId: string | null;
	readonly contactName: string | null;
	readonly contactEmail: string | null;
};

export const collectionValues = z.object({
	name: z.string().trim().min(1).max(120),
	firstDay: day,
	lastDay: day,
	/** The last day to answer. */
	dueOn: day,
	message: z.string().trim().max(2000).nullable(),
});
export type CollectionValues = z.infer<typeof collectionValues>;
const chosenSites = z
	.array(id)
	.max(2000)
	.refine((ids) => ids.length > 0, { params: { code: "none-chosen" } });
export const newCollection = collectionValues.extend({ siteIds: chosenSites });
export type NewCollection = z.infer<typeof newCollection>;
export const collectionChange = z.object({ dueOn: day, message: z.string().trim().max(2000).nullable(), version });
export type CollectionChange = z.infer<typeof collectionChange>;

export type Collection = CollectionValues & {
	readonly id: string;
	readonly state: "open" | "closed";
	readonly createdAt: Date;
	readonly version: number;
	readonly asked: number;
	readonly answered: number;
	/** Answered, and nobody has approved it. */
	readonly toApprove: number;
	readonly published: number;
};

export const offerValues = z.object({
	/** Null: any profession. */
	profession: profession.nullable(),
	/** Empty: any year. */
	years: z.array(z.int().min(1).max(7)).max(7),
	firstDay: day,
	lastDay: day,
	/** So many at once. */
	places: z.int().min(0).max(1000),
	/** None, or at least so many at once. */
	leastTogether: z.int().min(1).max(100).nullable(),
	/** The institution the places are kept for. */
	reservedFor: id.nullable(),
});
export type OfferValues = z.infer<typeof offerValues>;

/** An offer with the id of the one it stands for, so that what is promised on it is not lost. */
export const offerInAnswer = offerValues.extend({ id: id.nullable() });
export type OfferInAnswer = z.infer<typeof offerInAnswer>;

/** What a site can take: what its leader says, and what a coordinator enters and adjusts. */
export const capacityAnswer = z.object({
	takes: z.boolean(),
	/** At most so many at once, all professions and institutions together; null: only the offers limit. */
	mostAtOnce: z.int().min(0).max(1000).nullable(),
	supervisors: z.int().min(0).max(1000).nullable(),
	note: z.string().trim().max(2000).nullable(),
	offers: z.array(offerInAnswer).max(mostOffers),
	version,
});
export type CapacityAnswer = z.infer<typeof capacityAnswer>;

/** Capacity entered by its keeper, outside any collection. */
export const newCapacity = capacityAnswer.omit({ version: true }).extend({ siteId: id, firstDay: day, lastDay: day });
export type NewCapacity = z.infer<typeof newCapacity>;

export const offer = offerValues.extend({
	id,
	profession: z.string().nullable(),
	reservedForName: z.string().nullable(),
});
export type Offer = z.infer<typeof offer>;

export const capacity = z.object({
	id,
	organisationId: id,
	siteId: id,
	siteName: z.string(),
	hostId: id,
	hostName: z.string(),
	collectionId: id.nullable(),
	collectionName: z.string().nullable(),
	dueOn: day.nullable(),
	firstDay: day,
	lastDay: day,
	mostAtOnce: z.int().nullable(),
	supervisors: z.int().nullable(),
	note: z.string().nullable(),
	state: z.enum(capacityStates),
	askedAt: z.date().nullable(),
	remindedAt: z.date().nullable(),
	answeredAt: z.date().nullable(),
	answeredBy: z.string().nullable(),
	approvedAt: z.date().nullable(),
	publishedAt: z.date().nullable(),
	/** Places at once, over all its offers. */
	places: z.int(),
	version: z.int(),
});
export type Capacity = z.infer<typeof capacity>;

/** Capacity whole: with its offers, and the site it is about. */
export type CapacityView = Capacity & {
	readonly unitId: string | null;
	readonly setting: string | null;
	readonly contactName: string | null;
	readonly contactEmail: string | null;
	readonly collectionState: "open" | "closed" | null;
	readonly message: string | null;
	readonly offers: readonly Offer[];
};

export type CapacityQuery = {
	readonly search?: string;
	readonly state?: CapacityState;
	readonly collectionId?: string;
	readonly siteId?: string;
	readonly period?: CapacityPeriod;
	readonly sort?: CapacitySort;
	readonly descending?: boolean;
	readonly offset?: number;
	readonly pageSize?: number | undefined;
};

/** Places as those who order see them: one offer with where it is. */
export const listedOffer = offer.extend({
	organisationId: id,
	siteId: id,
	siteName: z.string(),
	setting: z.string().nullable(),
	postcode: z.string().nullable(),
	municipalityNumber: z.string().nullable(),
	municipalityName: z.string().nullable(),
	hostId: id,
	hostName: z.string(),
	mostAtOnce: z.int().nullable(),
	state: z.enum(capacityStates),
});
export type ListedOffer = z.infer<typeof listedOffer>;

export type OfferQuery = {
	readonly search?: string;
	readonly profession?: string;
	readonly year?: number;
	readonly hostId?: string;
	/** Only offers of these capacities. */
	readonly capacityIds?: readonly string[];
	/** Only offers open somewhere in these days. */
	readonly from?: string;
	readonly to?: string;
	/** The keeper's own, published or not; else everything published that the asker may see. */
	readonly own?: boolean;
	readonly sort?: OfferSort;
	readonly descending?: boolean;
	readonly offset?: number;
	readonly pageSize?: number | undefined;
};

export const loadValues = z.object({
	siteId: id,
	kind: z.enum(loadKinds),
	name: z.string().trim().max(200).nullable(),
	firstDay: day,
	lastDay: day,
	learners: z.int().min(1).max(1000),
	/** Whether other organisations see it; a round that uses the site always counts it. */
	published: z.boolean(),
});
export type LoadValues = z.infer<typeof loadValues>;
export const loadChange = loadValues.extend({ version });
export type LoadChange = z.infer<typeof loadChange>;
export type Load = LoadValues & {
	readonly id: string;
	readonly siteName: string;
	readonly kind: LoadKind;
	readonly version: number;
};
export type LoadQuery = {
	readonly search?: string;
	readonly kind?: LoadKind;
	readonly siteId?: string;
	readonly sort?: LoadSort;
	readonly descending?: boolean;
	readonly offset?: number;
	readonly pageSize?: number | undefined;
};

/** Something promised at a site: a placement, a lock of a round, or an answer to a request. */
export type Promised = {
	readonly kind: "placement" | "lock" | "answer";
	readonly siteId: string;
	readonly offerId: string;
	readonly institutionId: string;
	/** The course or the round that counts on it. */
	readonly holder: string;
	readonly firstDay: string;
	readonly lastDay: string;
	readonly places: number;
};

export const capacityRefusals = [
	...commonRefusals,
	"host-unknown",
	"setting-unknown",
	"municipality-unknown",
	"postcode-unknown",
	"no-units",
	"site-unknown",
	"site-exists",
	"site-closed",
	"site-promised",
	"due-too-late",
	"already-asked",
	"collection-closed",
	"already-approved",
	"already-published",
	"not-answered",
	"nothing-published",
	"offer-missing",
	"outside-days",
	"offers-overlap",
	"overlaps-other",
	"over-most",
	"least-over-places",
	"institution-unknown",
	"promised",
	"promised-gone",
	"promised-at-once",
	"too-many-offers",
	"none-chosen",
	"nobody-to-remind",
	"no-address",
	"years-unreadable",
] as const;
export type CapacityRefusal = (typeof capacityRefusals)[number];
