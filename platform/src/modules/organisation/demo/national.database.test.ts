import { expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { system } from "../../../identity/actor.ts";
import { referenceId, seedReference } from "../reference.server.ts";
import { listUnits, readRegister } from "../service.server.ts";
import { seedNational } from "./national.server.ts";

const database = await openTestDatabase();

it("a whole country is made up: every municipality has its share of units and people", async () => {
	await database.commanding(system("reference"), seedReference);
	const size = { units: 2_500, people: 5_000 };
	const outcome = await database.commanding(system("national"), (work) => seedNational(work, size));
	expect(outcome.done).toEqual({ municipalities: 357, ...size });
	const seen = await database.reading(system("look"), async (work) => ({
		units: await listUnits(work, { organisationId: referenceId("municipality:5035") }),
		register: await readRegister(work, referenceId("municipality:5035")),
		without: await work.db
			.selectFrom("organisation.identity as identity")
			.innerJoin("organisation.organisation as organisation", "organisation.id", "identity.organisation_id")
			.select("identity.name")
			.where("organisation.kind", "=", "municipality")
			.where((where) =>
				where.not(
					where.exists(
						where
							.selectFrom("organisation.membership as membership")
							.select("membership.id")
							.whereRef("membership.organisation_id", "=", "organisation.id")
							.where("membership.role", "=", "administrator"),
					),
				),
			)
			.execute(),
	}));
	expect(seen.units.total).toBe(7);
	expect(seen.register.contacts.length).toBe(8);
	expect(seen.without).toEqual([]);
});
