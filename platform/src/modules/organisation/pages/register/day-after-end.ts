import { addDays } from "../../../../day.ts";

/** The day something became of an organisation that has ended; empty where it goes on, and anybody must say. */
export function dayAfterEnd(newest: { readonly validTo: string | null }, today: string): string {
	return newest.validTo !== null && newest.validTo < today ? addDays(newest.validTo, 1) : "";
}
