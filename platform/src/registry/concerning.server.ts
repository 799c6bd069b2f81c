import type { Work } from "../database/work.server.ts";
import type { Language } from "../language.ts";
import type { ObjectReference } from "./objects.server.ts";

/** Something that concerns an object: what to call it, where it is, and how it stands, in the language asked for. */
export type Concern = {
	readonly id: string;
	readonly title: string;
	readonly path: string;
	readonly note: string;
};

/** What one room has about any object of any other: its decisions, its hearings. Only what the asker may see. */
export type Concerning = {
	readonly title: Readonly<Record<Language, string>>;
	find(work: Work, object: ObjectReference, language: Language): Promise<readonly Concern[]>;
};

export type ConcernGroup = { readonly title: string; readonly concerns: readonly Concern[] };

const sources = new Map<string, Concerning>();

/** A room tells what it has about the objects of others. Called once per name, at start-up. */
export function registerConcerning(name: string, concerning: Concerning): void {
	if (sources.has(name)) throw new Error(`what concerns objects is registered twice: ${name}`);
	sources.set(name, concerning);
}

/** Everything that concerns an object, by room; rooms that have nothing about it are left out. */
export async function findConcerning(
	work: Work,
	object: ObjectReference,
	language: Language,
): Promise<readonly ConcernGroup[]> {
	const groups: ConcernGroup[] = [];
	for (const { title, find } of sources.values()) {
		const concerns = await find(work, object, language);
		if (concerns.length > 0) groups.push({ title: title[language], concerns });
	}
	return groups;
}
