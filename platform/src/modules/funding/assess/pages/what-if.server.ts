import { readNumber } from "../../../../forms/read-text.ts";
import { type Proposal, proposals } from "../rules.ts";

/** What was asked of the pot; no way while nothing is asked. */
export function readWhatIf(
	given: { get(name: string): FormDataEntryValue | null },
	pot: number,
): { readonly way: Proposal | null; readonly pot: number; readonly floor: number } {
	const kroner = (name: string, otherwise: number) => {
		const read = readNumber(String(given.get(name) ?? ""));
		return read !== undefined && Number.isSafeInteger(read) && read >= 0 ? read : otherwise;
	};
	const way = proposals.find((one) => one === given.get("way")) ?? null;
	return { way, pot: kroner("pot", pot), floor: kroner("floor", 0) };
}

/** Those the pot can be shared among: what stands and can be considered. */
export function toShareAmong<Row extends { readonly withdrawn: boolean; readonly eligible: boolean | null }>(
	rows: readonly Row[],
): readonly Row[] {
	return rows.filter(({ withdrawn, eligible }) => !withdrawn && eligible !== false);
}
