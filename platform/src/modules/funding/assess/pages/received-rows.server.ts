import type { Work } from "../../../../database/work.server.ts";
import type { TableState } from "../../../../ui/table-state.ts";
import type { ReceivedHead } from "../contract.ts";
import type { Judged } from "../rules.ts";
import { detailHeads, judgeHeads, type ReceivedRow } from "../service.server.ts";
import { type Narrowing, narrowReceived } from "./table.ts";

type State = Narrowing & Pick<TableState, "offset" | "pageSize">;

/**
 * The applications on one page of a list and how many there are in all. All are read whole only where the order needs it; else
 * those on the page are, which with hundreds of applications is a tenth of the work.
 * @param judged all of them, where it is known how they are judged
 */
export async function rowsShown(
	work: Work,
	call: Parameters<typeof judgeHeads>[1],
	{
		heads,
		judged,
	}: { readonly heads: readonly ReceivedHead[]; readonly judged: readonly (ReceivedHead & Judged)[] | null },
	state: State,
): Promise<{ readonly rows: readonly ReceivedRow[]; readonly total: number }> {
	const found = narrowReceived(heads, state, await keyOf());
	const page = found.slice(state.offset, state.offset + state.pageSize);
	return { total: found.length, rows: await detailHeads(work, call, await judgeHeads(work, call, page)) };

	async function keyOf(): Promise<(head: ReceivedHead) => number | null> {
		const { sort } = state;
		if (sort === "name" || sort === "applied") return ({ applied }) => applied;
		const known =
			sort === "score"
				? (judged ?? (await judgeHeads(work, call, heads))).map(({ id, mean }) => [id, mean] as const)
				: (await detailHeads(work, call, heads)).map((row) => [row.id, row[sort]] as const);
		const values = new Map<string, number | null>(known);
		return ({ id }) => values.get(id) ?? null;
	}
}
