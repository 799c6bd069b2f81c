import { beforeEach, describe, expect, it } from "vitest";
import { makeAgreement } from "../../../../test/agreement.ts";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import type { Work } from "../../../database/work.server.ts";
import { dayOf } from "../../../day.ts";
import type { Actor } from "../../../identity/actor.ts";
import { openLink } from "../../../identity/link-token.server.ts";
import type { Outcome } from "../../../outcome.ts";
import type { ResultAnswer } from "./contract.ts";
import { answerResult, answerResultByLink, makeResultLink, openResultLink, readResults } from "./results.server.ts";

const database = await openTestDatabase();
const year = Number(dayOf(new Date()).slice(0, 4));

let municipality: Awaited<ReturnType<typeof makeActor>>;
let university: Awaited<ReturnType<typeof makeActor>>;
let stranger: Awaited<ReturnType<typeof makeActor>>;

beforeEach(async () => {
	municipality = await makeActor(database, { roles: ["manager"], name: "Kari Nes" });
	const institution = await makeOrganisation(database, { kind: "institution" });
	university = await makeActor(database, { organisation: institution, roles: ["manager"] });
	stranger = await makeActor(database, { roles: ["manager"] });
});

const codes = (outcome: Outcome<unknown>) => (outcome.refused ?? []).map(({ code }) => code);
const as = <Value>(actor: Actor, verb: (work: Work) => Promise<Outcome<Value>>) => database.commanding(actor, verb);
const read = <Value>(actor: Actor, verb: (work: Work) => Promise<Value>) => database.reading(actor, verb);
const answer = (change: Partial<ResultAnswer> = {}): ResultAnswer => ({
	...{
		"fits-needs": "4",
		supervision: "3",
		"more-places": "unknown",
		recruitment: "5",
		research: "1",
		comment: "Godt",
	},
	...change,
});
const linkOf = async (agreementId: string) => {
	const telling = { mails: false };
	const outcome = await as(municipality, (work) =>
		makeResultLink(work, agreementId, university.organisationId, telling),
	);
	return outcome.done?.path.split("/").at(-1) ?? "";
};

describe("what an agreement has led to", () => {
	it("is said by each party once a year, seen by the others, and said again it is changed", async () => {
		const { id } = await makeAgreement(database, [municipality, university]);
		expect(codes(await as(municipality, (work) => answerResult(work, id, year, answer())))).toEqual([]);
		expect(codes(await as(university, (work) => answerResult(work, id, year, answer({ research: "5" }))))).toEqual([]);
		await as(municipality, (work) => answerResult(work, id, year, answer({ "fits-needs": "2" })));
		const seen = (await read(university, (work) => readResults(work, id)))?.results ?? [];
		expect(seen.map(({ partyId, answers, version }) => [partyId, answers["fits-needs"], version]).sort()).toEqual(
			[
				[municipality.organisationId, "2", 2],
				[university.organisationId, "4", 1],
			].sort(),
		);
		expect(seen[0]?.answers["more-places"]).toBe("unknown");
	});

	it("is said of a year the agreement has held in, by a party, and seen by no stranger", async () => {
		const { id } = await makeAgreement(database, [municipality, university], { published: true });
		expect(codes(await as(municipality, (work) => answerResult(work, id, year - 1, answer())))).toEqual(["wrong-year"]);
		expect(codes(await as(stranger, (work) => answerResult(work, id, year, answer())))).toEqual(["not-allowed"]);
		await as(municipality, (work) => answerResult(work, id, year, answer()));
		expect(await read(stranger, (work) => readResults(work, id))).toBeUndefined();
		expect(await read(stranger, (work) => work.db.selectFrom("agreement.result").selectAll().execute())).toEqual([]);
	});

	it("is said by link, as often as one likes, for the one party it was made for", async () => {
		const { id } = await makeAgreement(database, [municipality, university]);
		const { actor } = (await openLink(database, await linkOf(id))).done ?? {};
		if (!actor) throw new Error("the link does not open");
		const opened = (await as(actor, openResultLink)).done;
		expect([opened?.whole.agreement.id, opened?.party.organisationId]).toEqual([id, university.organisationId]);
		for (const supervision of ["1", "2"] as const)
			expect(
				codes(await as(actor, (work) => answerResultByLink(work, year, answer({ supervision }), "Dekan"))),
			).toEqual([]);
		const seen = (await read(municipality, (work) => readResults(work, id)))?.results;
		expect(seen).toMatchObject([
			{ partyId: university.organisationId, answeredBy: "Dekan", answers: { supervision: "2" }, version: 2 },
		]);
		expect(codes(await as(actor, (work) => answerResult(work, id, year, answer())))).toEqual(["not-allowed"]);
	});

	it("is asked of other parties only, by a party", async () => {
		const { id } = await makeAgreement(database, [municipality, university], { published: true });
		const telling = { mails: false };
		const ask = (actor: Actor, partyId: string) => as(actor, (work) => makeResultLink(work, id, partyId, telling));
		expect(codes(await ask(municipality, municipality.organisationId))).toEqual(["party-unknown"]);
		expect(codes(await ask(stranger, university.organisationId))).toEqual(["missing"]);
	});
});
