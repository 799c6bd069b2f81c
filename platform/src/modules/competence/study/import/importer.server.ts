import type { Work } from "../../../../database/work.server.ts";
import { type Importer, importer, type Tell } from "../../../../import/importer.server.ts";
import { currentSheet, type ImportKind } from "../../../../import/kind.server.ts";
import { inTurns } from "../../../../import/turns.ts";
import { finished } from "../../../../outcome.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { cellWords } from "../../actual/import/words.server.ts";
import { nameOfEntry } from "../../framework/name.ts";
import { mayEnter, mayPlan } from "../../rules.ts";
import { readingOf } from "../../units.server.ts";
import { standing } from "../rules.ts";
import { addStudy, keepsNames, listStudies, takeStep } from "../service.server.ts";
import { type PlannedStudy, planStudies } from "./plan.ts";
import { studySheet } from "./sheet.ts";
import { studyFindings, studyImportWords } from "./text.ts";

/** Reads, plans and writes who is in education. */
const studyImporter: Importer = importer({
	sheet: async () => studySheet,
	text: studyFindings,
	whole: (value) => ({ ...value, unit: value.unit ?? "", entry: value.entry ?? "", title: value.title ?? "" }),
	async plan(work, organisationId, { rows }) {
		const facts = {
			...(await cellWords(work, organisationId)),
			...{ named: await keepsNames(work), today: work.today },
			studies: (await listStudies(work)).filter(({ mayChange }) => mayChange),
		};
		const { created, changed, unchanged, untouched, refusals } = await inTurns(planStudies(rows, facts));
		return {
			created: created.map(({ line }) => line),
			changed: changed.map(({ line }) => line),
			...{ unchanged, untouched, refusals },
			approved: [...created, ...changed].map(({ study, facts: said, steps }) => [study, said, steps]),
			write: (tell) => writeAll(work, [...created, ...changed], tell),
		};
	},
});

async function writeAll(work: Work, all: readonly PlannedStudy[], tell: Tell): Promise<void> {
	for (const [index, { study, facts, plannedOn, steps }] of all.entries()) {
		const id = study?.id ?? finished(await addStudy(work, facts, plannedOn)).id;
		for (const [at, step] of steps.entries())
			finished(await takeStep(work, id, { ...step, version: (study?.version ?? 1) + at }));
		if (index % 50 === 49 || index === all.length - 1) await tell(index + 1, all.length);
	}
}

/** Who is in education, from a spreadsheet: those who plan bring it for all, unit leaders for their own. */
export const studyImport: ImportKind = {
	name: "competence-studies",
	words: (language) => studyImportWords[language],
	importer: studyImporter,
	mayImport: async (work) => mayEnter(await mandateOf(work)),
	mayOpenAll: async (work) => mayPlan(await mandateOf(work)),
	verbs: { taken: "competence-study.import", exported: "competence-study.export" },
	async current(work, _organisationId, about) {
		const units = new Map(((await readingOf(work))?.units ?? []).map((unit) => [unit.id, unit]));
		const rows = (await listStudies(work)).map((study) => {
			const unit = units.get(study.unitId);
			const taken = standing(study.steps);
			const dayOf = (state: (typeof taken)[number]["state"]) =>
				taken.findLast((one) => one.state === state)?.onDay ?? null;
			const stopped = taken.findLast(({ reason }) => reason !== null);
			return {
				...{ number: study.number, name: study.name, title: study.title, provider: study.provider || null },
				unit: unit?.code ?? [...(unit?.above ?? []), study.unitName].join(" › "),
				entry: nameOfEntry(about.language, {
					name: study.entryName,
					nameNn: study.entryNameNn,
					nameEn: study.entryNameEn,
				}),
				...{ firstDay: study.firstDay, lastDay: study.lastDay, applied: dayOf("applied"), admitted: dayOf("admitted") },
				...{ started: dayOf("started"), deferred: dayOf("deferred"), completed: dayOf("completed") },
				...{ "dropped-out": dayOf("dropped-out"), reason: stopped?.reason ?? null, note: stopped?.note || null },
			};
		});
		return currentSheet(studySheet, rows, about);
	},
	seenAt: () => "/competence/studies",
};
