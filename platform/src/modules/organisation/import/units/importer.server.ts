import type { Work } from "../../../../database/work.server.ts";
import { type Importer, importer, type ReadSheet } from "../../../../import/importer.server.ts";
import { inTurns } from "../../../../import/turns.ts";
import { listSectors, listSettings } from "../../store.server.ts";
import { readVocabulary } from "../../vocabulary.server.ts";
import { ownMandate } from "../own-mandate.server.ts";
import { refusalText } from "../refusal-text.ts";
import { planUnits, type UnitFacts } from "./plan.ts";
import { type UnitSheetRow, unitSheet } from "./sheet.ts";
import * as store from "./store.server.ts";
import { writeUnits } from "./write.server.ts";

/** Reads, plans and writes units. */
export const unitImporter: Importer = importer({
	sheet: async (work) => unitSheet(await readVocabulary(work)),
	text: refusalText,
	whole: (value) => ({ ...value, name: value.name ?? "" }),
	async plan(work, organisationId, read) {
		const facts = await factsFor(work, organisationId, read);
		const plan = await inTurns(planUnits(read.rows, new Set(read.absentColumns), facts));
		const { created, changed, unchanged, untouched, refusals } = plan;
		return {
			created: created.map((unit) => unit.line).sort((one, other) => one.row - other.row),
			changed: changed.map((unit) => unit.line),
			...{ unchanged, untouched, refusals },
			besides: [...created, ...changed].filter((unit) => unit.leader !== null).length,
			approved: [
				...created.map(({ parentId, values, validFrom, leader }) => [parentId, values, validFrom, leader]),
				...changed.map(({ id, parentId, leader, line }) => [id, parentId, leader, line.changes]),
			],
			write: () => writeUnits(work, organisationId, plan, facts),
		};
	},
});

async function factsFor(work: Work, organisationId: string, read: ReadSheet<UnitSheetRow>): Promise<UnitFacts> {
	const units = await store.listAllUnits(work, organisationId);
	const values = read.rows.map((row) => row.value);
	const wanted = (list: readonly (string | null)[]) => [...new Set(list.filter((one) => one !== null))];
	const postcodes = await store.findPostcodes(
		work,
		wanted([...values.map((row) => row.postcode), ...units.map((unit) => unit.postcode)]),
	);
	return {
		...{ units, postcodes },
		leaders: await store.listUnitLeaders(work, organisationId),
		sectors: new Set((await listSectors(work)).map((sector) => sector.code)),
		settings: new Map((await listSettings(work)).map((setting) => [setting.code, setting.sector])),
		municipalities: await store.findMunicipalities(
			work,
			wanted([...values.map((row) => row.municipalityNumber), ...units.map((unit) => unit.municipalityNumber)]),
		),
		mandate: await ownMandate(work, organisationId),
		today: work.today,
	};
}
