import { defineText } from "../../language.ts";
import type { FindShortcuts } from "../../registry/shortcuts.server.ts";
import { mandateOf } from "../organisation/service.server.ts";
import { mayEnter } from "./rules.ts";

const text = defineText({
	nb: { competence: "Kompetanse" },
	nn: { competence: "Kompetanse" },
	en: { competence: "Competence" },
});

/** What units have, for those who plan or answer for a unit. */
export const findCompetenceShortcuts: FindShortcuts = async (work, about) => {
	const { actor } = work;
	if (about !== null || actor.kind !== "person" || actor.organisationId === null) return [];
	if (!mayEnter(await mandateOf(work))) return [];
	return [{ path: "/competence", label: text[actor.language].competence }];
};
