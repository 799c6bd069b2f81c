import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { doing } from "../../../../test/doing.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { openAnswer, saveAnswers } from "../../../forms/stored/answer.server.ts";
import { standingOf } from "../award/ledger.ts";
import * as funding from "../service.server.ts";
import { receivedSorts } from "./codes.ts";
import { rowsShown } from "./pages/received-rows.server.ts";
import { narrowReceived, sortedBy } from "./pages/table.ts";

const database = await openTestDatabase();
type Made = Awaited<ReturnType<typeof makeActor>>;

let officer: Made;
let colleague: Made;
let stranger: Made;
let applicants: readonly Made[];
let callId: string;
let today: string;
let year: number;
const ids: string[] = [];

const { does, codes } = doing(database);
const change = async (
	said: Parameters<typeof funding.changeCall>[2] extends infer Change ? Partial<Change> : never,
) => {
	const { draft } = await does(officer, (work) => funding.openWriting(work, callId));
	const { version } = await does(officer, (work) =>
		funding.changeCall(work, callId, { ...said, version: draft.revision }),
	);
	await does(officer, (work) => funding.publishCall(work, callId, { version, note: "Ny" }));
};
const opened = (id: string, actor = officer) => does(actor, (work) => funding.openReceived(work, callId, id));
const reckoned = async (work: Work) => funding.reckonAwards(work, await funding.listAwards(work));
const versionOf = async (id: string) => (await opened(id)).decision?.version ?? 0;
const eligible = async (id: string, said: "yes" | "no", because = "") => {
	const version = await versionOf(id);
	return (work: Work) => funding.judgeEligibility(work, callId, id, { eligible: said, because, version });
};
const decides = async (
	id: string,
	kroner: number,
	outcome: "granted" | "refused" = "granted",
	because = "Etter vekting",
) => {
	const facts = { outcome, granted: [{ year, kroner }], because, conditional: true, version: await versionOf(id) };
	return (work: Work) => funding.decideApplication(work, callId, id, facts);
};

beforeAll(async () => {
	const organisation = await makeOrganisation(database, { kind: "state-administrator" });
	officer = await makeActor(database, { organisation, roles: ["case-officer"] });
	colleague = await makeActor(database, { organisation, roles: ["case-officer"] });
	stranger = await makeActor(database, {
		organisation: await makeOrganisation(database, { kind: "state-administrator" }),
		roles: ["case-officer"],
	});
	applicants = [
		await makeActor(database, { roles: ["grants-coordinator"] }),
		await makeActor(database, { roles: ["grants-coordinator"] }),
	];
	today = await database.reading(officer, async (work) => work.today);
	year = Number(addDays(today, 60).slice(0, 4));
	const scheme = { name: "Ordning", directorate: "Direktoratet", purpose: "", regulation: "R", address: null };
	const { id: schemeId } = await does(officer, (work) => funding.addScheme(work, scheme));
	callId = (await does(officer, (work) => funding.beginCall(work, { way: "here", title: "Tilskudd", schemeId }))).id;
	await change({
		...{ purpose: "Formål", pot: 1_000_000, ownShare: 0, carryOver: "Nei" },
		...{ opensOn: addDays(today, -9), closesOn: addDays(today, 20), decidesOn: addDays(today, 60) },
		...{ spendBy: addDays(today, 300), reportOn: addDays(today, 330) },
		categories: [{ id: "k1", name: "Utdanning", about: "", highest: null, novelty: "any" }],
		criteria: [
			{ id: "v1", name: "Behov", about: "", weight: 60 },
			{ id: "v2", name: "Plan", about: "", weight: 40 },
		],
	});
	for (const actor of applicants) {
		const { id } = await does(actor, (work) =>
			funding.beginApplication(work, callId, { joint: false, withNeeds: false }),
		);
		const lines = [700_000, 100_000].map((applied, at) => ({
			...{ title: `Tiltak ${at}`, category: "k1", people: 3, novelty: null, argued: "", source: "" },
			amounts: [{ year, applied, own: 0 }],
		}));
		const first = await does(actor, (work) => funding.openApplication(work, id));
		await does(actor, (work) => funding.writeLines(work, id, { lines, part: "", version: first.own.version }));
		const answerId = first.application.answerId ?? "";
		const { answer, answers } = await does(actor, (work) => openAnswer(work, answerId));
		const values = { ...answers.values, goal: "Mål", planned: "yes", involved: "Ja" };
		await does(actor, (work) => saveAnswers(work, answerId, { values, revision: answer.revision }));
		await does(actor, (work) => funding.sendApplication(work, id, first.application.version));
		ids.push(id);
	}
});

it("is assessed by several, decided with a reason, becomes an award, and is appealed", async () => {
	const [first = "", second = ""] = ids;
	const [winner, loser] = applicants;
	if (!winner || !loser) return expect.fail("two applicants");
	for (const actor of [stranger, winner])
		expect(await codes(actor, (work) => funding.listReceived(work, callId))).toEqual(["missing"]);
	const { rows } = await does(officer, (work) => funding.listReceived(work, callId));
	expect(rows.map(({ applied, isFirst, mean, decided }) => [applied, isFirst, mean, decided])).toEqual([
		[800_000, true, null, false],
		[800_000, true, null, false],
	]);

	// Scores total by weight; who is not impartial gives none; a note is its writer's alone.
	const scores = (v1: number, impartial = true) => ({
		impartial,
		scores: { v1, v2: 5, v9: 9 },
		comment: "",
		note: `Notat ${v1}`,
	});
	await does(officer, (work) => funding.assess(work, callId, first, scores(10)));
	await does(colleague, (work) => funding.assess(work, callId, first, scores(5)));
	await does(colleague, (work) => funding.assess(work, callId, second, scores(10, false)));
	expect((await opened(first)).judged).toEqual({ mean: 65, spread: 30, count: 2 });
	expect((await opened(second)).judged.mean).toBeNull();
	expect([(await opened(first)).own.note, (await opened(first, colleague)).own.note]).toEqual(["Notat 10", "Notat 5"]);

	// A page of the list has what the whole list has there, in every order, also where all are judged for what if.
	for (const sort of receivedSorts)
		for (const asksWhatIf of [false, true]) {
			const asked = { search: "", sort, descending: true, filters: {}, offset: 0, pageSize: 1 };
			const [shown, whole] = await database.reading(officer, async (work) => {
				const listed = (await funding.listReceivedHeads(work, callId)).done ?? expect.fail("the list was refused");
				const judged = asksWhatIf ? await funding.judgeHeads(work, listed, listed.heads) : null;
				const all = (await funding.listReceived(work, callId)).done?.rows ?? [];
				return [
					await rowsShown(work, listed, { heads: listed.heads, judged }, asked),
					narrowReceived(all, asked, sortedBy(sort)),
				];
			});
			expect(shown).toEqual({ rows: whole.slice(0, 1), total: 2 });
		}
	const notes = await database.reading(officer, async (work) => {
		const found = await sql<{ note: string }>`select note from funding.assessment_note`.execute(work.db);
		return found.rows.map(({ note }) => note);
	});
	expect(notes).toEqual(["Notat 10"]);

	// Nothing is decided before the deadline, before it can be considered, without a reason, or for more than is asked.
	expect(await codes(officer, await decides(first, 1))).toEqual(["not-closed"]);
	await change({ closesOn: addDays(today, -1) });
	expect(await codes(officer, await decides(first, 1))).toEqual(["not-judged"]);
	await does(officer, await eligible(first, "yes"));
	expect(await codes(officer, await eligible(second, "no"))).toEqual(["note-missing"]);
	await does(officer, await eligible(second, "no", "Mangler plan"));
	expect(await codes(officer, await decides(first, 800_001))).toEqual(["over-applied"]);
	expect(await codes(officer, await decides(first, 1, "granted", ""))).toEqual(["note-missing"]);
	expect(await codes(officer, await decides(second, 1))).toEqual(["not-eligible"]);
	await does(officer, (work) =>
		funding.proposeGrants(
			work,
			callId,
			new Map([
				[first, 300_000],
				[second, 9],
			]),
		),
	);
	expect((await opened(first)).decision?.granted.find((one) => one.year === year)?.kroner).toBe(300_000);
	expect(await database.reading(winner, (work) => funding.readDecision(work, first))).toBeNull();

	await does(officer, await decides(first, 400_000));
	expect(await codes(officer, await decides(first, 400_000))).toEqual(["already-decided"]);
	const [award] = await database.reading(winner, reckoned);
	expect([award?.granted, award?.award.applicationId]).toEqual([400_000, first]);
	expect(await codes(winner, (work) => funding.withdrawApplication(work, first, "Nei"))).toEqual(["not-allowed"]);

	// An appeal can give more, which is added to the award and its ledger, and never less.
	const accepted = award?.award ?? expect.fail("an award");
	await does(winner, (work) => funding.acceptAward(work, accepted.id, accepted.version));
	expect(await codes(officer, await decides(first, 500_000))).toEqual(["already-decided"]);
	await does(winner, (work) => funding.appealDecision(work, first, "Behovet er større."));
	const more = { outcome: "granted" as const, because: "Vi har regnet feil." };
	await does(colleague, (work) => funding.answerAppeal(work, callId, first, more));
	expect(await codes(officer, await decides(first, 399_999))).toEqual(["under-granted"]);
	await does(officer, await decides(first, 500_001));
	expect(await codes(officer, await decides(first, 600_000))).toEqual(["already-decided"]);
	const [raised] = await database.reading(winner, reckoned);
	expect([raised?.granted, standingOf(raised?.balances ?? []).granted]).toEqual([500_001, 500_001]);

	// Its days are moved by who gave it, with what they were, and only to later ones.
	const { id: awardId, spendBy, reportBy } = accepted;
	const move = (days: { spendBy?: string; reportBy?: string }) => (work: Work) =>
		funding.moveDates(work, awardId, { spendBy, reportBy, because: "Studiestart er utsatt.", ...days });
	expect(await codes(officer, move({ spendBy: addDays(spendBy, -1) }))).toEqual(["binds-backwards"]);
	expect(await codes(officer, move({}))).toEqual(["nothing-changed"]);
	expect(await codes(winner, move({ reportBy: addDays(reportBy, 9) }))).toEqual(["not-allowed"]);
	await does(officer, move({ reportBy: addDays(reportBy, 9) }));
	const moved = (await does(winner, (work) => funding.openAward(work, awardId))).award;
	expect([moved.spendBy, moved.reportBy]).toEqual([spendBy, addDays(reportBy, 9)]);
	expect(await database.reading(winner, (work) => funding.listMovedDates(work, moved))).toMatchObject([
		{ number: 2, reportBefore: reportBy, because: "Studiestart er utsatt." },
	]);

	await does(officer, await decides(second, 0, "refused", "Mangler plan"));
	const told = await database.reading(loser, (work) => funding.readDecision(work, second));
	expect(told).toMatchObject({ decision: { outcome: "refused", because: "Mangler plan" }, mayAppeal: true });
	expect(await database.reading(winner, (work) => funding.readDecision(work, second))).toBeNull();
	expect(await codes(loser, (work) => funding.appealDecision(work, second, ""))).toEqual(["note-missing"]);
	await does(loser, (work) => funding.appealDecision(work, second, "Planen fulgte med."));
	expect(await codes(loser, (work) => funding.appealDecision(work, second, "Igjen"))).toEqual(["already-answered"]);
	const answer = { outcome: "granted" as const, because: "Planen var der." };
	await does(colleague, (work) => funding.answerAppeal(work, callId, second, answer));
	await does(officer, await decides(second, 0, "refused", "Rammen er brukt."));
	expect((await opened(second)).decision?.because).toBe("Rammen er brukt.");
});
