import { newId } from "../src/database/work.server.ts";
import { foldName } from "../src/geography/search.ts";
import { type PersonActor, system } from "../src/identity/actor.ts";
import type { Language } from "../src/language.ts";
import type { TestDatabase } from "./database.ts";

/**
 * Factories: each builds what it stands on, so a test names only what it is about. Every organisation is fresh, so
 * tests that share a database never see each other.
 */
let counter = 0;

export type MadeOrganisation = { readonly id: string; readonly name: string; readonly kind: string };

export async function makeOrganisation(
	database: TestDatabase,
	given: {
		name?: string;
		kind?: string;
		number?: string;
		shortName?: string;
		latitude?: number;
		longitude?: number;
		validFrom?: string;
		/** The language of letters to it. */
		language?: Language;
	} = {},
): Promise<MadeOrganisation> {
	const id = newId();
	const name = given.name ?? `Testkommune ${++counter}`;
	const kind = given.kind ?? "municipality";
	await database.commanding(system("make"), async (work) => {
		await work.db
			.insertInto("organisation.organisation")
			.values({ id, kind, ...(given.language && { language: given.language }) })
			.execute();
		await work.db
			.insertInto("organisation.identity")
			.values({
				organisation_id: id,
				id: newId(),
				valid_from: given.validFrom ?? "2000-01-01",
				name,
				short_name: given.shortName ?? null,
				number: given.number ?? null,
				latitude: given.latitude ?? null,
				longitude: given.longitude ?? null,
				source: "test",
				source_date: "2026-01-01",
				search_name: foldName(name),
			})
			.execute();
		return { done: undefined };
	});
	return { id, name, kind };
}

/** A person with an account, holding a role at an organisation, as the actor of units of work. */
export async function makeActor(
	database: TestDatabase,
	given: {
		organisation?: MadeOrganisation;
		roles?: readonly string[];
		name?: string;
		email?: string;
		unitId?: string;
	} = {},
): Promise<PersonActor & { readonly organisationId: string }> {
	const organisation = given.organisation ?? (await makeOrganisation(database));
	const personId = newId();
	const name = given.name ?? `Person ${++counter}`;
	const roles = given.roles ?? ["administrator"];
	const membershipIds: string[] = [];
	await database.commanding(system("make", organisation.id), async (work) => {
		await work.db
			.insertInto("identity.person")
			.values({ id: personId, name, email: given.email ?? `person${counter}@example.no`, language: "nb" })
			.execute();
		for (const role of roles) {
			const id = newId();
			membershipIds.push(id);
			await work.db
				.insertInto("organisation.membership")
				.values({
					organisation_id: organisation.id,
					id,
					person_id: personId,
					unit_id: given.unitId ?? null,
					name,
					role,
					valid_from: "2020-01-01",
					verified_at: work.now,
					search_name: foldName(name),
				})
				.execute();
		}
		return { done: undefined };
	});
	return {
		kind: "person",
		personId,
		name,
		language: "nb",
		sessionId: null,
		organisationId: organisation.id,
		organisationName: organisation.name,
		organisationKind: organisation.kind,
		roles,
		wholeRoles: given.unitId ? [] : roles,
		unitIds: given.unitId ? [given.unitId] : [],
		membershipIds,
	};
}

/** A role at an organisation held by someone who has no account yet. Returns its id. */
export async function makeMembership(
	database: TestDatabase,
	given: { organisation: MadeOrganisation; name?: string; email?: string; role?: string; validTo?: string },
): Promise<string> {
	const id = newId();
	const name = given.name ?? `Person ${++counter}`;
	await database.commanding(system("make", given.organisation.id), async (work) => {
		await work.db
			.insertInto("organisation.membership")
			.values({
				organisation_id: given.organisation.id,
				id,
				name,
				email: given.email ?? null,
				role: given.role ?? "administrator",
				valid_from: "2020-01-01",
				valid_to: given.validTo ?? null,
				verified_at: work.now,
				search_name: foldName(name),
			})
			.execute();
		return { done: undefined };
	});
	return id;
}
