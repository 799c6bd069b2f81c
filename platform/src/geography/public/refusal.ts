import type { Place, SheetRefusal } from "../../spreadsheet/refusal.ts";

/** What public facts can be refused for, beyond what any sheet can be refused for. */
export type FactProblems = {
	readonly unknownMunicipality: Readonly<Record<string, never>>;
	readonly countyDiffers: { readonly county: string; readonly municipality: string };
	readonly outsideNorway: Readonly<Record<string, never>>;
	readonly sumDiffers: { readonly sum: number; readonly total: number };
	readonly missingMunicipalities: { readonly numbers: readonly string[] };
	readonly periodBackwards: { readonly from: number; readonly to: number };
	readonly sharesDoNotAddUp: { readonly number: string; readonly sum: number };
	readonly unclearSuccessor: { readonly number: string; readonly candidates: readonly string[] };
	readonly notInstitutionCode: Readonly<Record<string, never>>;
	readonly notJson: Readonly<Record<string, never>>;
	readonly notBoundaries: { readonly path: string };
};
export type FactCode = keyof FactProblems;

/** A problem with a fact, placed as the spreadsheet readers place theirs. */
export type FactRefusal<Code extends FactCode = FactCode> = {
	[One in Code]: Place & { readonly code: One; readonly detail: FactProblems[One] };
}[Code];

export type PublicRefusal = SheetRefusal | FactRefusal;

/** Where facts come from, in the shape they are stored and shown with. */
export type PublicSource = {
	readonly id: string;
	readonly title: string;
	readonly licence: string;
	readonly link: string;
	/** The day the facts hold for (YYYY-MM-DD). */
	readonly date: string;
};

/**
 * The facts of a file with where they come from, or every reason why not. What the publisher itself has wrong, and the
 * rest of the row does not depend on, is set aside: left out, and said.
 */
export type PublicRead<Facts> =
	| {
			readonly facts: Facts;
			readonly sources: readonly PublicSource[];
			readonly rowCount: number;
			readonly setAside: readonly FactRefusal[];
	  }
	| Refused;
type Refused = { readonly refusals: readonly PublicRefusal[]; readonly refusalCount: number };

/** Refusals kept; the rest are counted. */
const keptRefusals = 200;

/** The facts where nothing was found wrong. */
export function judged<Facts>(
	facts: Facts,
	sources: readonly PublicSource[],
	rowCount: number,
	refusals: readonly FactRefusal[],
	setAside: readonly FactRefusal[] = [],
): PublicRead<Facts> {
	if (refusals.length === 0) return { facts, sources, rowCount, setAside };
	return { refusals: refusals.slice(0, keptRefusals), refusalCount: refusals.length };
}

/** A problem with one cell, by row number and header; or with the whole file. */
export function factRefusal<Code extends FactCode>(
	problem: { readonly code: Code; readonly detail: FactProblems[Code] },
	place: { readonly row?: number; readonly header?: string; readonly value?: string | number } = {},
) {
	const { row = null, header = null, value } = place;
	const shown = value === undefined ? null : String(value).slice(0, 100);
	return { sheet: null, row, column: null, header, value: shown, ...problem };
}
