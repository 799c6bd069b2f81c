import type { Work } from "../database/work.server.ts";
import type { FindObjects, ObjectCard } from "../registry/objects.server.ts";
import { mayAdminister } from "./rules.ts";

/** What of sign-in the log and the rooms can point at. People are named by the room that knows them. */
export const identityObjects: Readonly<Record<string, FindObjects>> = { "access-token": findTokens };

/** One's own tokens, and for administrators those made for the organisation; also after they have ended. */
async function findTokens(work: Work, ids: readonly string[]): Promise<ObjectCard[]> {
	const { actor } = work;
	if (actor.kind !== "person" || ids.length === 0) return [];
	const rows = await work.db
		.selectFrom("identity.access_token")
		.select(["id", "name", "person_id as personId", "organisation_id as organisationId"])
		.where("id", "in", [...ids])
		.execute();
	return rows.flatMap(({ id, name, personId, organisationId }) => {
		const card = { kind: "access-token", id, title: name };
		if (personId === actor.personId) return { ...card, path: "/profile/tokens" };
		return mayAdminister(actor) && organisationId === actor.organisationId
			? { ...card, path: "/administration/tokens" }
			: [];
	});
}
