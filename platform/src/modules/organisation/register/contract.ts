import { z } from "zod";
import {
	affiliationKinds,
	commonRefusals,
	day,
	email,
	id,
	latitude,
	longitude,
	municipalityNumber,
	name,
} from "../contract.ts";

/** What an organisation is called and where it sits, with where that is known from. */
export const identityValues = z.object({
	name,
	shortName: z.string().trim().min(1).max(60).nullable(),
	otherNames: z.array(z.string().trim().min(1).max(200)).max(50),
	/** Municipality or county number, DBH code, organisation number: whatever the kind is known by. */
	number: z.string().trim().min(1).max(20).nullable(),
	countyNumber: z
		.string()
		.regex(/^[0-9]{2}$/)
		.nullable(),
	municipalityNumber: municipalityNumber.nullable(),
	latitude: latitude.nullable(),
	longitude: longitude.nullable(),
	place: z.string().trim().max(100).nullable(),
	website: z
		.url({ protocol: /^https?$/ })
		.max(300)
		.nullable(),
	/** Where this is known from: a decision, a regulation, a web page. */
	source: z.string().trim().min(1).max(300),
	sourceDate: day,
});
export type IdentityValues = z.infer<typeof identityValues>;

/** A new organisation; without a day, from today. */
export const newOrganisation = identityValues.extend({ kind: z.string().min(1).max(60), validFrom: day.nullable() });
export type NewOrganisation = z.infer<typeof newOrganisation>;

/** What an organisation may change of itself, as of today. */
export const ownDetails = z.object({
	version: z.int().min(1),
	shortName: identityValues.shape.shortName,
	website: identityValues.shape.website,
	/** What letters to it are written in; as it is where none is given. */
	language: z.enum(["nb", "nn", "en"]).optional(),
});
export type OwnDetails = z.infer<typeof ownDetails>;

/** Another name, number or seat from a day on. */
export const newPeriod = identityValues.extend({ from: day });
export type NewPeriod = z.infer<typeof newPeriod>;

/** Who goes on: an organisation there is, or (with `made`) a new one. */
export const successor = z.object({ organisationId: id.nullable(), made: identityValues.nullable() });
export type Successor = z.infer<typeof successor>;

/** Organisations that become one on a day. */
export const merger = z.object({
	predecessorIds: z.array(id).min(1).max(50),
	successor,
	happenedOn: day,
	source: identityValues.shape.source,
});
export type Merger = z.infer<typeof merger>;

/** One organisation that becomes several on a day, each with its share of the population. */
export const division = z.object({
	predecessorId: id,
	successors: z
		.array(
			successor.extend({
				share: z.number().positive().max(1),
				/** Units (with all below them) that go here; what nobody is given goes to the one with the largest share. */
				unitIds: z.array(id).max(10_000),
			}),
		)
		.min(2)
		.max(50),
	happenedOn: day,
	source: identityValues.shape.source,
});
export type Division = z.infer<typeof division>;

export const newAffiliation = z.object({ organisationId: id, parentId: id, kind: z.enum(affiliationKinds), from: day });
export type NewAffiliation = z.infer<typeof newAffiliation>;

export const appointment = z.object({ name, email });
export type Appointment = z.infer<typeof appointment>;

export const registerRefusals = [
	...commonRefusals,
	"kind-unknown",
	"kind-not-yours",
	"number-taken",
	"half-coordinates",
	"not-existing-then",
	"ended-another-day",
	"before-current-period",
	"later-period",
	"already-succeeded",
	"own-successor",
	"kinds-differ",
	"successor-unknown",
	"shares-not-one",
	"already-affiliated",
	"own-affiliate",
	"already-administrator",
	"organisation-unclear",
] as const;
export type RegisterRefusal = (typeof registerRefusals)[number];

/** Which kinds an organisation may register below itself, by its own kind. The operator may register any. */
export const keptKinds: Readonly<Record<string, readonly string[]>> = {
	municipality: ["gp-office", "user-council", "private-provider", "network-host", "nav"],
	county: ["vocational-college", "user-council", "network-host"],
	institution: ["research-institute", "network-host"],
	"hospital-trust": ["user-council"],
};
