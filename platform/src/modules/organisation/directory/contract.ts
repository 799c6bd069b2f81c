import { z } from "zod";
import { affiliationKinds, day, id } from "../contract.ts";

/** A public fact about a municipality, with the year it holds for. */
export const fact = z.object({ value: z.number(), year: z.int() });

/** What a search fitted, where it was not the name shown. */
export const fitReasons = [
	"other-name",
	"number",
	"earlier-name",
	"earlier-number",
	"predecessor",
	"likeness",
] as const;
export const fitReason = z.object({
	by: z.enum(fitReasons),
	/** The name or number that fitted, as it is written. */
	words: z.string(),
	/** Last day of an earlier name or number, or of an organisation that is part of this one now. */
	until: day.nullable(),
});
export type FitReason = z.infer<typeof fitReason>;

/** One organisation as a list shows it, as it was on the day asked for. */
export const organisationRow = z.object({
	id,
	kind: z.string(),
	name: z.string(),
	shortName: z.string().nullable(),
	/** Municipality or county number, DBH code of an institution. */
	number: z.string().nullable(),
	countyNumber: z.string().nullable(),
	countyName: z.string().nullable(),
	latitude: z.number().nullable(),
	longitude: z.number().nullable(),
	/** Inhabitants; null where no file with the fact has been imported, or the organisation is no municipality. */
	population: fact.nullable(),
	/** Centrality class 1 (most central) to 6 (least), Statistics Norway. */
	centrality: fact.nullable(),
	/** Why a search found it; null where its name says so, or nothing was searched for. */
	found: fitReason.nullable(),
});
export type OrganisationRow = z.infer<typeof organisationRow>;

export const organisationSorts = ["name", "kind", "county", "population", "centrality"] as const;
export type OrganisationSort = (typeof organisationSorts)[number];

/** What to list. Everything is optional; the day is today unless said. */
export type DirectoryQuery = {
	readonly asOf?: string;
	readonly kind?: string;
	/** Two digits. */
	readonly county?: string;
	/** Name or number, forgiving spelling; best fit first unless a sort is chosen. */
	readonly search?: string;
	readonly sort?: OrganisationSort;
	readonly descending?: boolean;
	readonly offset?: number;
	readonly pageSize?: number;
};

export type MapPoint = {
	readonly id: string;
	readonly kind: string;
	readonly name: string;
	readonly shortName: string | null;
	readonly latitude: number;
	readonly longitude: number;
	readonly population: number | null;
	/** How much it counts among the names on a map: inhabitants, else what there is there; null where it is not named. */
	readonly weight: number | null;
};

/** What an organisation was called and where it sat, from a day to a last day. */
export const identityPeriod = z.object({
	id,
	version: z.int(),
	validFrom: day,
	validTo: day.nullable(),
	name: z.string(),
	shortName: z.string().nullable(),
	otherNames: z.array(z.string()),
	number: z.string().nullable(),
	countyNumber: z.string().nullable(),
	municipalityNumber: z.string().nullable(),
	latitude: z.number().nullable(),
	longitude: z.number().nullable(),
	place: z.string().nullable(),
	website: z.string().nullable(),
	source: z.string(),
	sourceDate: day,
});
export type IdentityPeriod = z.infer<typeof identityPeriod>;

/** Another organisation, as it was called on the day that matters. */
export const otherOrganisation = z.object({ id, kind: z.string(), name: z.string(), number: z.string().nullable() });
export type OtherOrganisation = z.infer<typeof otherOrganisation>;

export const succession = z.object({
	organisation: otherOrganisation,
	happenedOn: day,
	/** The part of the predecessor's population that went to this successor, 0–1. */
	share: z.number(),
	source: z.string(),
});
export type Succession = z.infer<typeof succession>;

export const affiliation = z.object({
	kind: z.enum(affiliationKinds),
	organisation: otherOrganisation,
	validFrom: day,
	validTo: day.nullable(),
});
export type Affiliation = z.infer<typeof affiliation>;

export const sourcedFact = z.object({
	name: z.string(),
	value: z.number(),
	year: z.int(),
	source: z.object({ title: z.string(), licence: z.string(), link: z.string().nullable(), date: day }),
});
export type SourcedFact = z.infer<typeof sourcedFact>;

/** An organisation whole, as of a day. */
export type Organisation = {
	readonly id: string;
	readonly kind: string;
	readonly asOf: string;
	/** Null where the organisation did not exist on the day. */
	readonly identity: IdentityPeriod | null;
	/** Every period, newest first. */
	readonly identities: readonly IdentityPeriod[];
	readonly keeper: OtherOrganisation | null;
	readonly county: OtherOrganisation | null;
	readonly predecessors: readonly Succession[];
	readonly successors: readonly Succession[];
	/** What it belongs to. */
	readonly belongsTo: readonly Affiliation[];
	/** What belongs to it. */
	readonly has: readonly Affiliation[];
	readonly facts: readonly SourcedFact[];
	readonly unitCount: number;
	readonly can: {
		/** Change website and short name. */
		readonly change: boolean;
		/** Rename, renumber, merge, divide, affiliate. */
		readonly keepRegister: boolean;
		/** End it, where nobody takes over. */
		readonly end: boolean;
		/** Give it an administrator. */
		readonly appoint: boolean;
		/** Register an organisation that belongs to this one. */
		readonly registerBelow: boolean;
	};
};

/** Who a number leads to on a day: itself, or what it became, with the part of the population that went there. */
export type Resolved = OtherOrganisation & { readonly share: number };
