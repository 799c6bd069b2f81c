import { z } from "zod";
import { commonRefusals } from "../../organisation/contract.ts";
import { type AskedMonths, type Hinder, hinders, type Uses, usesOf } from "./codes.ts";

export const usedAnswer = z.object({ uses: z.enum(usesOf), hinder: z.enum(hinders).nullable() });
export type UsedAnswer = z.infer<typeof usedAnswer>;

/** What somebody is asked. */
export type UsedAsk = {
	readonly organisationId: string;
	readonly id: string;
	readonly months: AskedMonths;
	readonly entryOrganisationId: string;
	readonly entryId: string;
	readonly answered: boolean;
	/** What the study is called, and its number where it has no name; null when it is forgotten. */
	readonly title: string | null;
	readonly number: number | null;
	readonly named: boolean;
	readonly unitId: string | null;
};

/** What a link can be given for: a study completed long enough ago, that has not been answered for. */
export type UsedToGive = {
	/** What was asked; null before it is. */
	readonly id: string | null;
	readonly studyId: string;
	readonly months: AskedMonths;
	readonly askedOn: string | null;
	readonly title: string;
	readonly number: number;
	readonly name: string | null;
	readonly email: string | null;
	readonly unitId: string;
};

/** How many answered what, of one kind. */
export type UsedCount = {
	readonly months: AskedMonths;
	readonly entryId: string;
	readonly name: string;
	readonly nameNn: string | null;
	readonly nameEn: string | null;
	readonly uses: Uses;
	readonly hinder: Hinder | null;
	readonly answers: number;
};

/** How many were asked, and how many have answered. */
export type AskedCount = { readonly months: AskedMonths; readonly asked: number; readonly answered: number };

export const usedRefusals = [...commonRefusals, "already-answered"] as const;
export type UsedRefusal = (typeof usedRefusals)[number];
