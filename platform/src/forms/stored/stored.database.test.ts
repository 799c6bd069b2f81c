import { beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../test/database.ts";
import { doing } from "../../../test/doing.ts";
import { makeActor } from "../../../test/make.ts";
import type { Work } from "../../database/work.server.ts";
import { system } from "../../identity/actor.ts";
import { openLink } from "../../identity/link-token.server.ts";
import { done, type Outcome } from "../../outcome.ts";
import type { FormContent } from "../definition.ts";
import * as answers from "./answer.server.ts";
import { draftOf, publishedOf } from "./contract.ts";
import * as forms from "./form.server.ts";

const database = await openTestDatabase();
type Made = Awaited<ReturnType<typeof makeActor>>;
type Asker =
	| Made
	| {
			readonly kind: "link";
			readonly organisationId: string;
			readonly tokenId: string;
			readonly purpose: string;
			readonly objectId: string;
	  };

const say = (word: string) => ({ nb: word, nn: word, en: word });
const content: FormContent = {
	title: say("Behov"),
	parts: [
		{ kind: "yesNo", id: "q1", label: say("Har dere behov?"), required: true },
		{ kind: "text", id: "q2", label: say("Hvilket?"), required: true, visible: { question: "q1", is: ["yes"] } },
	],
};

let officer: Made;
let colleague: Made;
let nurse: Made;
let stranger: Made;
let formId: string;

const { does } = doing(database);
const refusedWith = async (actor: Asker, verb: (work: Work) => Promise<Outcome<unknown>>) =>
	(await database.commanding(actor, verb)).refused?.map(({ code }) => code);

beforeAll(async () => {
	officer = await makeActor(database, { roles: ["manager"] });
	const organisation = { id: officer.organisationId, name: "", kind: "municipality" };
	colleague = await makeActor(database, { organisation, roles: ["employee"] });
	nurse = await makeActor(database, { organisation, roles: ["employee"] });
	stranger = await makeActor(database, { roles: ["manager"] });
	const given = { purpose: "own-survey", title: content.title, copyOf: null };
	formId = (await does(officer, (work) => forms.createForm(work, given))).id;
	await does(officer, (work) => forms.changeForm(work, formId, () => done(content)));
});

describe("a form", () => {
	it("is made by who may, changed and undone step by step, and read by nobody else", async () => {
		expect(
			await refusedWith(nurse, (work) =>
				forms.createForm(work, { purpose: "own-survey", title: say("a"), copyOf: null }),
			),
		).toEqual(["not-allowed"]);
		expect(await refusedWith(nurse, (work) => forms.openForm(work, formId))).toEqual(["missing"]);
		expect(await refusedWith(stranger, (work) => forms.openForm(work, formId))).toEqual(["missing"]);
		await does(officer, (work) => forms.changeForm(work, formId, (now) => done({ ...now, parts: [] })));
		expect(await refusedWith(officer, (work) => forms.publishForm(work, formId, 1))).toEqual(["changed-by-another"]);
		await does(officer, (work) => forms.undoChange(work, formId));
		const opened = await does(officer, (work) => forms.openForm(work, formId));
		expect(draftOf(opened)?.content).toEqual(content);
		await does(officer, (work) => forms.undoChange(work, formId));
		expect(await refusedWith(officer, (work) => forms.undoChange(work, formId))).toEqual(["nothing-to-undo"]);
		await does(officer, (work) =>
			forms.changeForm(work, formId, () => done({ ...content, title: { ...content.title, en: "" } })),
		);
		const lacking = draftOf(await does(officer, (work) => forms.openForm(work, formId)))?.revision ?? 0;
		expect(await refusedWith(officer, (work) => forms.publishForm(work, formId, lacking))).toEqual(["not-ready"]);
		await does(officer, (work) => forms.changeForm(work, formId, () => done(content)));
		expect(await refusedWith(officer, (work) => forms.publishForm(work, formId, lacking + 1))).toBeUndefined();
	});

	it("is never changed once published, not even by the program itself; the next version begins from it", async () => {
		expect(await refusedWith(officer, (work) => forms.changeForm(work, formId, () => done(content)))).toEqual([
			"no-draft",
		]);
		for (const actor of [system("test"), officer])
			await expect(
				database.commanding(actor, async (work) => {
					await work.db.updateTable("form.version").set({ revision: 99 }).where("form_id", "=", formId).execute();
					return done(undefined);
				}),
			).rejects.toThrow("a published version");
		await does(officer, (work) => forms.beginVersion(work, formId));
		const opened = await does(officer, (work) => forms.openForm(work, formId));
		expect([draftOf(opened)?.number, publishedOf(opened)?.number]).toEqual([2, 1]);
		expect(draftOf(opened)?.content).toEqual(content);
		// Who answers sees only what is published.
		expect((await does(nurse, (work) => forms.openForm(work, formId))).versions.map(({ number }) => number)).toEqual([
			1,
		]);
		expect((await does(officer, (work) => forms.discardDraft(work, formId))).isGone).toBe(false);
	});
});

describe("answers", () => {
	it("are private until shared or sent, then never changed, and name their version", async () => {
		const { id } = await does(nurse, (work) => answers.beginAnswer(work, formId, { answeredFor: "Hjemmesykepleien" }));
		const opened = await does(nurse, (work) => answers.openAnswer(work, id));
		expect([opened.answers.version, opened.can]).toEqual([1, { write: true, share: true, discard: true }]);
		for (const other of [officer, colleague, stranger])
			expect(await refusedWith(other, (work) => answers.openAnswer(work, id))).toEqual(["missing"]);
		// A draft is kept whatever it says.
		await does(nurse, (work) => answers.saveAnswers(work, id, { values: { q1: "yes" }, revision: 1 }));
		expect(await refusedWith(nurse, (work) => answers.saveAnswers(work, id, { values: {}, revision: 1 }))).toEqual([
			"changed-by-another",
		]);
		expect(await refusedWith(nurse, (work) => answers.submitAnswers(work, id, 2))).toEqual(["required"]);
		await does(nurse, (work) => answers.shareAnswers(work, id));
		await does(colleague, (work) => answers.saveAnswers(work, id, { values: { q1: "no", q2: "Sår" }, revision: 3 }));
		expect(await refusedWith(colleague, (work) => answers.discardAnswers(work, id))).toEqual(["not-allowed"]);
		await does(nurse, (work) => answers.submitAnswers(work, id, 4));
		// What was not asked is not sent.
		const [sent] = await does(officer, async (work) => done(await answers.listAnswersTo(work, formId)));
		expect(sent?.answers.values).toEqual({ q1: "no" });
		expect(await refusedWith(nurse, (work) => answers.saveAnswers(work, id, { values: {}, revision: 5 }))).toEqual([
			"submitted",
		]);
		await expect(
			database.commanding(system("test"), async (work) => {
				await work.db.updateTable("form.answer").set({ answered_for: "x" }).where("id", "=", id).execute();
				return done(undefined);
			}),
		).rejects.toThrow("submitted answers");
		expect(await does(stranger, async (work) => done(await answers.listAnswersTo(work, formId)))).toEqual([]);
	});

	it("are given by link, to that one draft and once; who asked sees them when they are sent", async () => {
		const asked = { name: "Enhet nord", email: null, reason: "Vi trenger svar", days: 14 };
		expect(await refusedWith(nurse, (work) => answers.askByLink(work, formId, asked))).toEqual(["not-allowed"]);
		const { id, path } = await does(officer, (work) => answers.askByLink(work, formId, asked));
		const { id: other } = await does(officer, (work) => answers.askByLink(work, formId, asked));
		expect(await refusedWith(officer, (work) => answers.openAnswer(work, id))).toEqual(["missing"]);
		const token = path.split("/").at(-1) ?? "";
		const { actor } = (await openLink(database, token)).done ?? expect.fail("no link");
		expect(await refusedWith(actor, (work) => answers.openAnswer(work, other))).toEqual(["missing"]);
		expect(await database.reading(actor, (work) => answers.listAnswersTo(work, formId))).toEqual([]);
		await does(actor, (work) => answers.saveAnswers(work, id, { values: { q1: "no" }, revision: 1 }));
		await does(actor, (work) => answers.submitAnswers(work, id, 2));
		expect((await openLink(database, token)).refused?.[0]?.code).toBe("used");
		expect((await does(officer, (work) => answers.openAnswer(work, id))).answer.answeredFor).toBe("Enhet nord");
	});

	it("are not begun to a closed form", async () => {
		await does(officer, (work) => forms.closeForm(work, formId, true));
		expect(await refusedWith(nurse, (work) => answers.beginAnswer(work, formId))).toEqual(["closed"]);
		expect(await refusedWith(stranger, (work) => answers.beginAnswer(work, formId))).toEqual(["missing"]);
	});
});
