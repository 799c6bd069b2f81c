import type { Work } from "../../../database/work.server.ts";
import type { DeliveredItem, Delivery, DeliveryQuestion } from "../../../registry/deliveries.server.ts";
import { mandateOf, nameOrganisations } from "../../organisation/service.server.ts";
import { maySeeStudents } from "../rules.ts";
import { type Group, listDelivered, listReadable } from "./delivered.store.server.ts";

/**
 * Placements as deliveries on an agreement: those between who delivers and the other parties that begin within the days
 * and hold a place. Students stand by name, with the way to their placement, for those who may see them; for everyone
 * else the places of a course at a host stand together as a number.
 */
export async function countPlacements(
	work: Work,
	questions: readonly DeliveryQuestion[],
	each: boolean,
): Promise<readonly Delivery[]> {
	const named = each && maySeeStudents(await mandateOf(work));
	const rows = await listDelivered(work, questions, named);
	const readable = new Map(
		(await listReadable(work, named ? rows.flatMap(({ ids }) => ids ?? []) : [])).map((one) => [one.id, one]),
	);
	const names = await nameOrganisations(work, [...new Set(rows.map(({ hostId }) => hostId))]);
	return questions.map((_, index) => {
		const items = rows
			.filter(({ question }) => question === index + 1)
			.flatMap((group) => itemsOf(group, readable, names.get(group.hostId)?.name ?? ""));
		return { amount: items.reduce((sum, { amount }) => sum + amount, 0), items };
	});
}

/** Placements the asker may read one by one, and the rest of the group as a number. */
function itemsOf(
	{ courseName, institutionId, hostId, firstDay, places, ids }: Group,
	readable: ReadonlyMap<string, { readonly id: string; readonly title: string }>,
	hostName: string,
): DeliveredItem[] {
	const seen = (ids ?? []).flatMap((id) => readable.get(id) ?? []);
	const items: DeliveredItem[] = seen.map(({ id, title }) => ({
		...{ kind: "placement", id, title, path: `/placement/placements/${id}`, amount: 1, date: firstDay },
	}));
	const rest = places - seen.length;
	if (rest > 0)
		items.push({
			...{ kind: "placements", id: `${institutionId} ${hostId} ${courseName} ${firstDay}`, path: null, amount: rest },
			...{ title: `${courseName}, ${hostName}`, date: firstDay },
		});
	return items;
}
