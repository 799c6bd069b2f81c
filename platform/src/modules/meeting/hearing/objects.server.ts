import type { FindObjects } from "../../../registry/objects.server.ts";

const findHearings: FindObjects = async (work, ids) => {
	const rows = await work.db
		.selectFrom("meeting.hearing")
		.select(["id", "title"])
		.where("id", "in", [...ids])
		.execute();
	return rows.map(({ id, title }) => ({ kind: "hearing", id, title, path: `/hearings/${id}` }));
};

const findInvitees: FindObjects = async (work, ids) => {
	const rows = await work.db
		.selectFrom("meeting.hearing_invitee")
		.select(["id", "name", "hearing_id as hearingId"])
		.where("id", "in", [...ids])
		.execute();
	return rows.map(({ id, name, hearingId }) => ({
		...{ kind: "hearing-invitee", id, title: name, path: `/hearings/${hearingId}` },
	}));
};

export const hearingObjects: Readonly<Record<string, FindObjects>> = {
	...{ hearing: findHearings, "hearing-invitee": findInvitees },
};
