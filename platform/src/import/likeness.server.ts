import type { Work } from "../database/work.server.ts";
import type { Contract } from "../spreadsheet/contract.ts";
import { headerFinder } from "../spreadsheet/header.ts";
import { findImportKind, type ImportKind, listImportKinds } from "./kind.server.ts";

/** Headers another kind must know besides what this one knows: some are in all sheets, such as the name. */
const clearly = 2;

/** The kind a file rather is of, by its headers, among those the asker may import; undefined where it is where it belongs. */
export async function likelierKind(
	work: Work,
	name: string,
	headers: readonly string[],
): Promise<ImportKind | undefined> {
	const own = findImportKind(name);
	if (!own || headers.length === 0) return undefined;
	let most = knownOf(await own.importer.sheet(work), headers) + clearly - 1;
	let likelier: ImportKind | undefined;
	for (const kind of listImportKinds()) {
		if (kind.name === name) continue;
		const known = knownOf(await kind.importer.sheet(work), headers);
		if (known <= most || !(await kind.mayImport(work))) continue;
		likelier = kind;
		most = known;
	}
	return likelier;
}

/** How many columns of a contract the headers name. */
function knownOf({ columns }: Contract, headers: readonly string[]): number {
	const find = headerFinder(columns);
	return new Set(headers.map(find).filter((column) => column !== null)).size;
}
