import { newId, type Work } from "../../../../database/work.server.ts";
import { operatorOrganisationId } from "../../../../identity/actor.ts";
import { type Importer, importer, type Tell } from "../../../../import/importer.server.ts";
import { currentSheet, type ImportKind } from "../../../../import/kind.server.ts";
import { inTurns } from "../../../../import/turns.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayPlan } from "../../rules.ts";
import type { Entry } from "../contract.ts";
import { nameOfEntry } from "../name.ts";
import { entrySheet } from "../sheet.ts";
import { insertEntry, listAllEntries, updateEntry } from "../store.server.ts";
import { type EntryPlan, planEntries } from "./plan.ts";
import { entryFindings, entryWords } from "./text.ts";

/** Reads, plans and writes an organisation's own entries of the framework. */
const entryImporter: Importer = importer({
	sheet: async () => entrySheet,
	text: entryFindings,
	whole: (value) => ({ ...value, name: value.name ?? "" }),
	async plan(work, organisationId, { rows }) {
		const language = work.actor.kind === "person" ? work.actor.language : "nb";
		const about = {
			isShared: organisationId === operatorOrganisationId,
			entries: await listAllEntries(work, organisationId),
			nameOf: (entry: Entry) => nameOfEntry(language, entry),
		};
		const plan = await inTurns(planEntries(rows, about));
		const { created, changed, unchanged, untouched, refusals, warnings } = plan;
		return {
			created: created.map(({ line }) => line),
			changed: changed.map(({ line }) => line),
			...{ unchanged, untouched, refusals, warnings },
			approved: [...created, ...changed].map(({ entry, facts }) => [entry?.id ?? null, entry?.version ?? null, facts]),
			write: (tell) => writeAll(work, organisationId, plan, tell),
		};
	},
});

async function writeAll(work: Work, organisationId: string, { created, changed }: EntryPlan, tell: Tell) {
	const all = [...created, ...changed];
	for (const [index, { entry, facts }] of all.entries()) {
		if (!entry) await insertEntry(work, organisationId, newId(), facts);
		else if (!(await updateEntry(work, entry, facts, entry.version)))
			throw new Error("a competence was changed while it was taken in");
		if (index % 50 === 49 || index === all.length - 1) await tell(index + 1, all.length);
	}
}

/** The framework and its codes, from a spreadsheet: those who plan bring it for the whole organisation. */
export const entryImport: ImportKind = {
	name: "competence-framework",
	words: (language) => entryWords[language],
	importer: entryImporter,
	mayImport: async (work) => mayPlan(await mandateOf(work)),
	mayOpenAll: async (work) => mayPlan(await mandateOf(work)),
	verbs: { taken: "competence-entry.import", exported: "competence-entry.export" },
	async current(work, organisationId, about) {
		const entries = await listAllEntries(work, organisationId);
		const names = new Map(entries.map((entry) => [entry.id, nameOfEntry(about.language, entry)]));
		const rows = entries
			.filter((entry) => entry.organisationId === organisationId && entry.retiredOn === null)
			.map(({ name, kind, level, occupation, mappedId }) => ({
				...{ name, kind, level, occupation },
				mapped: mappedId === null ? null : (names.get(mappedId) ?? null),
			}));
		return currentSheet(entrySheet, rows, about);
	},
	seenAt: () => "/competence/framework?keeper=own",
};
