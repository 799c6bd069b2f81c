import type { TestDatabase } from "../../../../../test/database.ts";
import { system } from "../../../../identity/actor.ts";
import { writeWorkbook } from "../../../../spreadsheet/write.server.ts";
import { sheetOf } from "../../../../spreadsheet/written.ts";
import { readVocabulary } from "../../service.server.ts";
import { type UnitSheetRow, unitSheet } from "../units/sheet.ts";

const blankUnit: UnitSheetRow = {
	...{ code: null, name: "", parent: null, setting: "nursing-home", sector: null, address: null, postcode: null },
	...{ place: null, municipalityNumber: null, email: null, phone: null, published: null, validFrom: null },
	...{ leaderName: null, leaderEmail: null },
};

export function unit(values: Partial<UnitSheetRow> & { name: string }): UnitSheetRow {
	return { ...blankUnit, ...values };
}

/** A function from rows to a workbook of units. */
export async function unitFiles(
	database: TestDatabase,
): Promise<(rows: readonly UnitSheetRow[]) => Promise<Uint8Array>> {
	const contract = unitSheet(await database.reading(system("test"), readVocabulary));
	return (rows) => writeWorkbook({ sheets: [sheetOf(contract, rows, { name: "Enheter" })], language: "nb" });
}
