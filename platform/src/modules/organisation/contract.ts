import { z } from "zod";
import { isId } from "../../id.ts";
import { professions, responsibilities, roles } from "./codes.ts";

export * from "./codes.ts";

/**
 * The nouns every part of this room, and every room above it, uses. Kinds of organisation, sectors and settings are data
 * (tables, see `readVocabulary`); roles, responsibilities and professions are code, because rules are made of them.
 */

export const role = z.enum(roles);
export const responsibility = z.enum(responsibilities);
export const profession = z.enum(professions);

/** A calendar day, YYYY-MM-DD. Every last day is inclusive. */
export const day = z.iso.date();

export const id = z.uuid();
export { isId };

export const name = z.string().trim().min(1).max(200);
export const email = z.email().max(320);
export const phone = z
	.string()
	.trim()
	.max(40)
	.refine((text) => /^\+?[0-9][0-9 ()-]{2,}$/.test(text), { params: { code: "phone" } });
export const latitude = z.number().min(-90).max(90);
export const longitude = z.number().min(-180).max(180);
export const municipalityNumber = z.stringFormat("municipality-number", /^[0-9]{4}$/);
export const postcode = z.stringFormat("postcode", /^[0-9]{4}$/);
/** The version of what the person looked at: somebody else may have changed it since. */
export const version = z.int().min(1);

/** Refusals any verb of this room can give; `missing` is also the answer to a forged or foreign id. */
export const commonRefusals = ["missing", "not-allowed", "changed-by-another", "ends-before-start"] as const;
export type CommonRefusal = (typeof commonRefusals)[number];

/** The same word in the three languages, as the vocabulary tables hold it. */
export type Names = { readonly nb: string; readonly nn: string; readonly en: string };

export type KindOfOrganisation = { readonly code: string; readonly name: Names; readonly plural: Names };
export type Sector = { readonly code: string; readonly name: Names };
export type Setting = { readonly code: string; readonly sector: string; readonly name: Names };
export type Vocabulary = {
	readonly kinds: readonly KindOfOrganisation[];
	readonly sectors: readonly Sector[];
	readonly settings: readonly Setting[];
};

/** A page of a list, and how many rows there are on all pages. */
export type Page<Row> = { readonly rows: readonly Row[]; readonly total: number };

/** Which page of a list, as `tableState` reads it from an address. Without a page size, everything. */
export type Paging = { readonly offset?: number; readonly pageSize?: number };
