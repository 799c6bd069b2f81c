import { afterEach, beforeAll, expect, it } from "vitest";
import { makeAgreement } from "../../../../test/agreement.ts";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import type { Work } from "../../../database/work.server.ts";
import { type Actor, system } from "../../../identity/actor.ts";
import { openLink } from "../../../identity/link-token.server.ts";
import { done } from "../../../outcome.ts";
import type { ResultAnswer } from "../follow/contract.ts";
import { answerResult, answerResultByLink, openResultLink } from "../follow/results.server.ts";
import { openAgreement } from "../service.server.ts";
import { changeParty } from "../text.server.ts";
import { askParties, remindParties } from "./ask.server.ts";
import { changeAsking, findResultsToGive, readYearly } from "./service.server.ts";
import { listMonth, listToRemind } from "./store.server.ts";

const database = await openTestDatabase();
const thisYear = new Date().getUTCFullYear();
const next = (monthAndDay: string) => `${thisYear + 1}-${monthAndDay}T09:00:00Z`;
const telling = { mails: true };
type Made = Awaited<ReturnType<typeof makeActor>>;
let municipality: Made;
let university: Made;
let stranger: Made;
let id: string;
let keeper: Actor;
const answer: ResultAnswer = {
	...{ "fits-needs": "4", supervision: "3", "more-places": "unknown", recruitment: "5", research: "1" },
	comment: "",
};

beforeAll(async () => {
	municipality = await makeActor(database, { roles: ["manager"] });
	const institution = await makeOrganisation(database, { kind: "institution" });
	university = await makeActor(database, { organisation: institution, roles: ["manager"] });
	stranger = await makeActor(database, { roles: ["manager"] });
	({ id } = await makeAgreement(database, [municipality, university], { title: "Spurt hvert år" }));
	keeper = system("test", municipality.organisationId);
	const party = (await opened(municipality)).parties.find((one) => one.organisationId === university.organisationId);
	await database.commanding(municipality, (work) =>
		changeParty(work, id, university.organisationId, {
			...{ version: party?.version ?? 0, side: "education", signs: true },
			...{ coordinatorName: "Siv Dekan", coordinatorEmail: "siv@uni.no", deputyName: "Ola", deputyEmail: "ola@uni.no" },
		}),
	);
	// The university has contacts, and nobody there has an account any longer.
	await sql(
		"update organisation.membership set valid_to = '2000-01-02', valid_from = '2000-01-01' where person_id = $1",
		[university.personId],
	);
});
afterEach(() => database.setNow(null));

async function sql(words: string, values: readonly string[]) {
	const { default: pg } = await import("pg");
	const client = new pg.Client(database.owner);
	await client.connect();
	const { rows } = await client.query(words, [...values]);
	await client.end();
	return rows;
}
const opened = async (actor: Actor) => {
	const outcome = await database.reading(actor, (work) => openAgreement(work, id, null));
	if (outcome.refused) throw new Error("the agreement does not open");
	return outcome.done;
};
const found = async (list: (work: Work) => Promise<readonly { readonly id: string }[]>) =>
	(await database.reading(system("test"), list)).some((one) => one.id === id);
const asks = async () =>
	(await database.commanding(keeper, async (work) => done(await askParties(work, id, telling)))).done;
const reminds = async () =>
	(await database.commanding(keeper, async (work) => done(await remindParties(work, id, telling)))).done;
const yearly = async () => database.reading(municipality, async (work) => readYearly(work, await opened(municipality)));
const waiting = (actor: Actor) => database.reading(actor, findResultsToGive);
const mails = () =>
	sql("select recipient, body from notice.mail where recipient like '%@uni.no' order by recipient, id", []);

it("asks nobody before the month for it, nor where it is turned off", async () => {
	expect([await found(listMonth), await asks()]).toEqual([false, 0]);
	database.setNow(next("02-03"));
	expect(await found(listMonth)).toBe(true);
	const change = (actor: Actor, asking: { asks: boolean; month: number | null }) =>
		database.commanding(actor, (work) => changeAsking(work, id, asking));
	expect((await change(stranger, { asks: false, month: null })).refused?.[0]?.code).toBe("missing");
	await change(municipality, { asks: false, month: null });
	expect([await found(listMonth), await asks(), (await yearly()).next]).toEqual([false, 0, null]);
	await change(municipality, { asks: true, month: 9 });
	expect([await found(listMonth), (await yearly()).next]).toEqual([false, `${thisYear + 1}-09-01`]);
	await change(municipality, { asks: true, month: null });
	expect((await yearly()).next).toBe(`${thisYear + 1}-02-01`);
});

it("asks both sides once, reminds the silent one once, and says who has not answered", async () => {
	database.setNow(next("02-03"));
	expect(await asks()).toBe(2);
	expect([await asks(), await found(listMonth)]).toEqual([0, false]);
	expect((await yearly()).asked.map(({ partyId, way, hasAnswered }) => [partyId, way, hasAnswered]).sort()).toEqual(
		[
			[municipality.organisationId, "told", false],
			[university.organisationId, "mailed", false],
		].sort(),
	);
	expect((await mails()).map(({ recipient }) => recipient)).toEqual(["siv@uni.no"]);
	expect(await waiting(municipality)).toMatchObject([
		{ key: "agreement.results", path: `/agreements/${id}/results/answer?year=${thisYear}` },
	]);
	expect(await waiting(stranger)).toEqual([]);

	database.setNow(next("02-20"));
	expect((await database.commanding(municipality, (work) => answerResult(work, id, thisYear, answer))).refused).toBe(
		undefined,
	);
	expect(await waiting(municipality)).toEqual([]);
	const late = (work: Work) => listToRemind(work, `${thisYear + 1}-02-03`);
	expect([await found((work) => listToRemind(work, `${thisYear + 1}-02-02`)), await found(late)]).toEqual([
		false,
		true,
	]);
	expect(await reminds()).toBe(0);
	database.setNow(next("02-24"));
	expect([await reminds(), await reminds(), await found(late)]).toEqual([1, 0, false]);
	// The deputy is asked as well, and both links lead to the same answer.
	const sent = await mails();
	expect(sent.map(({ recipient }) => recipient)).toEqual(["ola@uni.no", "siv@uni.no", "siv@uni.no"]);
	expect(sent[0]?.body).toContain("minner om det");
	const token = /\/link\/([^/)]+)/.exec(sent[0]?.body ?? "")?.[1] ?? "";
	const { actor } = (await openLink(database, token)).done ?? {};
	if (!actor) throw new Error("the link does not open");
	expect((await database.commanding(actor, openResultLink)).done?.party.organisationId).toBe(university.organisationId);
	const said = await database.commanding(actor, (work) => answerResultByLink(work, thisYear, answer, "Ola"));
	expect(said.refused).toBeUndefined();
	expect((await yearly()).asked.every(({ hasAnswered }) => hasAnswered)).toBe(true);

	// The year after, everybody is asked again.
	database.setNow(`${thisYear + 2}-02-01T09:00:00Z`);
	expect([await found(listMonth), await asks()]).toEqual([true, 2]);
});
