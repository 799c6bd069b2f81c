import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { revokeLinksToAll } from "../../../identity/link-token.server.ts";
import { notify } from "../../../notice/service.server.ts";
import { type HeldBy, type Holder, whoseOf } from "../../../registry/holders.server.ts";
import type { LeftBehind } from "../../../registry/left-behind.server.ts";
import { nameOrganisations } from "../../organisation/service.server.ts";
import { hearingInvited } from "./notices.ts";
import { inputPurpose } from "./open.server.ts";
import { giveAccess } from "./store.server.ts";

type Asked = {
	readonly id: string;
	readonly hearingId: string;
	readonly title: string;
	readonly lastDay: string;
	readonly isOpen: boolean;
};

/**
 * Hearings of their own organisation that somebody is asked in and has not said anything to. Whoever takes over is asked
 * instead: at once with an account, else when the hearing is sent to those who have not got it. Old links end.
 */
export const inviteeHolder: Holder = {
	kind: "hearing",
	async list(work, organisationId, by) {
		const asked = await listAsked(work, organisationId, by);
		return asked.map(({ hearingId, title }) => ({ kind: "hearing", id: hearingId, title }));
	},
	async move(work, organisationId, by, { personId, name, email }) {
		const asked = await listAsked(work, organisationId, by);
		await revokeLinksToAll(work, { kind: "hearing-invitee", ids: asked.map(({ id }) => id) }, inputPurpose);
		const holder = (await nameOrganisations(work, [organisationId])).get(organisationId)?.name ?? "";
		for (const { id, hearingId, title, lastDay, isOpen } of asked) {
			const isTold = isOpen && personId !== null;
			await sql`
				update meeting.hearing_invitee set person_id = ${personId}, name = ${name}, email = ${email}, people = '{}',
					invited_at = ${isTold ? work.now : null}, reminded_at = null
				where organisation_id = ${organisationId} and id = ${id}`.execute(work.db);
			await giveAccess(work, { organisationId, id: hearingId });
			if (isTold)
				await notify(work, {
					...{ kind: hearingInvited, personIds: [personId], detail: { title, holder, lastDay } },
					link: `/hearings/${hearingId}`,
				});
		}
		return asked.length;
	},
};

/** Invitations from others to speak for the organisation: only those who hold the hearing can ask somebody else. */
export const invitedElsewhere: LeftBehind = {
	kind: "hearing",
	async list(work, _organisationId, by) {
		const { personIds, emails } = whoseOf(by);
		const { rows } = await sql<{ id: string; title: string; holderId: string }>`
			select id, title, holder_id "holderId"
			from meeting.invited_elsewhere(${personIds}::uuid[], ${emails}::text[], ${work.today})`.execute(work.db);
		const names = await nameOrganisations(
			work,
			rows.map(({ holderId }) => holderId),
		);
		return rows.map(({ id, title, holderId }) => ({
			...{ kind: "hearing", id, title: [title, names.get(holderId)?.name].filter(Boolean).join(", ") },
			path: `/contacts?responsibility=general&q=${encodeURIComponent(names.get(holderId)?.name ?? "")}`,
		}));
	},
};

async function listAsked(work: Work, organisationId: string, by: readonly HeldBy[]): Promise<Asked[]> {
	const { personIds, emails } = whoseOf(by);
	const { rows } = await sql<Asked>`
		select i.id, h.id "hearingId", h.title, h.last_day "lastDay", h.state = 'open' "isOpen"
		from meeting.hearing_invitee i
		join meeting.hearing h on h.organisation_id = i.organisation_id and h.id = i.hearing_id
		where i.organisation_id = ${organisationId} and i.no_remarks_at is null
			and (i.party_id is null or i.party_id = i.organisation_id)
			and h.state in ('draft', 'open') and h.last_day >= ${work.today}
			and (i.person_id = any(${personIds}::uuid[]) or lower(i.email) = any(${emails}::text[]))
			and not exists (select from meeting.hearing_input n
				where n.organisation_id = i.organisation_id and n.hearing_id = i.hearing_id and n.invitee_id = i.id)
		order by h.last_day, i.id`.execute(work.db);
	return rows;
}
