import { v7 as uuidv7 } from "uuid";
import { piecesOf } from "../../../pieces.ts";

export type NewPlacement = {
	readonly claim: string;
	readonly offer: string;
	readonly rank: number | null;
	readonly minutes: number | null;
};

/** Placements to be written, some thousand at a time, as the JSON the database takes, each with an id of its own and one of its first event. */
export type Slice = { readonly count: number; readonly json: string };

const atOnce = 5000;

/** Nationally made in a thread: 50,000 of them are ten million letters. */
export function slicesOf(placements: readonly NewPlacement[]): readonly Slice[] {
	const slices: Slice[] = [];
	for (const slice of piecesOf(placements, atOnce)) {
		const rows = slice.map((row) => ({ ...row, id: uuidv7(), event: uuidv7() }));
		slices.push({ count: slice.length, json: JSON.stringify(rows) });
	}
	return slices;
}
