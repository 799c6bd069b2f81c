import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { askedValues, carryOver, definitionOf, readAnswers } from "./answers.ts";
import { checkAnswers } from "./check.ts";
import { type Answers, type FormDefinition, formDefinition, storedAnswers } from "./definition.ts";
import { flaws } from "./flaws.ts";
import { questionsOf } from "./parts.ts";
import type { AnswerValues } from "./walk.ts";

const word = (text: string) => ({ nb: text, nn: text, en: text });

const definition: FormDefinition = formDefinition.parse({
	id: "need",
	version: 2,
	title: word("Behov"),
	parts: [
		{ kind: "yesNo", id: "hasNeed", label: word("Har dere behov?"), required: true },
		{
			kind: "group",
			id: "details",
			label: word("Behovet"),
			visible: { question: "hasNeed", is: ["yes"] },
			parts: [
				{ kind: "number", id: "places", label: word("Plasser"), required: true, minimum: 1, maximum: 50, whole: true },
				{ kind: "date", id: "from", label: word("Fra"), earliest: "2026-01-01", latest: "2026-12-31" },
				{
					kind: "several",
					id: "groups",
					label: word("Grupper"),
					choices: ["nurse", "doctor", "other"].map((value) => ({ value, label: word(value) })),
					maximum: 2,
				},
				{
					kind: "text",
					id: "which",
					label: word("Hvilken?"),
					required: true,
					maximum: 10,
					visible: { all: [{ question: "groups", is: ["other"] }, { not: { question: "places", is: ["1"] } }] },
				},
			],
		},
	],
});

const answers = (values: AnswerValues): Answers => ({ definition: "need", version: 2, values });

describe("checkAnswers", () => {
	test("a draft is warned of what a submission is refused for", () => {
		const wrong = answers({
			hasNeed: "yes",
			places: "mange",
			from: "2027-01-01",
			groups: ["nurse", "doctor", "other"],
		});
		const draft = checkAnswers(definition, wrong, "draft");
		const submission = checkAnswers(definition, wrong, "submission");
		expect(draft.refusals).toEqual([]);
		expect(draft.warnings).toEqual(submission.refusals);
		expect(submission.refusals).toEqual([
			{ code: "number", field: "places" },
			{ code: "too-late", field: "from", detail: { latest: "2026-12-31" } },
			{ code: "too-many", field: "groups", detail: { maximum: 2 } },
			{ code: "required", field: "which" },
		]);
	});

	test("what is hidden is not judged, nor what hangs on it", () => {
		const hidden = answers({ hasNeed: "no", groups: ["other"], places: -5 });
		expect(checkAnswers(definition, hidden, "submission").refusals).toEqual([]);
		expect(askedValues(definition.parts, hidden.values)).toEqual({ hasNeed: "no" });
	});

	test("each kind has its limits", () => {
		const judged = (values: AnswerValues) =>
			checkAnswers(definition, answers({ hasNeed: "yes", places: 2, ...values }), "submission").refusals.map(
				({ code }) => code,
			);
		expect(judged({})).toEqual([]);
		expect(judged({ places: 0 })).toEqual(["too-small"]);
		expect(judged({ places: 51 })).toEqual(["too-large"]);
		expect(judged({ places: 1.5 })).toEqual(["whole-number"]);
		expect(judged({ from: "2025-12-31" })).toEqual(["too-early"]);
		expect(judged({ from: "2026-02-31" })).toEqual(["date"]);
		expect(judged({ groups: ["nurse", "nurse"] })).toEqual(["choice"]);
		expect(judged({ groups: ["other"], which: "lenger enn ti tegn" })).toEqual(["too-long"]);
		expect(judged({ hasNeed: "maybe" })).toEqual(["choice"]);
	});

	test("answers are never judged by another version", () => {
		expect(() => checkAnswers(definition, { ...answers({}), version: 1 }, "draft")).toThrow(/judged by need 2/);
	});
});

describe("answers", () => {
	test("a sent form becomes answers, and a draft keeps what could not be read", () => {
		const form = new FormData();
		for (const [name, value] of [
			["hasNeed", "yes"],
			["places", "1 0"],
			["from", "1.2.2026"],
			["groups", "nurse"],
			["groups", "other"],
			["which", " "],
			["unknown", "x"],
		] as const)
			form.append(name, value);
		expect(readAnswers(definition, form)).toEqual(
			answers({ hasNeed: "yes", places: 10, from: "2026-02-01", groups: ["nurse", "other"] }),
		);
		form.set("places", "ganske mange");
		expect(readAnswers(definition, form).values.places).toBe("ganske mange");
	});

	test("answers survive being stored, and find their own version", () => {
		fc.assert(
			fc.property(
				fc.dictionary(
					fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,9}$/),
					fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.array(fc.string())),
				),
				(values) => {
					const stored: unknown = JSON.parse(JSON.stringify(answers(values)));
					expect(JSON.stringify(storedAnswers.parse(stored))).toBe(JSON.stringify(stored));
				},
			),
		);
		const first = { ...definition, version: 1 };
		expect(definitionOf(answers({}), [first, definition])).toBe(definition);
		expect(definitionOf({ ...answers({}), version: 3 }, [first, definition])).toBeUndefined();
	});

	test("a new version starts with what still fits, and names what does not", () => {
		const next = formDefinition.parse({
			...definition,
			version: 3,
			parts: [
				{ kind: "yesNo", id: "hasNeed", label: word("Har dere behov?") },
				{ kind: "text", id: "places", label: word("Plasser") },
				{ kind: "several", id: "groups", label: word("Grupper"), choices: [{ value: "nurse", label: word("nurse") }] },
			],
		});
		const old = answers({ hasNeed: "yes", places: 3, groups: ["nurse", "doctor"] });
		const { answers: carried, dropped } = carryOver(old, definition, next);
		expect(carried).toEqual({ definition: "need", version: 3, values: { hasNeed: "yes" } });
		expect(dropped.map(({ id }) => id)).toEqual(["places", "groups"]);
	});
});

describe("definitions", () => {
	test("one that contradicts itself is refused", () => {
		const text = (id: string, visible?: object) => ({
			kind: "text",
			id,
			label: word(id),
			...(visible ? { visible } : {}),
		});
		const read = (parts: readonly object[]) =>
			formDefinition.safeParse({ id: "x", version: 1, title: word("x"), parts });
		expect(read([text("a"), text("b", { question: "a", answered: true })]).success).toBe(true);
		expect(read([text("a"), text("a")]).error?.message).toContain("duplicate-id");
		expect(read([text("a", { question: "b", answered: true }), text("b")]).error?.message).toContain(
			"unknown-question",
		);
		expect(
			read([{ kind: "yesNo", id: "a", label: word("a") }, text("b", { question: "a", is: ["ja"] })]).error?.message,
		).toContain("unknown-choice");
		expect(read([text("a", { question: "a", answered: true })]).success).toBe(false);
	});

	test("the sample has no flaws and asks its questions in order", () => {
		expect(flaws(definition.parts)).toEqual([]);
		expect(questionsOf(definition.parts).map(({ id }) => id)).toEqual(["hasNeed", "places", "from", "groups", "which"]);
	});
});
