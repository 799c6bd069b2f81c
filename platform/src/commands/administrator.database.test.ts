import { describe, expect, it } from "vitest";
import { openTestDatabase } from "../../test/database.ts";
import { makeOrganisation } from "../../test/make.ts";
import { signInAccount } from "../identity/account.server.ts";
import { operatorOrganisationId, system } from "../identity/actor.ts";
import { appoint } from "./administrator.ts";
import { Problem } from "./problem.ts";

const database = await openTestDatabase();

/** What a person with this address is after signing in, by organisation. */
async function rolesAfterSignIn(address: string, isEmailVerified: boolean) {
	const signedIn = await database.commanding(system("sign-in"), (work) =>
		signInAccount(
			work,
			{
				provider: "feide",
				subject: `${address} ${isEmailVerified}`,
				name: "Kari Nordmann",
				email: address,
				isEmailVerified,
			},
			"nb",
		),
	);
	const personId = signedIn.done?.personId ?? "";
	return database.reading(system("test"), (work) =>
		work.db
			.selectFrom("organisation.membership")
			.select(["organisation_id as organisationId", "role", "name"])
			.where("person_id", "=", personId)
			.execute(),
	);
}

describe("appointing an administrator from the command line", () => {
	it("gives the operator its first, who has the role from the first sign-in with the address, verified", async () => {
		expect(await appoint({ database }, "Kari@Kommune.no", { name: "Kari Nordmann" })).toContain(
			"driften av Læringsarena",
		);
		expect(await rolesAfterSignIn("kari@kommune.no", false)).toEqual([]);
		expect(await rolesAfterSignIn("kari@kommune.no", true)).toEqual([
			{ organisationId: operatorOrganisationId, role: "administrator", name: "Kari Nordmann" },
		]);
	});

	it("gives an organisation its first, by its number", async () => {
		const made = await makeOrganisation(database, { name: "Førsteby", number: "F1" });
		expect(await appoint({ database }, "ola@kommune.no", { organisation: "F1" })).toContain("Førsteby");
		expect(await rolesAfterSignIn("ola@kommune.no", true)).toEqual([
			{ organisationId: made.id, role: "administrator", name: "ola" },
		]);
	});

	it("says what is wrong with an address, a number, and a role that is held already", async () => {
		await appoint({ database }, "per@kommune.no", {});
		for (const { address, ...values } of [
			{ address: "per@kommune.no" },
			{ address: "per" },
			{ address: undefined },
			{ address: "per@kommune.no", organisation: "finnes ikke" },
		])
			await expect(appoint({ database }, address, values)).rejects.toThrow(Problem);
	});
});
