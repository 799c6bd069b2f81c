import { expect, it } from "vitest";
import { openTestDatabase } from "../../../test/database.ts";
import { doing } from "../../../test/doing.ts";
import { makeActor } from "../../../test/make.ts";
import type { FormContent, FormPart } from "../definition.ts";
import { draftOf } from "../stored/contract.ts";
import { changeForm, createForm, openOwnForm } from "../stored/form.server.ts";
import { doToForm } from "./form-deeds.server.ts";

const database = await openTestDatabase();
const { does, codes } = doing(database);
const say = (word: string) => ({ nb: word, nn: word, en: word });

/** A form with a table, a group and a repeat, each empty of what is added. */
const parts: readonly FormPart[] = [
	{ kind: "table", id: "t", label: say("Tabell"), columns: [{ kind: "number", id: "n", label: say("Tall") }] },
	{ kind: "group", id: "g", label: say("Gruppe"), parts: [] },
	{ kind: "repeat", id: "r", label: say("Gjenta"), each: say("Tiltak"), parts: [] },
];

it("takes a file everywhere but in a table, where it is said why, and changes nothing there", async () => {
	const officer = await makeActor(database, { roles: ["manager"] });
	const { id } = await does(officer, (work) =>
		createForm(work, { purpose: "own-survey", title: say("Behov"), copyOf: null }),
	);
	await does(officer, (work) => changeForm(work, id, (content) => ({ done: { ...content, parts } })));
	const add = (kind: string, into: string) => {
		const form = new FormData();
		for (const [name, value] of Object.entries({ deed: "add", kind, into })) form.set(name, value);
		return (work: Parameters<typeof doToForm>[0]) => doToForm(work, id, form, "nb");
	};
	for (const kind of ["file", "person", "indicator", "group"])
		expect(await codes(officer, add(kind, "t"))).toEqual(["not-in-table"]);
	expect(await codes(officer, add("file", "nowhere"))).toEqual(["not-here"]);
	const content = async (): Promise<FormContent> => {
		const draft = draftOf(await does(officer, (work) => openOwnForm(work, id)));
		return draft?.content ?? expect.fail("no draft");
	};
	expect((await content()).parts).toEqual(parts);
	for (const into of ["g", "r"]) {
		const { to } = await does(officer, add("file", into));
		expect(to).toMatch(new RegExp(`^/forms/${id}/parts/`));
	}
	await does(officer, add("text", "t"));
	const kinds = (part: FormPart | undefined) =>
		(part?.kind === "table" ? part.columns : part?.kind === "group" || part?.kind === "repeat" ? part.parts : []).map(
			({ kind }) => kind,
		);
	expect((await content()).parts.map(kinds)).toEqual([["number", "text"], ["file"], ["file"]]);
});
