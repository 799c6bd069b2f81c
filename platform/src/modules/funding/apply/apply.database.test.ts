import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { doing } from "../../../../test/doing.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { openAnswer, saveAnswers } from "../../../forms/stored/answer.server.ts";
import * as funding from "../service.server.ts";
import type { LineFacts } from "./contract.ts";
import { findWaitingApplications } from "./waiting.server.ts";

const database = await openTestDatabase();
type Made = Awaited<ReturnType<typeof makeActor>>;

let officer: Made;
let lead: Made;
let partner: Made;
let stranger: Made;
let callId: string;
let today: string;

const { does, codes } = doing(database);
const line = (title: string, applied: number, own = applied): LineFacts => ({
	...{ title, category: "k1", people: 2, novelty: null, argued: "", source: "" },
	amounts: [{ year: Number(addDays(today, 60).slice(0, 4)), applied, own }],
});
const opened = (actor: Made, id: string) => does(actor, (work) => funding.openApplication(work, id));
const writes = async (actor: Made, id: string, lines: readonly LineFacts[]) => {
	const { own } = await opened(actor, id);
	return does(actor, (work) => funding.writeLines(work, id, { lines, part: "Vår del", version: own.version }));
};
const answers = async (id: string) => {
	const { application } = await opened(lead, id);
	const answerId = application.answerId ?? "";
	const { answer, answers: given } = await does(lead, (work) => openAnswer(work, answerId));
	const values = { ...given.values, goal: "Flere fagfolk", planned: "yes", involved: "Fra starten" };
	await does(lead, (work) => saveAnswers(work, answerId, { values, revision: answer.revision }));
};
const send = async (id: string) => {
	const { version } = (await opened(lead, id)).application;
	return (work: Work) => funding.sendApplication(work, id, version);
};
/** All an organisation's people could read of applications, past what the program asks for. */
const readable = (actor: Made) =>
	database.reading(actor, async (work) => {
		const counted = await Promise.all(
			["application", "application_party", "application_line", "application_fact", "sending"].map(async (table) => {
				const { rows } = await sql<{
					count: number;
				}>`select count(*)::int count from ${sql.table(`funding.${table}`)}`.execute(work.db);
				return rows[0]?.count;
			}),
		);
		return counted;
	});

beforeAll(async () => {
	officer = await makeActor(database, {
		organisation: await makeOrganisation(database, { kind: "state-administrator" }),
		roles: ["case-officer"],
	});
	lead = await makeActor(database, { roles: ["grants-coordinator"] });
	partner = await makeActor(database, { roles: ["grants-coordinator"] });
	stranger = await makeActor(database, { roles: ["grants-coordinator"] });
	today = await database.reading(officer, async (work) => work.today);
	const scheme = { name: "Ordning", directorate: "Direktoratet", purpose: "", regulation: "R", address: null };
	const { id: schemeId } = await does(officer, (work) => funding.addScheme(work, scheme));
	callId = (await does(officer, (work) => funding.beginCall(work, { way: "here", title: "Tilskudd", schemeId }))).id;
	await does(officer, (work) =>
		funding.changeCall(work, callId, {
			...{ purpose: "Formål", pot: 1_000_000, highest: 900, ownShare: 10, carryOver: "Nei", joint: true, version: 1 },
			...{ opensOn: addDays(today, -1), closesOn: addDays(today, 20), decidesOn: addDays(today, 60) },
			...{ spendBy: addDays(today, 300), reportOn: addDays(today, 330) },
			categories: [
				{ id: "k1", name: "Utdanning", about: "", highest: null, novelty: "any" },
				{ id: "k2", name: "Nytt", about: "", highest: 100, novelty: "new" },
			],
			criteria: [{ id: "v1", name: "Behov", about: "", weight: 100 }],
		}),
	);
	await does(officer, (work) => funding.publishCall(work, callId, { version: 2, note: "" }));
});

it("is the applicant's own until it is sent, frozen when it is, and changed by sending anew", async () => {
	const begin = (work: Work) => funding.beginApplication(work, callId, { joint: false, withNeeds: true });
	expect(await codes(officer, begin)).toEqual(["not-allowed"]);
	const { id } = await does(lead, begin);
	expect(await codes(lead, begin)).toEqual(["application-stands"]);
	expect(await codes(stranger, (work) => funding.openApplication(work, id))).toEqual(["missing"]);
	const first = await opened(lead, id);
	expect(first.lacks.map(({ code, at }) => `${code} ${at}`)).toEqual(["no-lines lines", "answers answers"]);
	expect(await codes(lead, await send(id))).toEqual(["not-ready"]);

	const big = { ...line("Videreutdanning", 600, 100), category: "k1" };
	const fresh = { ...line("Robot", 400, 10), category: "k2" };
	await writes(lead, id, [big, fresh]);
	expect(await codes(lead, (work) => funding.writeLines(work, id, { lines: [], part: "", version: 1 }))).toEqual([
		"changed-by-another",
	]);
	expect((await opened(lead, id)).lacks.map(({ code }) => code)).toEqual([
		...["novelty", "over-highest", "own-share", "category-over", "answers"],
	]);
	await writes(lead, id, [
		big,
		{ ...fresh, ...line("Robot", 90, 10), category: "k2", novelty: "here", argued: "Ingen her" },
	]);
	await answers(id);
	const [fact] = [{ key: "a", label: "Innbyggere", value: "5 000", source: "SSB", asOf: "2026-01-01" }];
	await does(lead, (work) => funding.chooseFacts(work, id, fact ? [fact] : []));
	expect((await opened(lead, id)).lacks).toEqual([]);

	// Whoever calls sees nothing of it, whatever it asks the database for.
	expect(await readable(officer)).toEqual([0, 0, 0, 0, 0]);
	expect(await readable(stranger)).toEqual([0, 0, 0, 0, 0]);
	const answerId = (await opened(lead, id)).application.answerId ?? "";
	expect(await codes(officer, (work) => openAnswer(work, answerId))).toEqual(["missing"]);

	const sending = await send(id);
	expect((await does(lead, sending)).number).toBe(1);
	expect(await codes(lead, sending)).toEqual(["application-sent"]);
	expect(await readable(officer)).toEqual([1, 0, 0, 0, 1]);
	expect(await readable(stranger)).toEqual([0, 0, 0, 0, 0]);
	expect((await does(officer, (work) => openAnswer(work, answerId))).answers.values.goal).toBe("Flere fagfolk");
	const [listed] = await database.reading(lead, funding.listApplications);
	expect(listed).toMatchObject({ state: "sent", applied: 690, own: 110, people: 4, title: "Tilskudd" });

	// It is changed: what was sent stands as it was until it is sent anew.
	await does(lead, (work) => funding.changeApplication(work, id));
	await writes(lead, id, [big]);
	const frozen = async () => {
		const { sendings, application } = await opened(lead, id);
		return [application.sent, sendings.map(({ content }) => content.lines.length)];
	};
	expect(await frozen()).toEqual([1, [2]]);
	await does(lead, await send(id));
	expect(await frozen()).toEqual([2, [1, 2]]);
	expect((await opened(lead, id)).sendings[0]?.content.facts).toEqual([fact]);
	await expect(
		database.commanding(lead, async (work) => {
			await sql`update funding.sending set sent_by = 'x' where application_id = ${id}`.execute(work.db);
			return { done: undefined };
		}),
	).rejects.toThrow();
	expect(await codes(lead, (work) => funding.withdrawApplication(work, id, ""))).toEqual(["note-missing"]);
	await does(lead, (work) => funding.withdrawApplication(work, id, "Ikke aktuelt"));
	expect((await opened(lead, id)).can).toEqual({ lead: false, lines: false, change: false, withdraw: false });
});

it("that several send together waits for each to approve its own part, which it alone writes", async () => {
	const { id } = await does(lead, (work) => funding.beginApplication(work, callId, { joint: true, withNeeds: false }));
	await writes(lead, id, [line("Kurs", 300)]);
	await answers(id);
	expect((await opened(lead, id)).lacks.map(({ code }) => code)).toEqual(["no-parties"]);
	const invite = (work: Work) => funding.inviteParty(work, id, partner.organisationId);
	await does(lead, invite);
	expect(await codes(lead, invite)).toEqual(["party-known"]);
	expect(await codes(stranger, invite)).toEqual(["missing"]);
	expect((await database.reading(partner, findWaitingApplications)).map(({ path }) => path)).toEqual([
		`/funding/applications/${id}`,
	]);
	const partners = async () => (await opened(partner, id)).own;
	const write = async (work: Work) =>
		funding.writeLines(work, id, {
			lines: [line("Veiledere", 200)],
			part: "Vi veileder",
			version: (await partners()).version,
		});
	expect(await codes(partner, write)).toEqual(["not-joined"]);
	const moves = async (move: "join" | "approve" | "leave") => {
		const { version } = await partners();
		return (work: Work) => funding.moveParty(work, id, { move, because: "", version });
	};
	await does(partner, await moves("join"));
	expect(await codes(partner, await moves("approve"))).toEqual(["not-ready"]);
	await does(partner, write);
	expect(await codes(lead, await send(id))).toEqual(["not-ready"]);
	// The lead does not approve for another, nor writes its lines, whatever it asks the database for.
	await database.commanding(lead, async (work) => {
		await sql`update funding.application_party set state = 'approved' where party_id = ${partner.organisationId}`.execute(
			work.db,
		);
		await sql`update funding.application_line set title = 'Annet' where party_id = ${partner.organisationId}`.execute(
			work.db,
		);
		return { done: undefined };
	});
	await does(partner, await moves("approve"));
	expect((await opened(partner, id)).lines.map(({ title }) => title)).toEqual(["Kurs", "Veiledere"]);
	await does(partner, write);
	expect((await partners()).state).toBe("joined");
	await does(partner, await moves("approve"));
	const seen = await database.reading(partner, async (work) => {
		const application = (await funding.openApplication(work, id)).done;
		return application && funding.readAnswersOf(work, application);
	});
	expect(seen?.values.goal).toBe("Flere fagfolk");
	expect(await codes(partner, await send(id))).toEqual(["not-allowed"]);
	await does(lead, await send(id));
	expect((await opened(lead, id)).sendings[0]?.content.parties.map(({ part }) => part)).toEqual([
		"Vår del",
		"Vi veileder",
	]);
	expect(await codes(partner, await moves("leave"))).toEqual(["application-sent"]);
	await does(lead, (work) => funding.changeApplication(work, id));
	await does(partner, await moves("leave"));
	expect(await codes(partner, (work) => funding.openApplication(work, id))).toEqual(["missing"]);
	expect((await opened(lead, id)).lines.map(({ title }) => title)).toEqual(["Kurs"]);
});

it("is bound by the version it was begun to, and is late after the deadline", async () => {
	const begun = await does(stranger, (work) =>
		funding.beginApplication(work, callId, { joint: false, withNeeds: false }),
	);
	const { draft } = await does(officer, (work) => funding.openWriting(work, callId));
	const { version } = await does(officer, (work) =>
		funding.changeCall(work, callId, {
			ownShare: 50,
			opensOn: addDays(today, -9),
			closesOn: addDays(today, -1),
			version: draft.revision,
		}),
	);
	await does(officer, (work) => funding.publishCall(work, callId, { version, note: "Fristen er ute." }));
	const late = await opened(stranger, begun.id);
	expect([late.content.ownShare, late.newer?.number, late.lacks[0]?.code]).toEqual([10, 2, "too-late"]);
	await does(stranger, (work) => funding.takeNewVersion(work, begun.id));
	expect((await opened(stranger, begun.id)).content.ownShare).toBe(50);
	await does(stranger, (work) => funding.withdrawApplication(work, begun.id, ""));
	expect(await codes(stranger, (work) => funding.openApplication(work, begun.id))).toEqual(["missing"]);
	expect(
		await codes(stranger, (work) => funding.beginApplication(work, callId, { joint: false, withNeeds: false })),
	).toEqual(["call-closed"]);
});
