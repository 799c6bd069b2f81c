import { defineText } from "../../language.ts";
import type { FindShortcuts } from "../../registry/shortcuts.server.ts";
import { mandateOf } from "../organisation/service.server.ts";
import { mayEnter } from "./rules.ts";
import { hasStudies } from "./study/store.server.ts";

const text = defineText({
	nb: { competence: "Kompetanse", own: "Utdanningen din" },
	nn: { competence: "Kompetanse", own: "Utdanninga di" },
	en: { competence: "Competence", own: "Your education" },
});

/** What units have, for those who plan or answer for a unit; and for whoever studies, what is known of it. */
export const findCompetenceShortcuts: FindShortcuts = async (work, about) => {
	const { actor } = work;
	if (about !== null || actor.kind !== "person") return [];
	const words = text[actor.language];
	const enters = actor.organisationId !== null && mayEnter(await mandateOf(work));
	return [
		...(enters ? [{ path: "/competence", label: words.competence }] : []),
		...((await hasStudies(work, actor.personId)) ? [{ path: "/studies", label: words.own }] : []),
	];
};
