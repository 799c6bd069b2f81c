import type { Work } from "../database/work.server.ts";
import type { Language } from "../language.ts";
import type { Contract, RowOf } from "../spreadsheet/contract.ts";
import { sheetOf, type WrittenSheet } from "../spreadsheet/written.ts";
import type { Importer } from "./importer.server.ts";

/** What the pages of import say of one kind, in one language. */
export type ImportWords = {
	/** `Studenter` */
	readonly title: string;
	/** What can be brought, in a sentence. */
	readonly about: string;
	/** `Importer studenter` */
	readonly upload: string;
	/** `Last ned studentene dere har` */
	readonly current: string;
	/** How the file is read, rule by rule. */
	readonly rules: readonly string[];
	/** What the second column of a preview is, and what a blank in it means. */
	readonly where: string;
	readonly nowhere: string;
	/** What comes with the rows, as a label of its number; null where nothing does. */
	readonly besides: string | null;
	/** What comes with these again; missing where nothing does. */
	readonly further?: string;
	/** `Importer 3 studenter`; `shown` is the count as it is written. */
	readonly take: (count: number, shown: string) => string;
	/** `Se studentene` */
	readonly see: string;
	/** What the job is called: `Import av studenter`. */
	readonly job: string;
	/** Names of the files a person gets, without extension. */
	readonly files: { readonly current: string; readonly template: string };
};

/** What is there today, as the sheet an import reads. */
export type CurrentSheet = { readonly sheet: WrittenSheet; readonly rows: number };
export type AboutCurrent = { readonly language: Language; readonly notes: readonly string[] };

/** Rows as the sheet an import reads. */
export function currentSheet<One extends Contract>(
	contract: One,
	rows: readonly RowOf<One>[],
	{ language, notes }: AboutCurrent,
): CurrentSheet {
	return { sheet: sheetOf(contract, rows, { name: contract.title[language], notes }), rows: rows.length };
}

/** A kind of rows a room takes in from spreadsheets. */
export type ImportKind = {
	/** In addresses and on the command line: `students`. */
	readonly name: string;
	readonly words: (language: Language) => ImportWords;
	readonly importer: Importer;
	/** Whether the asker may import anything of this kind; each row is judged for itself. */
	mayImport(work: Work): Promise<boolean>;
	/** Whether the asker, who may import, may also open what a colleague has uploaded. */
	mayOpenAll(work: Work): Promise<boolean>;
	/** What the log says was done. */
	readonly verbs: { readonly taken: string; readonly exported: string };
	current(work: Work, organisationId: string, about: AboutCurrent): Promise<CurrentSheet>;
	/** The page where what was taken in is seen. */
	seenAt(organisationId: string): string;
};

/** Another way in, that has pages of its own. */
export type ImportWay = {
	readonly to: string;
	readonly words: (language: Language) => { readonly title: string; readonly about: string };
	mayTake(work: Work): Promise<boolean>;
};

const kinds = new Map<string, ImportKind>();
const ways: ImportWay[] = [];

/** A room tells what it takes in. Called once a kind, at start-up. */
export function registerImportKind(kind: ImportKind): void {
	if (kinds.has(kind.name)) throw new Error(`import kind ${kind.name} is registered twice`);
	kinds.set(kind.name, kind);
}

export function registerImportWay(way: ImportWay): void {
	ways.push(way);
}

/** The kind with a name; undefined where no room has registered it. */
export function findImportKind(name: string | undefined): ImportKind | undefined {
	return name === undefined ? undefined : kinds.get(name);
}

/** Every kind, in the order the rooms registered them. */
export function listImportKinds(): readonly ImportKind[] {
	return [...kinds.values()];
}

export function listImportWays(): readonly ImportWay[] {
	return ways;
}
