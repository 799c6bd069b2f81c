import { createHash } from "node:crypto";
import type { Work } from "../../../database/work.server.ts";
import { inEachLanguage } from "../../../language.ts";
import type { Contract, RowOf } from "../../../spreadsheet/contract.ts";
import type { SheetRefusal } from "../../../spreadsheet/refusal.ts";
import type { PartRow, Refused, SheetFacts } from "../../../spreadsheet/result.ts";
import { describeRefusal } from "../../../spreadsheet/text.ts";
import { readSheetInWorker } from "../../../spreadsheet/worker.server.ts";
import {
	type ImportCounts,
	type ImportPreview,
	importLimits,
	type JudgedRow,
	type PreviewLine,
	type RowRefusal,
	type ToldRefusal,
} from "./contract.ts";
import { tellRowRefusal } from "./refusal-text.ts";
import { inTurns, rowsInTurn, type Turns } from "./turns.ts";

export type ReadSheet<Row> = SheetFacts & { readonly rows: readonly JudgedRow<Row>[] };

/** What a file would do, worked out in one unit of work; `write` does it in the same. */
export type Planned = { readonly preview: ImportPreview; write(): Promise<void> };

/** A file that has been read, ready to be held against what is there, as often as needed. */
export type ReadFile = { plan(work: Work, organisationId: string): Promise<Planned> };

export type Importer = {
	/** Reads a file in a thread. The contract is asked for in a unit of work of its own. */
	read(file: {
		readonly content: Uint8Array;
		readonly fileName: string;
		readonly sheet: string | null;
		readonly signal?: AbortSignal;
		reading<Value>(work: (work: Work) => Promise<Value>): Promise<Value>;
	}): Promise<ReadFile>;
	sheet(work: Work): Promise<Contract>;
};

type Plan = {
	readonly created: readonly PreviewLine[];
	readonly changed: readonly PreviewLine[];
	readonly unchanged: readonly PreviewLine[];
	/** Those that are there and not in the file. */
	readonly untouched: number;
	/** Leaders given their role beside. */
	readonly leaders?: number;
	readonly refusals: readonly RowRefusal[];
	/** What a person approves, one by one and as plain data: it must be the same when it is done. */
	readonly approved: readonly unknown[];
	write(): Promise<void>;
};

/** An importer of one kind of rows. */
export function importer<One extends Contract>(kind: {
	sheet(work: Work): Promise<One>;
	/** A row with something in place of what it must have and cannot be read; the judgement does not look at it. */
	whole(value: PartRow<RowOf<One>>["value"]): RowOf<One>;
	plan(work: Work, organisationId: string, read: ReadSheet<RowOf<One>>): Promise<Plan>;
}): Importer {
	return {
		sheet: kind.sheet,
		async read({ content, fileName, sheet, signal, reading }) {
			const contract = await reading(kind.sheet);
			const result = await readSheetInWorker(content, fileName, contract, {
				...(sheet === null ? {} : { sheet }),
				...(signal === undefined ? {} : { signal }),
				limits: { rows: importLimits.rows, refusals: importLimits.refusals },
			});
			if ("refusals" in result) {
				const { part } = result;
				if (!part) return { plan: async () => refusedPlan(result, []) };
				// The file is refused already; what else is wrong with it shall be told in the same round.
				const rows = part.rows.map(({ sheetRow, value, broken }) => ({
					...{ sheetRow, value: kind.whole(value), broken: broken.length === 0 ? nothingBroken : new Set(broken) },
				}));
				return {
					async plan(work, organisationId) {
						const { refusals } = await kind.plan(work, organisationId, { ...part, rows });
						return refusedPlan(
							result,
							refusals.map((refusal) => toldRow(refusal, part, contract)),
						);
					},
				};
			}
			const rows = result.rows.map((row) => ({ ...row, broken: nothingBroken }));
			return {
				async plan(work, organisationId) {
					const plan = await kind.plan(work, organisationId, { ...result, rows });
					const fingerprint = await inTurns(fingerprintOf(plan.approved));
					return { preview: previewOf(plan, result, contract, fingerprint), write: plan.write };
				},
			};
		},
	};
}

const nothingBroken: ReadonlySet<string> = new Set();
const nothing: ImportCounts = { created: 0, changed: 0, unchanged: 0, untouched: 0, leaders: 0 };

type ToldRow = { readonly row: number | null; readonly told: ToldRefusal };

function toldRow(refusal: RowRefusal, read: SheetFacts, contract: Contract): ToldRow {
	return { row: refusal.row, told: tellRowRefusal(refusal, read, contract) };
}

/** What is wrong with cells and with rows, in the order of the sheet. */
function refusedPlan({ refusals, refusalCount }: Refused, rowRefusals: readonly ToldRow[]): Planned {
	const sheets = refusals.flatMap((refusal) => (refusal.code === "severalSheets" ? refusal.detail.sheets : []));
	return {
		preview: {
			...{ counts: nothing, created: [], changed: [], unchanged: [] },
			refusals: [...refusals.map(toldCell), ...rowRefusals]
				.sort((one, other) => (one.row ?? 0) - (other.row ?? 0))
				.slice(0, importLimits.refusals)
				.map(({ told }) => told),
			refusalCount: refusalCount + rowRefusals.length,
			...{ sheet: null, sheets, ignored: [], fingerprint: "" },
		},
		write: async () => {
			throw new Error("A file that was refused has nothing to write");
		},
	};
}

function toldCell(refusal: SheetRefusal): ToldRow {
	const { nb, nn, en } = inEachLanguage((language) => describeRefusal(refusal, language));
	return {
		row: refusal.row,
		told: {
			place: { nb: nb.place, nn: nn.place, en: en.place },
			problem: { nb: nb.problem, nn: nn.problem, en: en.problem },
			remedy: { nb: nb.remedy, nn: nn.remedy, en: en.remedy },
		},
	};
}

function previewOf(plan: Plan, read: SheetFacts, contract: Contract, fingerprint: string): ImportPreview {
	const { created, changed, unchanged, untouched, leaders = 0, refusals } = plan;
	const first = (lines: readonly PreviewLine[]) => lines.slice(0, importLimits.lines);
	return {
		counts: {
			...{ created: created.length, changed: changed.length, unchanged: unchanged.length },
			...{ untouched, leaders },
		},
		...{ created: first(created), changed: first(changed), unchanged: first(unchanged) },
		refusals: refusals.slice(0, importLimits.refusals).map((refusal) => tellRowRefusal(refusal, read, contract)),
		refusalCount: refusals.length,
		sheet: read.sheet,
		sheets: [],
		ignored: read.ignoredColumns.map(({ column, header }) => header ?? column),
		fingerprint,
	};
}

function* fingerprintOf(approved: readonly unknown[]): Turns<string> {
	const hash = createHash("sha256");
	for (let start = 0; start < approved.length; start += rowsInTurn) {
		hash.update(JSON.stringify(approved.slice(start, start + rowsInTurn)));
		yield;
	}
	return hash.digest("base64url");
}
