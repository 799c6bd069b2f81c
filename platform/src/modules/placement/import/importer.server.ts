import { createHash } from "node:crypto";
import type { Work } from "../../../database/work.server.ts";
import { inEachLanguage } from "../../../language.ts";
import type { Contract, RowOf } from "../../../spreadsheet/contract.ts";
import type { SheetRefusal } from "../../../spreadsheet/refusal.ts";
import type { ReadRow, SheetFacts } from "../../../spreadsheet/result.ts";
import { describeRefusal } from "../../../spreadsheet/text.ts";
import { readSheetInWorker } from "../../../spreadsheet/worker.server.ts";
import {
	type ImportPreview,
	importLimits,
	type PreviewLine,
	type RowFinding,
	type RowRefusalCode,
	type RowWarningCode,
	type Told,
} from "./contract.ts";
import { tellFinding } from "./finding-text.ts";

/** What a file would do, worked out in one unit of work; `write` does it in the same. */
export type Planned = { readonly preview: ImportPreview; write(): Promise<void> };
/** A file that has been read, ready to be held against what is there, as often as needed. */
export type ReadFile = { plan(work: Work, organisationId: string): Promise<Planned> };

export type Importer = {
	/** Reads a file in a thread. The form of the sheet is asked for in a unit of work of its own. */
	read(
		file: { readonly content: Uint8Array; readonly fileName: string; readonly sheet: string | null },
		reading: <Value>(work: (work: Work) => Promise<Value>) => Promise<Value>,
	): Promise<ReadFile>;
	sheet(work: Work): Promise<Contract>;
};

export type Plan = {
	readonly created: readonly PreviewLine[];
	readonly changed: readonly PreviewLine[];
	readonly unchanged: number;
	/** Those that are there and not in the file. */
	readonly untouched: number;
	/** Claims of students, periods of courses: what comes with the rows. */
	readonly besides: number;
	readonly refusals: readonly RowFinding<RowRefusalCode>[];
	readonly warnings: readonly RowFinding<RowWarningCode>[];
	/** What a person approves, as plain data: it must be the same when it is done. */
	readonly approved: readonly unknown[];
	write(): Promise<void>;
};

/** An importer of one kind of rows. */
export function importer<One extends Contract>(kind: {
	sheet(work: Work): Promise<One>;
	plan(
		work: Work,
		organisationId: string,
		read: SheetFacts & { readonly rows: readonly ReadRow<RowOf<One>>[] },
	): Promise<Plan>;
}): Importer {
	return {
		sheet: kind.sheet,
		async read({ content, fileName, sheet }, reading) {
			const contract = await reading(kind.sheet);
			const result = await readSheetInWorker(content, fileName, contract, {
				...(sheet === null ? {} : { sheet }),
				limits: { rows: importLimits.rows, refusals: importLimits.told },
			});
			if ("refusals" in result)
				return { plan: async () => ({ preview: unreadable(result.refusals, result.refusalCount), write: nothing }) };
			return {
				async plan(work, organisationId) {
					const plan = await kind.plan(work, organisationId, result);
					const tell = (one: RowFinding<RowRefusalCode | RowWarningCode>) => tellFinding(one, result, contract);
					return { preview: previewOf(plan, result, tell), write: plan.write };
				},
			};
		},
	};
}

async function nothing(): Promise<void> {
	throw new Error("A file that was refused has nothing to write");
}

function unreadable(refusals: readonly SheetRefusal[], refusalCount: number): ImportPreview {
	return {
		counts: { created: 0, changed: 0, unchanged: 0, untouched: 0, besides: 0 },
		...{ created: [], changed: [], warnings: [], warningCount: 0, ignored: [], fingerprint: "" },
		refusals: refusals.map(toldCell),
		refusalCount,
		sheets: refusals.flatMap((refusal) => (refusal.code === "severalSheets" ? refusal.detail.sheets : [])),
	};
}

function toldCell(refusal: SheetRefusal): Told {
	const { nb, nn, en } = inEachLanguage((language) => describeRefusal(refusal, language));
	return {
		place: { nb: nb.place, nn: nn.place, en: en.place },
		problem: { nb: nb.problem, nn: nn.problem, en: en.problem },
		remedy: { nb: nb.remedy, nn: nn.remedy, en: en.remedy },
	};
}

function previewOf(
	plan: Plan,
	read: SheetFacts,
	tell: (one: RowFinding<RowRefusalCode | RowWarningCode>) => Told,
): ImportPreview {
	const { created, changed, unchanged, untouched, besides, refusals, warnings } = plan;
	const hash = createHash("sha256");
	for (const one of plan.approved) hash.update(`${JSON.stringify(one)}\n`);
	return {
		counts: { created: created.length, changed: changed.length, unchanged, untouched, besides },
		created: created.slice(0, importLimits.lines),
		changed: changed.slice(0, importLimits.lines),
		refusals: refusals.slice(0, importLimits.told).map(tell),
		refusalCount: refusals.length,
		warnings: warnings.slice(0, importLimits.told).map(tell),
		warningCount: warnings.length,
		sheets: [],
		ignored: read.ignoredColumns.map(({ column, header }) => header ?? column),
		fingerprint: hash.digest("base64url"),
	};
}
