import { describe, expect, it } from "vitest";
import { makeAgreement } from "../../../test/agreement.ts";
import { openTestDatabase } from "../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../test/make.ts";
import { dayOf } from "../../day.ts";
import { type Actor, system } from "../../identity/actor.ts";
import { agreementsBetween, agreementsNear } from "./service.server.ts";

const database = await openTestDatabase();
const today = dayOf(new Date());
const year = Number(today.slice(0, 4));
const manager = async (kind: string) =>
	makeActor(database, { organisation: await makeOrganisation(database, { kind }), roles: ["manager"] });

async function region() {
	const [school, host, other] = [
		await manager("institution"),
		await manager("municipality"),
		await manager("municipality"),
	];
	const pairs = [host, other].map(({ organisationId }) => ({
		...{ institutionId: school.organisationId, hostId: organisationId },
	}));
	const between = (actor: Actor, day = today) => database.reading(actor, (work) => agreementsBetween(work, pairs, day));
	return { school, host, other, between };
}

describe("the agreements placements stand on", () => {
	it("are those in force on the day that are about placements, the nearest to the work first", async () => {
		const { school, host, between } = await region();
		expect(await between(school)).toEqual([]);
		await makeAgreement(database, [host, school], { title: "Forskning", themes: ["research"] });
		expect(await between(school)).toEqual([]);
		const { id } = await makeAgreement(database, [host, school], { lastDay: `${year + 1}-12-31` });
		const pair = { institutionId: school.organisationId, hostId: host.organisationId };
		expect(await between(school)).toEqual([{ ...pair, agreementId: id, title: "Samarbeid" }]);
		expect(await between(school, `${year - 1}-12-31`)).toEqual([]);
		expect(await between(school, `${year + 2}-01-01`)).toEqual([]);
		const nearer = await makeAgreement(database, [host, school], {
			title: "Praksis",
			kind: "placement",
			themes: ["other"],
		});
		expect(await between(host)).toMatchObject([{ agreementId: nearer.id }]);
	});

	it("hold for the members of a regional council that is a party", async () => {
		const { school, host, between } = await region();
		const council = await manager("regional-council");
		await makeAgreement(database, [council, school]);
		await database.commanding(system("make", council.organisationId), async (work) => {
			await work.db
				.insertInto("organisation.affiliation")
				.values({
					...{ organisation_id: host.organisationId, parent_id: council.organisationId, kind: "member" },
					valid_from: "2020-01-01",
				})
				.execute();
			return { done: undefined };
		});
		expect((await between(school)).map(({ hostId }) => hostId)).toEqual([host.organisationId]);
	});

	it("are seen by their parties and the system, and by strangers once they are published", async () => {
		const { school, host, other, between } = await region();
		await makeAgreement(database, [host, school]);
		for (const actor of [school, host, system("placement run", other.organisationId)])
			expect(await between(actor)).toHaveLength(1);
		expect(await between(other)).toEqual([]);
		await makeAgreement(database, [host, school], { published: true });
		expect(await between(other)).toHaveLength(1);
	});

	it("are told with why they do not hold: the nearest to holding, to whoever may read it", async () => {
		const { school, host, other } = await region();
		const pairs = [host, other].map(({ organisationId }) => ({
			...{ institutionId: school.organisationId, hostId: organisationId },
		}));
		const near = (actor: Actor) => database.reading(actor, (work) => agreementsNear(work, pairs));
		expect(await near(school)).toEqual({ near: [], mayDraft: true });
		const before = { firstDay: `${year - 4}-01-01`, lastDay: `${year - 1}-12-31` };
		await makeAgreement(database, [host, school], { ...before, title: "Gammel" });
		const stands = async (actor: Actor) => (await near(actor)).near.map(({ title, standing }) => [title, standing]);
		expect(await stands(school)).toEqual([["Gammel", "run-out"]]);
		const next = { firstDay: `${year + 1}-01-01`, lastDay: `${year + 3}-12-31` };
		const ahead = await makeAgreement(database, [host, school], { ...next, title: "Ny" });
		expect((await near(host)).near).toEqual([
			{ ...pairs[0], ...next, agreementId: ahead.id, title: "Ny", standing: "not-begun" },
		]);
		expect(await stands(other)).toEqual([]);
	});
});
