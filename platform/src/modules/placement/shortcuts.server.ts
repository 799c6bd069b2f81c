import { defineText } from "../../language.ts";
import type { FindShortcuts } from "../../registry/shortcuts.server.ts";
import { mandateOf } from "../organisation/service.server.ts";
import { mayCoordinate, mayReceiveStudents } from "./rules.ts";

const text = defineText({
	nb: { requests: "Bestillinger av praksisplasser", capacity: "Praksisplasser", placements: "Studenter i praksis" },
	nn: { requests: "Tingingar av praksisplassar", capacity: "Praksisplassar", placements: "Studentar i praksis" },
	en: { requests: "Requests for placements", capacity: "Placement capacity", placements: "Students on placement" },
});

/** Orders and capacity for those who coordinate placements, and students on placement for those who receive them. */
export const findPlacementShortcuts: FindShortcuts = async (work, about) => {
	const { actor } = work;
	if (about !== null || actor.kind !== "person" || actor.organisationId === null) return [];
	const mandate = await mandateOf(work);
	const words = text[actor.language];
	return [
		...(mayCoordinate(mandate)
			? [
					{ path: "/placement/requests", label: words.requests },
					{ path: "/placement/capacity", label: words.capacity },
				]
			: []),
		...(mayReceiveStudents(mandate) ? [{ path: "/placement/placements", label: words.placements }] : []),
	];
};
