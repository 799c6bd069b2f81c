import { beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../test/database.ts";
import { doing } from "../../../test/doing.ts";
import { makeActor, makeOrganisation } from "../../../test/make.ts";
import type { Work } from "../../database/work.server.ts";
import { addDays } from "../../day.ts";
import { questionsOf } from "../../forms/parts.ts";
import { beginAnswer } from "../../forms/stored/answer.server.ts";
import { changeForm, listFormsToAnswer } from "../../forms/stored/form.server.ts";
import { done } from "../../outcome.ts";
import type { CallContent } from "./call/contract.ts";
import * as funding from "./service.server.ts";

const database = await openTestDatabase();
type Made = Awaited<ReturnType<typeof makeActor>>;

let officer: Made;
let other: Made;
let coordinator: Made;
let nurse: Made;
let schemeId: string;
let callId: string;

const { does, codes } = doing(database);

const said = (today: string): Partial<CallContent> => ({
	...{
		purpose: "Flere fagfolk",
		regulation: "Regelverk",
		pot: 1_000_000,
		ownShare: 10,
		carryOver: "Følger studieåret.",
	},
	...{ opensOn: addDays(today, -1), closesOn: addDays(today, 30), decidesOn: addDays(today, 60) },
	...{ spendBy: addDays(today, 400), reportOn: addDays(today, 430) },
	categories: [{ id: "k1", name: "Utdanning", about: "", highest: null, novelty: "any" }],
	criteria: [{ id: "v1", name: "Behov", about: "", weight: 100 }],
});
const revise = async (change: Partial<CallContent>) =>
	does(officer, async (work) => {
		const opened = await funding.openWriting(work, callId);
		if (opened.refused) return opened;
		return funding.changeCall(work, callId, { ...change, version: opened.done.draft.revision });
	});
const publish =
	(version: number, note = "") =>
	(work: Work) =>
		funding.publishCall(work, callId, { version, note });

beforeAll(async () => {
	const kind = "state-administrator";
	officer = await makeActor(database, {
		organisation: await makeOrganisation(database, { kind }),
		roles: ["case-officer"],
	});
	other = await makeActor(database, {
		organisation: await makeOrganisation(database, { kind }),
		roles: ["case-officer"],
	});
	coordinator = await makeActor(database, { roles: ["grants-coordinator"] });
	nurse = await makeActor(database, { roles: ["employee"] });
	const scheme = {
		name: "Kompetanseløft",
		directorate: "Helsedirektoratet",
		purpose: "",
		regulation: "",
		address: null,
	};
	expect(await codes(coordinator, (work) => funding.addScheme(work, scheme))).toEqual(["not-allowed"]);
	schemeId = (await does(officer, (work) => funding.addScheme(work, scheme))).id;
	expect(await codes(officer, (work) => funding.addScheme(work, scheme))).toEqual(["name-taken"]);
	const begun = { way: "here", title: "Tilskudd 2027", schemeId } as const;
	expect(await codes(coordinator, (work) => funding.beginCall(work, begun))).toEqual(["not-allowed"]);
	callId = (await does(officer, (work) => funding.beginCall(work, begun))).id;
});

describe("a call", () => {
	it("is seen by its writers alone until it is published, and then by everybody", async () => {
		for (const actor of [other, coordinator])
			expect(await codes(actor, (work) => funding.openCall(work, callId))).toEqual(["missing"]);
		const today = await database.reading(officer, async (work) => work.today);
		expect(await codes(officer, publish(1))).toEqual(["not-ready"]);
		expect(
			await codes(officer, (work) =>
				funding.changeCall(work, callId, { ...said(today), closesOn: addDays(today, -9), version: 1 }),
			),
		).toEqual(["closes-before-opens"]);
		const { version } = await revise(said(today));
		expect(await codes(officer, publish(version - 1))).toEqual(["changed-by-another"]);
		expect(await codes(coordinator, publish(version))).toEqual(["missing"]);
		expect((await does(officer, publish(version))).number).toBe(1);
		const opened = await does(nurse, (work) => funding.openCall(work, callId));
		expect([opened.versions[0]?.content.pot, opened.draft, opened.can]).toEqual([
			...[1_000_000, null],
			{ edit: false, ask: false, apply: false },
		]);
		const [listed] = (await database.reading(nurse, funding.listCalls)).filter(({ id }) => id === callId);
		expect([listed?.standing, listed?.schemeName]).toEqual(["open", "Kompetanseløft"]);
	});

	it("is not published with a report question that nothing prepares, and has its forms frozen with it", async () => {
		const { draft } = await does(officer, (work) => funding.openWriting(work, callId));
		const reportId = draft.reportFormId ?? "";
		const label = { nb: "Antall liggedøgn", nn: "Talet på liggedøgn", en: "Bed days" };
		await does(officer, (work) => funding.reopenForm(work, callId, reportId));
		await does(officer, (work) =>
			changeForm(work, reportId, (now) =>
				done({ ...now, parts: [...now.parts, { kind: "number", id: "days", label }] }),
			),
		);
		const note = "Rapporten spør om liggedøgn.";
		const { version } = await revise({ prepared: draft.content.prepared });
		expect(await codes(officer, publish(version, note))).toEqual(["not-ready"]);
		const measured = await revise({
			measures: [{ id: "m1", name: "Liggedøgn", about: "" }],
			prepared: { ...draft.content.prepared, days: "measure m1" },
		});
		expect(await codes(officer, publish(measured.version))).toEqual(["note-missing"]);
		expect((await does(officer, publish(measured.version, note))).number).toBe(2);
		// Whoever applied to the first version is asked what it said, and no more.
		const { versions } = await does(coordinator, (work) => funding.openCall(work, callId));
		const asked = await Promise.all(
			versions.map(async ({ reportFormId, reportNumber }) => {
				const form = await database.reading(coordinator, (work) =>
					funding.readPublishedForm(work, reportFormId, reportNumber),
				);
				return questionsOf(form?.parts ?? []).some(({ id }) => id === "days");
			}),
		);
		expect(asked).toEqual([true, false]);
		await expect(
			database.commanding(officer, async (work) => {
				await work.db.updateTable("funding.call_version").set({ note: "x" }).where("call_id", "=", callId).execute();
				return done(undefined);
			}),
		).rejects.toThrow("a published call");
		// Its forms are begun from the call, and not offered by themselves.
		expect((await database.reading(coordinator, listFormsToAnswer)).map(({ id }) => id)).not.toContain(reportId);
		expect(await codes(nurse, (work) => beginAnswer(work, reportId))).toEqual(["not-allowed"]);
	});

	it("is asked about once and answered to all, without who asked", async () => {
		expect(await codes(nurse, (work) => funding.askAbout(work, callId, "Gjelder det oss?"))).toEqual(["not-allowed"]);
		const { id } = await does(coordinator, (work) => funding.askAbout(work, callId, "Gjelder det lærlinger?"));
		const list = (actor: Made) => database.reading(actor, (work) => funding.listClarifications(work, callId));
		expect([(await list(coordinator)).length, (await list(other)).length, (await list(officer)).length]).toEqual([
			1, 0, 1,
		]);
		expect(await codes(other, (work) => funding.clarify(work, callId, { id, answer: "Ja" }))).toEqual(["not-allowed"]);
		await does(officer, (work) => funding.clarify(work, callId, { id, answer: "Ja, fra høsten." }));
		expect(await codes(officer, (work) => funding.clarify(work, callId, { id, answer: "Nei" }))).toEqual([
			"already-answered",
		]);
		expect(await list(other)).toMatchObject([{ answer: "Ja, fra høsten.", isOwn: false, number: 2 }]);
		expect(JSON.stringify(await list(other))).not.toContain(coordinator.organisationId);
	});

	it("that lives outside is noted by whoever means to apply, and seen by nobody else", async () => {
		const { id } = await does(coordinator, (work) =>
			funding.beginCall(work, { way: "outside", title: "Fondet", schemeId: null }),
		);
		const seen = async (actor: Made) => (await database.reading(actor, funding.listCalls)).some((one) => one.id === id);
		expect([await seen(coordinator), await seen(officer), await seen(nurse)]).toEqual([true, false, false]);
		expect(await codes(officer, (work) => funding.openCall(work, id))).toEqual(["missing"]);
		expect((await does(coordinator, (work) => funding.withdrawCall(work, id, ""))).isGone).toBe(true);
	});

	it("is withdrawn with a reason everybody sees, and then neither changed nor asked about", async () => {
		expect(await codes(officer, (work) => funding.withdrawCall(work, callId, ""))).toEqual(["note-missing"]);
		await does(officer, (work) => funding.withdrawCall(work, callId, "Stortinget fjernet bevilgningen."));
		const { call, can } = await does(coordinator, (work) => funding.openCall(work, callId));
		expect([call.withdrawnReason, can.ask]).toEqual(["Stortinget fjernet bevilgningen.", false]);
		expect(await codes(officer, (work) => funding.openWriting(work, callId))).toEqual(["not-allowed"]);
	});
});
