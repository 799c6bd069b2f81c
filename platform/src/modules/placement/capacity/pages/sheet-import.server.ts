import { z } from "zod";
import type { Language } from "../../../../language.ts";
import { type Contract, isRow, type RowOf } from "../../../../spreadsheet/contract.ts";
import { describeRefusal } from "../../../../spreadsheet/text.ts";
import { readSheetInWorker } from "../../../../spreadsheet/worker.server.ts";

/** What one file may hold: it goes to the page and back, because nothing is stored until somebody has approved it. */
const limits = { rows: 3000, refusals: 100 } as const;

type Row<One extends Contract> = { readonly row: number; readonly value: RowOf<One> };

/** Rows ready to be tried, or what is wrong with the file, in words. */
export type ReadRows<One extends Contract> =
	| { readonly rows: readonly Row<One>[]; readonly wrong?: never }
	| { readonly rows?: never; readonly wrong: readonly { readonly place: string; readonly what: string }[] };

const stored = z.array(z.object({ row: z.int(), value: z.record(z.string(), z.unknown()) })).max(limits.rows);

/**
 * The rows of a form that takes in a sheet: of the file that was chosen, or of the preview that was approved. Null where
 * no file was chosen.
 */
export async function readSheetForm<One extends Contract>(
	form: FormData,
	contract: One,
	language: Language,
): Promise<ReadRows<One> | null> {
	const approved = form.get("rows");
	if (typeof approved === "string") {
		const rows = stored.parse(JSON.parse(approved));
		return { rows: rows.flatMap(({ row, value }) => (isRow(contract, value) ? [{ row, value }] : [])) };
	}
	const file = form.get("file");
	if (!(file instanceof File) || file.size === 0) return null;
	const result = await readSheetInWorker(new Uint8Array(await file.arrayBuffer()), file.name, contract, { limits });
	if ("refusals" in result)
		return {
			wrong: result.refusals.map((refusal) => {
				const { place, problem, remedy } = describeRefusal(refusal, language);
				return { place, what: `${problem} ${remedy}` };
			}),
		};
	return { rows: result.rows.map(({ sheetRow, value }) => ({ row: sheetRow, value })) };
}
