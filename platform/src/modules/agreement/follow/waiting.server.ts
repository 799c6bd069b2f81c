import type { Work } from "../../../database/work.server.ts";
import type { WaitingItem } from "../../../registry/waiting.server.ts";
import { followAll } from "./service.server.ts";
import { followText } from "./text.ts";

const named = 3;

/** Commitments that slip, as one thing that waits for those who keep agreements. */
export async function findSlipping(work: Work): Promise<WaitingItem[]> {
	const { actor } = work;
	if (actor.kind !== "person") return [];
	const slipping = (await followAll(work)).filter(({ spans }) => spans[0]?.following === "slipping");
	if (slipping.length === 0) return [];
	return [
		{
			key: "agreement.slipping",
			title: followText[actor.language].slipping(slipping.length),
			note: slipping
				.slice(0, named)
				.map(({ what, agreementTitle }) => `${what} (${agreementTitle})`)
				.join(", "),
			path: "/agreements/follow?following=slipping",
			urgency: "soon",
		},
	];
}
