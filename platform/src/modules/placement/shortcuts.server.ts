import type { FindShortcuts } from "../../registry/shortcuts.server.ts";
import { mandateOf } from "../organisation/service.server.ts";
import { publishPagesText } from "./publish/pages/publish.text.ts";
import { mayCoordinate, mayReceiveStudents } from "./rules.ts";
import { placementText } from "./text.ts";

/**
 * Their own placement for students; orders and capacity for those who coordinate, and placements for those who receive
 * students. Each is called what the page it opens is called.
 */
export const findPlacementShortcuts: FindShortcuts = async (work, about) => {
	const { actor } = work;
	if (about !== null || actor.kind !== "person" || actor.organisationId === null) return [];
	const mandate = await mandateOf(work);
	const { own, requests, capacity } = placementText[actor.language];
	return [
		...(actor.roles.includes("student") ? [{ path: "/placement/own", label: own }] : []),
		...(mayCoordinate(mandate)
			? [
					{ path: "/placement/requests", label: requests },
					{ path: "/placement/capacity", label: capacity },
				]
			: []),
		...(mayReceiveStudents(mandate)
			? [{ path: "/placement/placements", label: publishPagesText[actor.language].title }]
			: []),
	];
};
