import { describe, expect, it } from "vitest";
import type { FormPart } from "../definition.ts";
import { everyPart } from "./edit.ts";
import { findingsOf, isReady } from "./findings.ts";
import { newPart, partKinds } from "./part-kinds.ts";
import { conditionChoices, conditionRows, conditionWords, termChoices } from "./part-words.ts";
import { readCondition } from "./read-condition.ts";
import { readPart } from "./read-part.ts";

const say = (word: string) => ({ nb: word, nn: word, en: word });
const parts: readonly FormPart[] = [
	{ kind: "yesNo", id: "q1", label: say("Behov?") },
	{ kind: "table", id: "q2", label: say("Kostnader"), columns: [{ kind: "money", id: "q3", label: say("Beløp") }] },
	{ kind: "money", id: "q4", label: say("Søkt") },
];
const sent = (given: Readonly<Record<string, string | readonly string[]>>) => {
	const form = new FormData();
	for (const [name, value] of Object.entries(given))
		for (const one of typeof value === "string" ? [value] : value) form.append(name, one);
	return form;
};
const label = { "label.nb": "Søkt", "label.nn": "Søkt", "label.en": "Applied" };

describe("a part as its page says it", () => {
	it("begins as something a draft can hold, whatever its kind", () => {
		for (const kind of partKinds) {
			const part = newPart(kind, parts);
			expect(readPart(part, sent({ "choice.value": ["c1"], "choice.nb": ["a"] }))?.kind).toBe(kind);
			const ids = everyPart([...parts, part]).map((one) => one.part.id);
			expect(new Set(ids).size).toBe(ids.length);
			expect(isReady({ title: say("t"), parts: [...parts, part] })).toBe(false);
		}
	});

	it("reads words, limits, choices and rules as they were chosen", () => {
		const [, , money] = parts;
		const [yes] = conditionChoices(parts, "q4", "nb");
		const terms = termChoices(parts, money ?? expect.fail(), "nb").map(({ value }) => value);
		expect(terms).toEqual(["n", "s q2 q3"]);
		const form = sent({
			...{ ...label, required: "on", minimum: "1 000", visibleMode: "all", condition: [yes?.value ?? "", ""] },
			...{
				"rule.is": ["at-most", ""],
				"rule.than": ["s q2 q3", "n"],
				"rule.number": ["", "5"],
				"rule.share": ["60", ""],
			},
			...{ "rule.nb": ["For mye", ""], "rule.nn": ["For mykje", ""], "rule.en": ["Too much", ""] },
		});
		expect(readPart(money ?? expect.fail(), form)).toEqual({
			...{ kind: "money", id: "q4", label: { nb: "Søkt", nn: "Søkt", en: "Applied" }, required: true, minimum: 1000 },
			visible: { question: "q1", is: ["yes"] },
			rules: [
				{
					...{ is: "at-most", than: { share: 60, of: { table: "q2", column: "q3" } } },
					say: { nb: "For mye", nn: "For mykje", en: "Too much" },
				},
			],
		});
		expect(readPart(parts[2] ?? expect.fail(), sent({ ...label, maximum: "mye", kind: "table" }))?.kind).toBe("money");
	});

	it("keeps the value of a choice, lets go of one that is emptied, and refuses to be left without", () => {
		const one: FormPart = {
			kind: "one",
			id: "q5",
			label: say("x"),
			choices: ["c1", "c2"].map((value) => ({ value, label: say(value) })),
		};
		const choices = (nb: readonly string[]) =>
			readPart(
				one,
				sent({ ...label, "choice.value": ["c1", "c2", ""], "choice.nb": nb, "choice.nn": nb, "choice.en": nb }),
			);
		expect(choices(["", "to", "tre"])).toMatchObject({
			choices: [
				{ value: "c2", label: say("to") },
				{ value: "c3", label: say("tre") },
			],
		});
		expect(choices(["", "", ""])).toBeUndefined();
	});
});

describe("conditions by choice", () => {
	it("come back as the rows they were chosen in, and keep what rows cannot say", () => {
		const rows = conditionChoices(parts, "q4", "nb").map(({ value }) => value);
		for (const [at, row] of rows.entries()) {
			expect(conditionRows(readCondition("all", [row]))).toEqual({ mode: "all", rows: [row] });
			const two = [row, rows[(at + 1) % rows.length] ?? row];
			for (const mode of ["all", "any"] as const)
				expect(conditionRows(readCondition(mode, two))).toEqual({ mode, rows: two });
		}
		expect(readCondition("always", rows)).toBeUndefined();
		expect(readCondition("all", ["{", '{"any":1}', ""])).toBeUndefined();
		const deep = { all: [{ question: "q1", answered: true }, { any: [{ question: "q1", is: ["yes"] }] }] } as const;
		expect(conditionRows(deep)).toBeUndefined();
		expect(conditionWords(deep, parts, "nb")).toBe("«Behov?» er besvart og «Behov?» er Ja");
	});
});

it("finds what stops and what is only odd, each at its part", () => {
	const hidden: FormPart = {
		kind: "text",
		id: "q6",
		label: say("Behov?"),
		visible: { question: "q4", answered: true },
	};
	const [first, ...rest] = parts;
	expect(findingsOf({ title: say("t"), parts: [hidden, ...(first ? [first] : []), ...rest] })).toEqual([
		{ id: "q6", code: "unknown-question", stops: true },
		{ id: "q1", code: "same-label", stops: false },
	]);
});
