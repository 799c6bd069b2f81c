import { newId, type Work } from "../../../../database/work.server.ts";
import { type Importer, importer, type Tell } from "../../../../import/importer.server.ts";
import { currentSheet, type ImportKind } from "../../../../import/kind.server.ts";
import { inTurns } from "../../../../import/turns.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { cellWords, keepersOfEntries } from "../../actual/import/words.server.ts";
import { nameOfEntry } from "../../framework/name.ts";
import { mayEnter, mayPlan } from "../../rules.ts";
import { readingOf } from "../../units.server.ts";
import { positionsOf } from "../rules.ts";
import { listNeeds } from "../service.server.ts";
import { needSheet } from "../sheet.ts";
import { insertNeed, updateNeed } from "../store.server.ts";
import { type NeedImportFacts, type NeedPlan, planNeeds } from "./plan.ts";
import { fileReason, needFindings, needWords } from "./text.ts";

/** Reads, plans and writes what units need. */
const needImporter: Importer = importer({
	sheet: async () => needSheet,
	text: needFindings,
	whole: (value) => ({ ...value, unit: value.unit ?? "", entry: value.entry ?? "" }),
	async plan(work, organisationId, { rows }) {
		const plan = await inTurns(planNeeds(rows, await factsFor(work, organisationId)));
		const { created, changed, unchanged, untouched, refusals } = plan;
		return {
			created: created.map(({ line }) => line),
			changed: changed.map(({ line }) => line),
			...{ unchanged, untouched, refusals },
			approved: [...created, ...changed].map(({ need, facts }) => [need?.id ?? null, need?.version ?? null, facts]),
			write: (tell) => writeAll(work, organisationId, plan, tell),
		};
	},
});

async function factsFor(work: Work, organisationId: string): Promise<NeedImportFacts> {
	const language = work.actor.kind === "person" ? work.actor.language : "nb";
	return {
		...{ reason: fileReason[language], standing: await listNeeds(work) },
		...(await cellWords(work, organisationId)),
	};
}

async function writeAll(work: Work, organisationId: string, { created, changed }: NeedPlan, tell: Tell) {
	const keepers = await keepersOfEntries(work, organisationId);
	const all = [...created, ...changed];
	for (const [index, { need, facts }] of all.entries()) {
		const entryOrganisationId = keepers.get(facts.entryId) ?? organisationId;
		const written = { ...facts, positions: positionsOf(facts) ?? 0, entryOrganisationId };
		if (!need) await insertNeed(work, organisationId, newId(), written);
		else if (!(await updateNeed(work, organisationId, need, written)))
			throw new Error("a need was changed while it was taken in");
		if (index % 50 === 49 || index === all.length - 1) await tell(index + 1, all.length);
	}
}

/** What units need, from a spreadsheet: those who plan bring it for all, unit leaders for their own. */
export const needImport: ImportKind = {
	name: "competence-needs",
	words: (language) => needWords[language],
	importer: needImporter,
	mayImport: async (work) => mayEnter(await mandateOf(work)),
	mayOpenAll: async (work) => mayPlan(await mandateOf(work)),
	verbs: { taken: "competence-need.import", exported: "competence-need.export" },
	async current(work, _organisationId, about) {
		const units = new Map(((await readingOf(work))?.units ?? []).map((unit) => [unit.id, unit]));
		const rows = (await listNeeds(work)).map((need) => {
			const unit = units.get(need.unitId);
			return {
				...{ unit: unit?.code ?? [...(unit?.above ?? []), need.unitName].join(" › ") },
				...{ entry: nameOfEntry(about.language, need), basis: need.basis, users: need.users },
				...{ positions: need.users === null ? need.positions : null, usersEach: need.usersEach },
				...{ growth: need.growth, fromDay: need.fromDay, reason: need.reason },
			};
		});
		return currentSheet(needSheet, rows, about);
	},
	seenAt: () => "/competence/needs",
};
