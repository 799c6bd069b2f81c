import type { Work } from "../../../../database/work.server.ts";
import { type Importer, importer, type Tell } from "../../../../import/importer.server.ts";
import { currentSheet, type ImportKind } from "../../../../import/kind.server.ts";
import { inTurns } from "../../../../import/turns.ts";
import { languages } from "../../../../language.ts";
import { finished } from "../../../../outcome.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { cellWords } from "../../actual/import/words.server.ts";
import { nameOfEntry } from "../../framework/name.ts";
import { listPlans } from "../../plan/store.server.ts";
import { mayPlan } from "../../rules.ts";
import { readingOf } from "../../units.server.ts";
import { addMeasure, changeMeasure, listMeasures } from "../service.server.ts";
import { measureText } from "../text.ts";
import { type PlannedMeasure, planMeasures } from "./plan.ts";
import { measureSheet } from "./sheet.ts";
import { measureFindings, measureImportWords } from "./text.ts";

/** Reads, plans and writes measures of plans. */
const measureImporter: Importer = importer({
	sheet: async () => measureSheet,
	text: measureFindings,
	whole: (value) => ({ ...value, title: value.title ?? "" }),
	async plan(work, organisationId, { rows }) {
		const facts = {
			...(await cellWords(work, organisationId)),
			plans: (await listPlans(work, organisationId)).filter(({ state }) => state !== "ended"),
			measures: await listMeasures(work),
			wholeScope: languages.map((language) => measureText[language].wholeScope),
		};
		const { created, changed, unchanged, untouched, refusals } = await inTurns(planMeasures(rows, facts));
		return {
			created: created.map(({ line }) => line),
			changed: changed.map(({ line }) => line),
			...{ unchanged, untouched, refusals },
			approved: [...created, ...changed].map(({ measure, facts: said }) => [
				...[measure?.id ?? null, measure?.version ?? null, said],
			]),
			write: (tell) => writeAll(work, [...created, ...changed], tell),
		};
	},
});

async function writeAll(work: Work, all: readonly PlannedMeasure[], tell: Tell): Promise<void> {
	for (const [index, { measure, facts }] of all.entries()) {
		if (measure) finished(await changeMeasure(work, measure.id, { ...facts, version: measure.version }));
		else finished(await addMeasure(work, facts));
		if (index % 50 === 49 || index === all.length - 1) await tell(index + 1, all.length);
	}
}

/** The measures of plans, from a spreadsheet: those who plan bring them. */
export const measureImport: ImportKind = {
	name: "competence-measures",
	words: (language) => measureImportWords[language],
	importer: measureImporter,
	mayImport: async (work) => mayPlan(await mandateOf(work)),
	mayOpenAll: async (work) => mayPlan(await mandateOf(work)),
	verbs: { taken: "competence-measure.import", exported: "competence-measure.export" },
	async current(work, _organisationId, about) {
		const units = new Map(((await readingOf(work))?.units ?? []).map((unit) => [unit.id, unit]));
		const rows = (await listMeasures(work)).map((one) => {
			const unit = one.unitId === null ? undefined : units.get(one.unitId);
			return {
				...{ title: one.title, plan: one.planTitle, kind: one.kind, closes: one.closes, persons: one.persons },
				unit:
					one.unitId === null
						? measureText[about.language].wholeScope
						: (unit?.code ?? [...(unit?.above ?? []), one.unitName ?? ""].join(" › ")),
				entry:
					one.entryName === null
						? null
						: nameOfEntry(about.language, { name: one.entryName, nameNn: one.entryNameNn, nameEn: one.entryNameEn }),
				...{ cost: one.cost, financing: one.financing, substitutePositions: one.substitutePositions },
				...{ priority: one.priority, status: one.status, dueOn: one.dueOn, ownerName: one.ownerName },
				...{ ownerEmail: one.ownerEmail, deputyName: one.deputyName || null, deputyEmail: one.deputyEmail },
				note: one.note || null,
			};
		});
		return currentSheet(measureSheet, rows, about);
	},
	seenAt: () => "/competence/measures",
};
