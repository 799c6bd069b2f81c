import { defineText } from "../../language.ts";
import type { FindShortcuts } from "../../registry/shortcuts.server.ts";
import { mandateOf } from "../organisation/service.server.ts";
import { mayBegin } from "./rules.ts";

const text = defineText({
	nb: { projects: "Prosjekter" },
	nn: { projects: "Prosjekt" },
	en: { projects: "Projects" },
});

/** The projects, for those who begin them. */
export const findDevelopmentShortcuts: FindShortcuts = async (work, about) => {
	const { actor } = work;
	if (about !== null || actor.kind !== "person" || actor.organisationId === null) return [];
	return mayBegin(await mandateOf(work)) ? [{ path: "/development", label: text[actor.language].projects }] : [];
};
