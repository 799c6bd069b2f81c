import { z } from "zod";
import { newId, type Work } from "../database/work.server.ts";
import { record } from "../identity/audit.server.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import type { ObjectReference } from "../registry/objects.server.ts";
import {
	type Involved,
	type InvolvedRole,
	involvedRoles,
	type Phase,
	phases,
	type Timeliness,
	timeliness,
} from "./rules.ts";

export const involvementInput = z.object({
	role: z.enum(involvedRoles),
	phase: z.enum(phases),
	/** The day they took part, YYYY-MM-DD; not in the future. */
	on: z.iso.date(),
	partyOrganisationId: z.uuid().optional(),
	membershipId: z.uuid().optional(),
	note: z.string().max(500).optional(),
});

/**
 * Records that someone was involved in an object of the represented organisation. Whether the actor may do so is the
 * judgement of the room that owns the object; this writes it and the audit entry.
 */
export async function recordInvolvement(
	work: Work,
	object: ObjectReference,
	input: z.infer<typeof involvementInput>,
): Promise<Outcome<string, "not-representing" | "in-the-future">> {
	const { actor } = work;
	if (actor.kind === "nobody" || !actor.organisationId) return refused("not-representing");
	if (input.on > work.today) return refused("in-the-future", { field: "on" });
	const id = newId();
	await work.db
		.insertInto("involvement.involvement")
		.values({
			organisation_id: actor.organisationId,
			id,
			object_kind: object.kind,
			object_id: object.id,
			phase: input.phase,
			role: input.role,
			party_organisation_id: input.partyOrganisationId ?? null,
			membership_id: input.membershipId ?? null,
			involved_on: input.on,
			note: input.note ?? null,
			recorded_by: actor.kind === "person" ? actor.personId : null,
			recorded_at: work.now,
		})
		.execute();
	await record(work, {
		verb: "involvement.record",
		objectKind: object.kind,
		objectId: object.id,
		detail: { role: input.role, phase: input.phase },
	});
	return done(id);
}

const rowShape = z.object({
	id: z.uuid(),
	role: z.enum(involvedRoles),
	phase: z.enum(phases),
	on: z.string(),
	note: z.string().nullable(),
});

/** The last day somebody of a role was involved in each object of a kind, of the organisation acted for. */
export async function lastInvolved(work: Work, kind: string, role: InvolvedRole): Promise<ReadonlyMap<string, string>> {
	const rows = await work.db
		.selectFrom("involvement.involvement")
		.select(({ fn }) => ["object_id as id", fn.max("involved_on").as("on")])
		.where("object_kind", "=", kind)
		.where("role", "=", role)
		.groupBy("object_id")
		.execute();
	return new Map(rows.map(({ id, on }) => [id, on]));
}

/** Who was involved in an object, earliest first. */
export async function listInvolvement(
	work: Work,
	object: ObjectReference,
): Promise<(Involved & { id: string; note: string | null })[]> {
	const rows = await work.db
		.selectFrom("involvement.involvement")
		.select(["id", "role", "phase", "involved_on as on", "note"])
		.where("object_kind", "=", object.kind)
		.where("object_id", "=", object.id)
		.orderBy("involved_on")
		.orderBy("id")
		.execute();
	return rows.map((row) => rowShape.parse(row));
}

export type Involvement = {
	/** Those who should have been involved and those who were, with when they first came in. */
	readonly roles: readonly { readonly role: InvolvedRole; readonly timeliness: Timeliness }[];
	readonly recorded: readonly (Involved & { readonly id: string; readonly note: string | null })[];
};

/** Who took part in an object and when, beside those who are expected to. */
export async function readInvolvement(
	work: Work,
	object: ObjectReference,
	expected: readonly InvolvedRole[],
): Promise<Involvement> {
	const recorded = await listInvolvement(work, object);
	const wanted = [...new Set([...expected, ...recorded.map(({ role }) => role)])];
	return { roles: [...timeliness(wanted, recorded)].map(([role, when]) => ({ role, timeliness: when })), recorded };
}

/** What a form says of somebody who took part; an empty note is none. */
export type NotedInvolvement = {
	readonly role: InvolvedRole;
	readonly phase: Phase;
	readonly on: string;
	readonly note: string;
};

/** Notes that somebody took part in an object, in the codes of a room that has judged that the actor may. */
export async function noteInvolvement(
	work: Work,
	object: ObjectReference,
	{ note, ...involved }: NotedInvolvement,
): Promise<Outcome<undefined, "in-the-future" | "not-allowed">> {
	const outcome = await recordInvolvement(work, object, note === "" ? involved : { ...involved, note });
	if (!outcome.refused) return done(undefined);
	return outcome.refused[0]?.code === "in-the-future"
		? refused("in-the-future", { field: "on" })
		: refused("not-allowed");
}
