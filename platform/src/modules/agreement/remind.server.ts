import { sql } from "kysely";
import type { Work } from "../../database/work.server.ts";
import { system } from "../../identity/actor.ts";
import type { Cron, Task } from "../../job/task.server.ts";
import { notify } from "../../notice/service.server.ts";
import { done } from "../../outcome.ts";
import { agreementToRenew } from "./notices.ts";
import { readWhole, tellLife } from "./open.server.ts";
import { standingOn } from "./store.server.ts";
import { listKeepers } from "./tell.server.ts";

/** Agreements that are to be renewed, that none follows, and whose parties have not been told. */
export async function listToTell(work: Work): Promise<readonly { organisationId: string; id: string }[]> {
	const { rows } = await sql<{ organisationId: string; id: string }>`
		select a.organisation_id "organisationId", a.id from agreement.agreement a
		where a.state = 'signed' and ${standingOn(work.today)} = 'to-renew'
			and not exists (select from agreement.agreement n
				where n.follows_organisation_id = a.organisation_id and n.follows_id = a.id and n.state <> 'withdrawn')
			and not exists (select from agreement.event e
				where e.organisation_id = a.organisation_id and e.agreement_id = a.id and e.what = 'renewal-told')
		order by a.last_day, a.id`.execute(work.db);
	return rows;
}

/** Tells those who keep agreements at every party that an agreement runs out. Gives how many were told. */
export async function tellRenewal(work: Work, agreementId: string): Promise<number> {
	const whole = await readWhole(work, agreementId);
	if (!whole || whole.agreement.lastDay === null) return 0;
	const { agreement, parties } = whole;
	const organisations = new Set([agreement.organisationId, ...parties.map(({ organisationId }) => organisationId)]);
	const personIds = (await Promise.all([...organisations].map((id) => listKeepers(work, id)))).flat();
	if (personIds.length > 0)
		await notify(work, {
			kind: agreementToRenew,
			personIds: [...new Set(personIds)],
			detail: { title: agreement.title, lastDay: whole.agreement.lastDay },
			link: `/agreements/${agreement.id}`,
		});
	await tellLife(work, { ...whole, organisationId: agreement.organisationId }, { what: "renewal-told" });
	return personIds.length;
}

/** Once a day: parties to agreements that run out are told, once. Run again, it finds nothing. */
export const remindRenewalTask: Task = {
	name: "agreement.renewal",
	async run({ database, log }) {
		for (const { organisationId, id } of await database.reading(system("agreement renewal"), listToTell)) {
			const told = await database.commanding(system("agreement renewal", organisationId), async (work) =>
				done(await tellRenewal(work, id)),
			);
			log.info({ told: told.done }, "parties to an agreement are told that it runs out");
		}
	},
};

export const remindRenewalCron: Cron = { pattern: "41 6 * * *", task: remindRenewalTask.name };
