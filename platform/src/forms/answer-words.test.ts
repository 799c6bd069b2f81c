import { describe, expect, it } from "vitest";
import { mergeWords } from "../draft/merge.ts";
import { answersOfWords, withHidden, wordsOfAnswers } from "./answer-words.ts";
import { formDefinition } from "./definition.ts";

const say = (word: string) => ({ nb: word, nn: word, en: word });
const choices = ["a", "b", "c"].map((value) => ({ value, label: say(value) }));
const definition = formDefinition.parse({
	...{ id: "f", version: 1, title: say("t") },
	parts: [
		{ kind: "yesNo", id: "has", label: say("has") },
		{ kind: "several", id: "which", label: say("which"), choices, visible: { question: "has", is: ["yes"] } },
		{ kind: "longText", id: "why", label: say("why"), visible: { question: "has", is: ["yes"] } },
		{ kind: "person", id: "who", label: say("who") },
		{
			kind: "table",
			id: "costs",
			label: say("costs"),
			columns: [{ kind: "number", id: "amount", label: say("amount") }],
		},
	],
});
const values = {
	...{ has: "yes", which: ["a", "c"], why: "Én\nto", "who.name": "Kari", "who.email": "k@x.no" },
	...{ costs: ["r1", "r2"], "costs.r1.amount": 1.234, "costs.r2.amount": 5000 },
};

describe("answers as words", () => {
	it("come back as they were", () => {
		expect(answersOfWords(definition, wordsOfAnswers(values))).toEqual(values);
	});

	it("keep what stands in questions that are hidden when the form is sent", () => {
		const sent = { has: "no", "who.name": "Kari", costs: ["r1", "r2"], "costs.r2.amount": 5000 };
		// What was emptied is empty; what was hidden stands.
		expect(withHidden(definition, values, sent)).toEqual({ ...sent, which: ["a", "c"], why: "Én\nto" });
	});

	it("put together what two wrote, question by question", () => {
		const mine = { ...values, which: ["a", "b"], "costs.r1.amount": 7 };
		const theirs = { ...values, which: ["c"], "costs.r2.amount": 8, costs: ["r1", "r2", "r3"] };
		const { merged, clashes } = mergeWords(wordsOfAnswers(values), wordsOfAnswers(mine), wordsOfAnswers(theirs));
		expect(clashes).toEqual([{ field: "which", mine: "a\nb", theirs: "c" }]);
		expect(answersOfWords(definition, merged)).toMatchObject({
			...{ costs: ["r1", "r2", "r3"], "costs.r1.amount": 7, "costs.r2.amount": 8, which: ["a", "b"] },
		});
	});
});
