import { z } from "zod";
import { id } from "../../organisation/contract.ts";
import { type AgreementRefusal, themes } from "../contract.ts";
import type { Coverage, CoverageCut } from "./codes.ts";

/** A municipality with what is known of it, and the agreements in force it is in that the asker may see. */
export type CoveredMunicipality = {
	readonly id: string;
	readonly name: string;
	readonly countyNumber: string | null;
	readonly latitude: number | null;
	readonly longitude: number | null;
	readonly population: number | null;
	/** Statistics Norway's class, 1 (most central) to 6. */
	readonly centrality: number | null;
	/** Estimated minutes by road to the nearest campus; null where one of the places is not known. */
	readonly minutes: number | null;
	readonly campus: string | null;
	readonly coverage: Coverage;
	readonly agreements: number;
	/** What those agreements are about, by sector; of those that do not say, one empty word. */
	readonly sectors: readonly string[];
};

/** What the agreements of a municipality are about, and with whom. */
export type Covering = {
	readonly themes: readonly string[];
	/** The education side of those agreements. */
	readonly partners: readonly string[];
};

/**
 * Of the municipalities of a class, those with an agreement; null: the class is not known. A sector is no class of
 * municipalities, but of agreements: of all of them, those with an agreement in it.
 */
export type CoverageClass = {
	readonly code: string | null;
	readonly municipalities: number;
	readonly covered: number;
	readonly followedUp: number;
};

export type CoverageQuery = {
	readonly theme?: string | undefined;
	readonly county?: string | undefined;
	readonly sector?: string | undefined;
	/** Only agreements the organisation acted for is in. */
	readonly own?: boolean;
};

export type CoveragePage = {
	readonly municipalities: readonly CoveredMunicipality[];
	/** How many agreements it is counted from. */
	readonly agreements: number;
	readonly cuts: Readonly<Record<CoverageCut, readonly CoverageClass[]>>;
};

/** A party to own agreements in force that is not met anywhere: without a shared arena, or with one that has not met for a year. */
export type UnmetParty = {
	readonly id: string;
	readonly name: string;
	readonly agreements: readonly { readonly id: string; readonly title: string }[];
	/** The arena that met last; null where they share none. */
	readonly arena: { readonly name: string; readonly path: string; readonly lastMetOn: string | null } | null;
};

/** An own agreement that is weaker than it should be. */
export type WeakAgreement = {
	readonly id: string;
	readonly title: string;
	/** No theme has an arena with meetings. */
	readonly noArena: boolean;
	/** Parties where everything hangs on one person. */
	readonly onePerson: readonly string[];
};

export const newInterest = z.object({
	theme: z.enum(themes),
	/** Null: with anybody. */
	withId: id.nullable(),
	note: z.string().trim().max(1000),
});
export type NewInterest = z.infer<typeof newInterest>;

/** A theme somebody wants an agreement about. */
export type Interest = {
	readonly id: string;
	readonly organisationId: string;
	readonly organisationName: string;
	readonly theme: string;
	readonly withId: string | null;
	readonly withName: string | null;
	readonly note: string;
	readonly madeOn: string;
	/** Whether an agreement in force that the asker may see covers it: between the two, or of the one with anybody. */
	readonly agreed: boolean;
	/** Both have said they want it. */
	readonly mutual: boolean;
};

export const newInvitation = z.object({
	partyIds: z.array(id).min(2).max(60),
	themes: z.array(z.enum(themes)).min(1),
	message: z.string().trim().max(2000),
});
export type NewInvitation = z.infer<typeof newInvitation>;

export type Invitation = {
	readonly id: string;
	readonly organisationId: string;
	readonly brokerName: string;
	readonly parties: readonly { readonly id: string; readonly name: string }[];
	readonly themes: readonly string[];
	readonly message: string;
	readonly madeAt: Date;
	readonly madeBy: string | null;
	readonly takenBy: string | null;
	readonly takenByName: string | null;
	readonly takenAt: Date | null;
	/** The draft it became; read by its parties alone. */
	readonly agreementId: string | null;
};

export type CoverageRefusal = AgreementRefusal | "interest-stands" | "already-taken" | "own-organisation";
