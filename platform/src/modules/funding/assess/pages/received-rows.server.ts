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
	const { sort, offset, pageSize } = state;
	const all = judged ?? (sort === "score" ? await judgeHeads(work, call, heads) : null);
	const of = all && sort === "score" ? valueIn(all, ({ mean }) => mean) : await headValue();
	if (all) {
		const found = narrowReceived(all, state, of);
		return { total: found.length, rows: await detailHeads(work, call, found.slice(offset, offset + pageSize)) };
	}
	const found = narrowReceived(heads, state, of);
	const page = await judgeHeads(work, call, found.slice(offset, offset + pageSize));
	return { total: found.length, rows: await detailHeads(work, call, page) };

	async function headValue(): Promise<(head: ReceivedHead) => number | null> {
		if (sort === "name" || sort === "applied" || sort === "score") return ({ applied }) => applied;
		return valueIn(await detailHeads(work, call, heads), (row) => row[sort]);
	}
}

function valueIn<Row extends ReceivedHead>(rows: readonly Row[], of: (row: Row) => number | null) {
	const values = new Map(rows.map((row) => [row.id, of(row)]));
	return ({ id }: ReceivedHead): number | null => values.get(id) ?? null;
}
