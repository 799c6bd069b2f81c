import { expect, it } from "vitest";
import { openTestDatabase } from "../../../test/database.ts";
import { doing } from "../../../test/doing.ts";
import { makeActor } from "../../../test/make.ts";
import type { Work } from "../../database/work.server.ts";
import { openLink } from "../../identity/link-token.server.ts";
import { done, type Outcome } from "../../outcome.ts";
import { takeAnswers } from "../pages/answering.server.ts";
import { bringWorkbook } from "../pages/bring.server.ts";
import { writeFormWorkbook } from "../sheet.server.ts";
import * as answers from "./answer.server.ts";
import { askAndMail, listAsked, withdrawAsked } from "./asked.server.ts";
import * as files from "./file.server.ts";
import * as forms from "./form.server.ts";

const database = await openTestDatabase();
type Actor = Parameters<typeof database.commanding>[0];

const say = (word: string) => ({ nb: word, nn: word, en: word });
const pdf = (size = 20) => new File([`%PDF-1.7 ${"x".repeat(size)}`], "vedtak.pdf");

const { does } = doing(database);
const door = (actor: Actor, answerId: string) => ({
	answerId,
	reading: <Value>(work: (work: Work) => Promise<Value>) => database.reading(actor, work),
	commanding: <Value, Code extends string>(work: (work: Work) => Promise<Outcome<Value, Code>>) =>
		database.commanding(actor, work),
});
const sent = (fields: readonly (readonly [string, string | File])[]) => {
	const form = new FormData();
	for (const [name, value] of fields)
		if (typeof value === "string") form.append(name, value);
		else form.append(name, value);
	return form;
};

const officer = await makeActor(database, { roles: ["manager"] });
const organisation = { id: officer.organisationId, name: "", kind: "municipality" };
const nurse = await makeActor(database, { organisation, roles: ["employee"] });
const colleague = await makeActor(database, { organisation, roles: ["employee"] });
const stranger = await makeActor(database, { roles: ["manager"] });
const { id: formId } = await does(officer, (work) =>
	forms.createForm(work, {
		...{ purpose: "own-survey", title: say("Vedlegg"), copyOf: null },
		content: {
			title: say("Vedlegg"),
			parts: [
				{ kind: "number", id: "n", label: say("Hvor mange?"), whole: true },
				{ kind: "file", id: "f", label: say("Vedtaket"), maximum: 2, required: true },
			],
		},
	}),
);
await does(officer, (work) => forms.publishForm(work, formId, 1));

it("files are read in themselves, kept with a draft, read by those who read the answers, and never changed once sent", async () => {
	const { id } = await does(nurse, (work) => answers.beginAnswer(work, formId));
	const opened = async () => does(nurse, (work) => answers.openAnswer(work, id));
	const take = async (fields: Parameters<typeof sent>[0]) => {
		const { answer } = await opened();
		return takeAnswers(sent([["version", String(answer.revision)], ...fields]), door(nurse, id));
	};
	const program = new File(["MZ this is no document"], "vedtak.pdf");
	const refused = await take([
		["n", "3"],
		["f.new", program],
	]);
	expect(refused.to === "page" && refused.answer.refusals.map(({ code, field }) => [code, field])).toEqual([
		["file-type", "f"],
	]);
	// What was written beside it is not lost.
	expect((await opened()).answers.values).toEqual({ n: 3 });
	const large = await take([["f.new", pdf(10_000_001)]]);
	expect(large.to === "page" && large.answer.refusals[0]?.code).toBe("file-too-large");
	// A draft that saves itself takes no files along.
	await take([
		["autosave", "on"],
		["n", "3"],
		["f.new", pdf()],
	]);
	expect((await opened()).answers.values).toEqual({ n: 3 });
	expect(
		(
			await take([
				["n", "3"],
				["f.new", pdf()],
			])
		).to,
	).toBe("saved");
	expect(
		(
			await take([
				["n", "3"],
				["f", String((await opened()).answers.values.f)],
				["f.new", pdf()],
			])
		).to,
	).toBe("saved");
	const { answer, answers: given } = await opened();
	const [first = "", second = ""] = typeof given.values.f === "object" ? given.values.f : [];
	expect(await database.reading(nurse, (work) => files.listFileNames(work, answer))).toEqual({
		[first]: "vedtak.pdf",
		[second]: "vedtak.pdf",
	});
	for (const other of [officer, colleague, stranger])
		expect(await database.reading(other, async (work) => files.readFile(work, answer, first))).toBeUndefined();
	// One is taken away again, and the answers are sent.
	expect(
		(
			await take([
				["n", "3"],
				["f", second],
				["do", "submit"],
			])
		).to,
	).toBe("submitted");
	expect(await database.reading(officer, (work) => files.listFileNames(work, answer))).toEqual({
		[second]: "vedtak.pdf",
	});
	const read = await database.reading(officer, async (work) => files.readFile(work, answer, second));
	expect([read?.mediaType, read?.content.subarray(0, 5).toString()]).toEqual(["application/pdf", "%PDF-"]);
	expect(await database.reading(stranger, async (work) => files.readFile(work, answer, second))).toBeUndefined();
	await does(nurse, async (work) => {
		await work.db.deleteFrom("form.file").where("answer_id", "=", id).execute();
		return done(undefined);
	});
	expect(await database.reading(officer, (work) => files.listFileNames(work, answer))).toEqual({
		[second]: "vedtak.pdf",
	});
});

it("a filled-in workbook is taken in whole or not at all, and each fault names its cell", async () => {
	const { id } = await does(nurse, (work) => answers.beginAnswer(work, formId));
	const { definition } = await does(nurse, (work) => answers.openAnswer(work, id));
	const book = async (n: string | number) =>
		new File([new Uint8Array(await writeFormWorkbook(definition, { n }, "nb"))], "svar.xlsx");
	expect(await bringWorkbook(sent([]), door(nurse, id), "nb")).toMatchObject({ code: "required" });
	const faulty = await bringWorkbook(sent([["file", await book("mange")]]), door(nurse, id), "nb");
	expect(faulty.isSaved ? [] : faulty.found).toMatchObject([
		{ place: expect.stringContaining("rad 2"), remedy: expect.stringMatching(/./) },
	]);
	expect((await does(nurse, (work) => answers.openAnswer(work, id))).answers.values).toEqual({});
	expect(await bringWorkbook(sent([["file", await book(7)]]), door(nurse, id), "nb")).toEqual({ isSaved: true });
	expect((await does(nurse, (work) => answers.openAnswer(work, id))).answers.values).toEqual({ n: 7 });
});

it("a link is mailed where that is wished for, stands in a list until it is answered, and can be withdrawn", async () => {
	const asked = {
		name: "Enhet sør",
		email: "sor@example.no",
		reason: "Vi trenger svar",
		days: 14,
		language: "nn",
	} as const;
	const made = await does(officer, (work) => askAndMail(work, formId, { ...asked, mail: true }));
	expect(made.mailed).toBe(true);
	await does(officer, (work) => askAndMail(work, formId, { ...asked, name: "Enhet vest", mail: false }));
	const list = (actor: Actor) => database.reading(actor, (work) => listAsked(work, formId));
	expect((await list(officer)).map(({ recipientName }) => recipientName).sort()).toEqual(["Enhet sør", "Enhet vest"]);
	expect([await list(nurse), await list(stranger)]).toEqual([[], []]);
	const [one] = (await list(officer)).filter(({ recipientName }) => recipientName === "Enhet sør");
	const withdraw = (actor: Actor) =>
		database.commanding(actor, (work) => withdrawAsked(work, formId, one?.tokenId ?? ""));
	expect((await withdraw(stranger)).refused?.[0]?.code).toBe("missing");
	await withdraw(officer);
	expect((await list(officer)).map(({ recipientName }) => recipientName)).toEqual(["Enhet vest"]);
	expect((await openLink(database, made.path.split("/").at(-1) ?? "")).refused?.[0]?.code).toBe("revoked");
});
