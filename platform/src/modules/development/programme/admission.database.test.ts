import { expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { doing } from "../../../../test/doing.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import { addDays, dayOf } from "../../../day.ts";
import { system } from "../../../identity/actor.ts";
import { done } from "../../../outcome.ts";
import { listParticipation } from "../../organisation/service.server.ts";
import {
	type Application,
	addBatch,
	addExpectation,
	addProgramme,
	closeProgramme,
	decideAdmission,
	inviteTo,
	openAdmission,
	openProgramme,
	openToAll,
	readAdmissions,
	removeApplication,
	saveProgrammeGoal,
	sendApplication,
	setUnderWay,
	withdrawAdmission,
	writeApplication,
} from "../service.server.ts";

const database = await openTestDatabase();
const { does, codes } = doing(database);
const today = dayOf(new Date());

/** A programme open for applications, with two places of which one is kept for those who take part for the first time. */
async function opened() {
	const keeper = await makeActor(database, {
		organisation: await makeOrganisation(database, { kind: "state-administrator" }),
	});
	const { id } = await does(keeper, (work) =>
		addProgramme(work, {
			...{ title: "Trygg hjemme", commissioner: "Direktoratet", partners: "", mandate: "Brevet", themes: "Fall" },
			...{ purpose: "Folk skal kunne bo hjemme så lenge de selv vil.", admits: "capacity", priorities: "" },
			...{ moneyFor: "Frikjøp", networkId: null, noArenaBecause: "Møtes i KS", firstDay: today },
			...{ lastDay: addDays(today, 700), copiedFrom: null },
		}),
	);
	await does(keeper, (work) => saveProgrammeGoal(work, id, null, { wording: "Færre fall", localExample: "Ti færre" }));
	await does(keeper, (work) => addExpectation(work, id, { expects: "Prosjektleder i 20 prosent" }));
	await does(keeper, (work) =>
		addBatch(work, id, {
			...{ name: "Pulje 1", applyBy: addDays(today, 20), startsOn: addDays(today, 30), endsOn: addDays(today, 400) },
			...{ places: 2, kept: 1 },
		}),
	);
	await does(keeper, (work) => openToAll(work, id, 1));
	const read = await database.reading(keeper, (work) => openProgramme(work, id));
	return { keeper, id, batchId: read?.batches[0]?.id ?? "", expectationId: read?.expectations[0]?.id ?? "" };
}
type Opened = Awaited<ReturnType<typeof opened>>;
type Person = Awaited<ReturnType<typeof makeActor>>;

const applying = ({ batchId, expectationId }: Opened, isFirst = false): Application => ({
	facts: {
		...{ batchId, need: "Mange faller om natten.", gain: "Tryggere netter.", buildsOn: "", isFirst },
		...{ leaderName: "Kari", leaderEmail: null, leaderShare: 20 },
	},
	answers: [{ expectationId, accepted: true, because: "" }],
});

const send = async (of: Opened, person: Person, isFirst = false) =>
	(await does(person, (work) => sendApplication(work, of.id, applying(of, isFirst)))).id;
const decide = (id: string, decision: "admitted" | "declined", because = "", version = 2) => ({
	version,
	id,
	facts: { version, decision, because },
});

it("is written by a municipality, seen by nobody else before it is sent, and stands as it was sent", async () => {
	const programme = await opened();
	const { id, keeper, expectationId } = programme;
	const organisation = await makeOrganisation(database);
	const manager = await makeActor(database, { organisation, roles: ["manager"] });
	const leader = await makeActor(database, { organisation, roles: ["project-leader"] });
	const other = await makeActor(database);
	const application = applying(programme);
	expect(await codes(keeper, (work) => writeApplication(work, id, application))).toEqual(["own-programme"]);
	const no = { ...application, answers: [{ expectationId, accepted: false, because: "" }] };
	expect(await codes(leader, (work) => writeApplication(work, id, no))).toEqual(["answer-unsaid"]);
	const draft = await does(leader, (work) => writeApplication(work, id, { ...application, answers: [] }));
	expect(await codes(leader, (work) => sendApplication(work, id, application))).toEqual(["not-allowed"]);
	expect(await codes(manager, (work) => sendApplication(work, id, { ...application, answers: [] }))).toEqual([
		"answer-missing",
	]);
	const reads = async (actor: Person) =>
		(await database.reading(actor, (work) => openAdmission(work, draft.id))) !== undefined;
	expect([await reads(manager), await reads(keeper), await reads(other)]).toEqual([true, false, false]);

	const sent = await does(manager, (work) => sendApplication(work, id, application));
	expect(sent.id).toBe(draft.id);
	expect([await reads(keeper), await reads(other)]).toEqual([true, false]);
	expect(await codes(manager, (work) => writeApplication(work, id, application))).toEqual(["applied-already"]);
	expect(await codes(leader, (work) => removeApplication(work, draft.id))).toEqual(["already-sent"]);
	// Not even past the rules is what was sent changed.
	await expect(
		database.commanding(system("test", organisation.id), async (work) => {
			await work.db.updateTable("development.admission").set({ need: "Et annet" }).where("id", "=", sent.id).execute();
			return done(undefined);
		}),
	).rejects.toThrow("what a municipality has sent is not changed");
});

it("is admitted by the rule, with places kept for those who take part for the first time", async () => {
	const programme = await opened();
	const { id, keeper } = programme;
	const [one, other, newer] = [await makeActor(database), await makeActor(database), await makeActor(database)];
	await does(keeper, (work) => inviteTo(work, id, one.organisationId));
	expect(await codes(keeper, (work) => inviteTo(work, id, one.organisationId))).toEqual(["already-invited"]);
	const [first, second, third] = [
		await send(programme, one),
		await send(programme, other),
		await send(programme, newer, true),
	];
	const list = async () => (await database.reading(keeper, (work) => readAdmissions(work, id)))?.admissions ?? [];
	const proposals = new Map((await list()).map((row) => [row.id, row.isProposed]));
	expect([proposals.get(first), proposals.get(third)]).toEqual([true, true]);
	const answer = (person: Person, admission: string, decision: "admitted" | "declined", because = "") =>
		codes(person, (work) => decideAdmission(work, admission, decide(admission, decision, because).facts));
	expect(await answer(one, first, "admitted")).toEqual(["not-allowed"]);
	expect(await answer(keeper, second, "declined")).toEqual(["because-missing"]);
	expect(await answer(keeper, first, "admitted")).toBeUndefined();
	expect(await answer(keeper, second, "admitted")).toEqual(["kept-for-first"]);
	expect(await answer(keeper, third, "admitted")).toBeUndefined();
	expect(await answer(keeper, second, "admitted")).toEqual(["batch-full"]);
	expect(
		await codes(keeper, (work) =>
			closeProgramme(work, id, { closedOn: today, closedBecause: "x", lesson: "y", version: 2 }),
		),
	).toEqual(["unanswered-left"]);
	expect(await answer(keeper, second, "declined", "Ingen plass")).toBeUndefined();
	await does(keeper, (work) => setUnderWay(work, id, 2));

	const parts = await database.reading(other, (work) => listParticipation(work, newer.organisationId));
	expect(parts).toMatchObject([{ objectKind: "programme", objectId: id, toDate: null }]);
	// What it has been in is known the next time, whoever leads it then.
	const next = await opened();
	const again = await send(next, newer, true);
	const read = await database.reading(next.keeper, (work) => openAdmission(work, again));
	expect(read?.listed).toMatchObject({ isNew: false, earlier: [{ id, title: "Trygg hjemme" }] });
});

it("gives a place up with a day and why, and the place is free again", async () => {
	const programme = await opened();
	const { id, keeper } = programme;
	const [one, other] = [await makeActor(database), await makeActor(database)];
	const first = await send(programme, one);
	await does(keeper, (work) => decideAdmission(work, first, decide(first, "admitted").facts));
	const leaving = { withdrawnOn: today, withdrawnBecause: "Prosjektlederen sluttet", version: 3 };
	expect(await codes(other, (work) => withdrawAdmission(work, first, leaving))).toEqual(["missing"]);
	expect(
		await codes(one, (work) => withdrawAdmission(work, first, { ...leaving, withdrawnOn: addDays(today, 1) })),
	).toEqual(["ahead-of-today"]);
	await does(one, (work) => withdrawAdmission(work, first, leaving));
	const parts = await database.reading(keeper, (work) => listParticipation(work, one.organisationId));
	expect(parts.map(({ toDate }) => toDate)).toEqual([today]);
	const read = await database.reading(keeper, (work) => readAdmissions(work, id));
	expect(read?.funnel).toMatchObject({ applied: 1, admitted: 1, began: 0, left: 1 });
	// It may apply again, and what it sent before stands beside.
	expect(await send(programme, one)).not.toBe(first);
});
