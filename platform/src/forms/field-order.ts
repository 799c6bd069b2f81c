import type { Refusal } from "../outcome.ts";

/** Refusals in the order the fields stand on the page; those of the whole form first. */
export function inFieldOrder(refusals: readonly Refusal[], fields: readonly string[]): readonly Refusal[] {
	const place = ({ field }: Refusal) => (field === undefined ? -1 : fields.indexOf(field));
	return refusals.toSorted((one, other) => place(one) - place(other));
}
