import { sql } from "kysely";
import { rowsTogether } from "../../../database/asked-together.server.ts";
import type { Work } from "../../../database/work.server.ts";
import { formatNumber } from "../../../language.ts";
import type { WaitingItem } from "../../../registry/waiting.server.ts";
import { mayOf } from "../asker.server.ts";
import { isGiver } from "../rules.ts";
import { countUnguided } from "./store.server.ts";
import { guidanceText } from "./text.ts";

type Row = { readonly id: string; readonly subject: string; readonly asker: string };

/** Guidance that waits for advice, for those who may read it; and, where nobody may, that guides must be named. */
export async function findWaitingGuidance(work: Work): Promise<WaitingItem[]> {
	const { actor, today } = work;
	// Only those that give grants can be asked for advice.
	if (actor.kind !== "person" || actor.organisationId === null || !isGiver(actor.organisationKind)) return [];
	const words = guidanceText[actor.language];
	const rows = await rowsTogether(
		work,
		sql<Row>`
		select g.id, g.subject, i.name asker from funding.guidance g
		join organisation.identity i on i.organisation_id = g.organisation_id and i.valid_from <= ${today}
			and (i.valid_to is null or i.valid_to >= ${today})
		where g.giver_id = ${actor.organisationId} and exists (select from funding.guide e
				where e.organisation_id = g.giver_id and e.person_id = ${actor.personId})
			and (select s.kind from funding.guidance_step s where s.organisation_id = g.organisation_id and s.guidance_id = g.id
				and s.kind in ('asked', 'advised') order by s.at desc, s.id desc limit 1) = 'asked'
		order by g.asked_at, g.id limit 20`,
	);
	const waiting = rows.map(
		({ id, subject, asker }): WaitingItem => ({
			...{ key: `funding.guidance ${id}`, title: words.waitingAdvice(subject, asker), note: words.waitingAdviceNote },
			...{ path: `/funding/guidance/${id}`, urgency: "soon" },
		}),
	);
	const unguided = (await mayOf(work)).makeCalls ? await countUnguided(work) : 0;
	if (unguided === 0) return waiting;
	const name: WaitingItem = {
		...{ key: "funding.guides", title: words.waitingGuides(formatNumber(actor.language, unguided)) },
		...{ note: words.waitingGuidesNote, path: "/funding/guidance/guides", urgency: "now" },
	};
	return [name, ...waiting];
}
