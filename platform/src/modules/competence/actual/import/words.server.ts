import type { Work } from "../../../../database/work.server.ts";
import { nameOfEntry } from "../../framework/name.ts";
import { listAllEntries } from "../../framework/store.server.ts";
import { readingOf } from "../../units.server.ts";
import { type CellWords, entryFinder, unitFinder } from "./find.ts";

/** What cells that name units and competences of an organisation mean to whoever asks, in the asker's language. */
export async function cellWords(work: Work, organisationId: string): Promise<CellWords> {
	const language = work.actor.kind === "person" ? work.actor.language : "nb";
	const units = (await readingOf(work))?.units ?? [];
	const byId = new Map(units.map((unit) => [unit.id, unit]));
	const entries = await listAllEntries(work, organisationId);
	const entryById = new Map(entries.map((entry) => [entry.id, entry]));
	return {
		...{ unit: unitFinder(units), entry: entryFinder(entries) },
		mayAnswer: (id) => byId.get(id)?.mayAnswer ?? false,
		unitName: (id) => byId.get(id)?.name ?? "",
		entryName: (id) => {
			const entry = entryById.get(id);
			return entry ? nameOfEntry(language, entry) : "";
		},
	};
}

/** Who keeps each competence an organisation may name: its own, and the shared ones. */
export async function keepersOfEntries(work: Work, organisationId: string): Promise<ReadonlyMap<string, string>> {
	return new Map((await listAllEntries(work, organisationId)).map((entry) => [entry.id, entry.organisationId]));
}
