import { z } from "zod";
import type { Work } from "../database/work.server.ts";
import { languages } from "../language.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import type { PersonActor } from "./actor.ts";
import { record } from "./audit.server.ts";

export const profileForm = z.object({
	name: z.string().min(1).max(200),
	email: z.email().max(320).nullable(),
	phone: z
		.string()
		.max(40)
		.regex(/^[+()\d\s-]{3,}$/)
		.nullable(),
	language: z.enum(languages),
});

export type Profile = z.output<typeof profileForm>;

/** What a person has said of themselves. */
export async function findProfile(work: Work, actor: PersonActor): Promise<Profile> {
	const row = await work.db
		.selectFrom("identity.person")
		.where("id", "=", actor.personId)
		.select(["name", "email", "phone", "language"])
		.executeTakeFirstOrThrow();
	return { ...row, language: languages.find((language) => language === row.language) ?? "nb" };
}

/** Changes a person's own name, contact and language. What organisations hold of them is theirs to change. */
export async function changeProfile(work: Work, input: Profile): Promise<Outcome<undefined, "not-allowed">> {
	const { actor } = work;
	if (actor.kind !== "person") return refused("not-allowed");
	const before = await findProfile(work, actor);
	const changed = (["name", "email", "phone", "language"] as const).filter((field) => before[field] !== input[field]);
	if (changed.length === 0) return done(undefined);
	await work.db
		.updateTable("identity.person")
		.set({ name: input.name, email: input.email, phone: input.phone, language: input.language })
		.where("id", "=", actor.personId)
		.execute();
	await record(work, {
		verb: "person.change",
		objectKind: "person",
		objectId: actor.personId,
		aboutPersonId: actor.personId,
		detail: { changed },
	});
	return done(undefined);
}

export type OwnMembership = {
	readonly id: string;
	readonly organisationId: string;
	readonly organisationName: string | null;
	readonly unitName: string | null;
	readonly role: string;
	readonly title: string | null;
	readonly share: number | null;
	readonly validFrom: string;
	readonly validTo: string | null;
};

/** Every role a person holds or has held, at any organisation, newest first. */
export async function listOwnMemberships(work: Work, personId: string): Promise<OwnMembership[]> {
	return work.db
		.selectFrom("organisation.membership as membership")
		.leftJoin("organisation.unit as unit", (join) =>
			join.onRef("unit.organisation_id", "=", "membership.organisation_id").onRef("unit.id", "=", "membership.unit_id"),
		)
		.where("membership.person_id", "=", personId)
		.orderBy("membership.valid_from", "desc")
		.orderBy("membership.id")
		.select((select) => [
			"membership.id",
			"membership.organisation_id as organisationId",
			// The last name it had: an organisation that is no more was still where the role was held.
			select
				.selectFrom("organisation.identity as identity")
				.whereRef("identity.organisation_id", "=", "membership.organisation_id")
				.orderBy("identity.valid_from", "desc")
				.limit(1)
				.select("identity.name")
				.as("organisationName"),
			"unit.name as unitName",
			"membership.role",
			"membership.title",
			"membership.share",
			"membership.valid_from as validFrom",
			"membership.valid_to as validTo",
		])
		.execute();
}
