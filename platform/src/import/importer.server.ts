import { createHash } from "node:crypto";
import type { Work } from "../database/work.server.ts";
import { inEachLanguage } from "../language.ts";
import type { Contract, RowOf } from "../spreadsheet/contract.ts";
import type { SheetRefusal } from "../spreadsheet/refusal.ts";
import type { PartRow, Refused, SheetFacts } from "../spreadsheet/result.ts";
import { describeRefusal } from "../spreadsheet/text.ts";
import { readSheetInWorker } from "../spreadsheet/worker.server.ts";
import {
	type ImportCounts,
	type ImportPreview,
	importLimits,
	type JudgedRow,
	type PreviewLine,
	type RowFinding,
	type ToldFinding,
} from "./contract.ts";
import { type FindingText, tellFinding } from "./told.ts";
import { inTurns, rowsInTurn, type Turns } from "./turns.ts";

export type ReadSheet<Row> = SheetFacts & { readonly rows: readonly JudgedRow<Row>[] };

/** Tells how far the writing has come; may throw, when whoever asked has cancelled. */
export type Tell = (done: number, of: number) => Promise<void>;

/** What a file would do, worked out in one unit of work; `write` does it in the same. */
export type Planned = { readonly preview: ImportPreview; write(tell: Tell): Promise<void> };

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

export type Plan<Code extends string> = {
	readonly created: readonly PreviewLine[];
	readonly changed: readonly PreviewLine[];
	readonly unchanged: readonly PreviewLine[];
	/** Those that are there and not in the file. */
	readonly untouched: number;
	/** What comes with the rows. */
	readonly besides?: number;
	/** What comes with these again. */
	readonly further?: number;
	readonly refusals: readonly RowFinding<Code>[];
	readonly warnings?: readonly RowFinding<Code>[];
	/** What a person approves, one by one and as plain data: it must be the same when it is done. */
	readonly approved: readonly unknown[];
	/** Writes it all, piece by piece, and tells now and then how far it has come. */
	write(tell: Tell): Promise<void>;
};

/** An importer of one kind of rows. */
export function importer<One extends Contract, Code extends string>(kind: {
	sheet(work: Work): Promise<One>;
	/** What people are given to fill in, where the file may have more: columns that only a list taken out has. */
	template?(work: Work): Promise<Contract>;
	/** What is wrong with rows, in words. */
	readonly text: FindingText<Code>;
	/** A row with something in place of what it must have and cannot be read; the judgement does not look at it. */
	whole(value: PartRow<RowOf<One>>["value"]): RowOf<One>;
	plan(work: Work, organisationId: string, read: ReadSheet<RowOf<One>>): Promise<Plan<Code>>;
}): Importer {
	return {
		sheet: kind.template ?? kind.sheet,
		async read({ content, fileName, sheet, signal, reading }) {
			const contract = await reading(kind.sheet);
			const result = await readSheetInWorker(content, fileName, contract, {
				...(sheet === null ? {} : { sheet }),
				...(signal === undefined ? {} : { signal }),
				limits: { rows: importLimits.rows, refusals: importLimits.refusals },
			});
			const teller = (read: SheetFacts) => (one: RowFinding<Code>) => tellFinding(one, read, contract, kind.text);
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
						const tell = teller(part);
						return refusedPlan(
							result,
							refusals.map((refusal) => ({ row: refusal.row, told: tell(refusal) })),
						);
					},
				};
			}
			const rows = result.rows.map((row) => ({ ...row, broken: nothingBroken }));
			return {
				async plan(work, organisationId) {
					const plan = await kind.plan(work, organisationId, { ...result, rows });
					const fingerprint = await inTurns(fingerprintOf(plan.approved));
					return { preview: previewOf(plan, result, teller(result), fingerprint), write: plan.write };
				},
			};
		},
	};
}

const nothingBroken: ReadonlySet<string> = new Set();
const nothing: ImportCounts = { created: 0, changed: 0, unchanged: 0, untouched: 0, besides: 0 };

type ToldRow = { readonly row: number | null; readonly told: ToldFinding };

/** What is wrong with cells and with rows, in the order of the sheet. */
function refusedPlan(
	{ refusals, refusalCount, part }: Refused & { readonly part?: SheetFacts },
	rowRefusals: readonly ToldRow[],
): Planned {
	const sheets = refusals.flatMap((refusal) => (refusal.code === "severalSheets" ? refusal.detail.sheets : []));
	return {
		preview: {
			...{ counts: nothing, created: [], changed: [], unchanged: [], warnings: [], warningCount: 0 },
			refusals: [...refusals.map(toldCell), ...rowRefusals]
				.sort((one, other) => (one.row ?? 0) - (other.row ?? 0))
				.slice(0, importLimits.refusals)
				.map(({ told }) => told),
			refusalCount: refusalCount + rowRefusals.length,
			...{ sheet: null, sheets, ignored: part ? ignoredOf(part) : [], fingerprint: "" },
			...(part ? { headers: headersOf(part) } : {}),
		},
		write: async () => {
			throw new Error("A file that was refused has nothing to write");
		},
	};
}

function ignoredOf({ ignoredColumns }: SheetFacts): string[] {
	return ignoredColumns.map(({ column, header }) => header ?? column);
}

function headersOf({ columns, ignoredColumns }: SheetFacts): string[] {
	return [...columns, ...ignoredColumns].flatMap(({ header }) => header ?? []);
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

function previewOf<Code extends string>(
	plan: Plan<Code>,
	read: SheetFacts,
	tell: (finding: RowFinding<Code>) => ToldFinding,
	fingerprint: string,
): ImportPreview {
	const { created, changed, unchanged, untouched, besides = 0, further, refusals, warnings = [] } = plan;
	const first = (lines: readonly PreviewLine[]) => lines.slice(0, importLimits.lines);
	return {
		counts: {
			...{ created: created.length, changed: changed.length, unchanged: unchanged.length },
			...{ untouched, besides, ...(further === undefined ? {} : { further }) },
		},
		...{ created: first(created), changed: first(changed), unchanged: first(unchanged) },
		refusals: refusals.slice(0, importLimits.refusals).map(tell),
		refusalCount: refusals.length,
		warnings: warnings.slice(0, importLimits.refusals).map(tell),
		warningCount: warnings.length,
		sheet: read.sheet,
		sheets: [],
		ignored: ignoredOf(read),
		totals: read.totalRows.slice(0, importLimits.lines),
		headers: headersOf(read),
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
