import { expect, test } from "vitest";
import type { Answer } from "./contract.ts";
import { groupAnswers } from "./group.ts";

const place = (unit: string | null, organisationId = "o") => ({
	...{ organisationId, organisationName: organisationId, exact: false },
	unit: unit === null ? null : { id: unit, name: unit },
});

function answered(name: string | null, by: Answer["by"] = "administrator"): Answer {
	return {
		step: by === null ? "nobody" : "administrator",
		tried: [],
		by,
		name,
		email: null,
		phone: null,
		contact: null,
	};
}

test("a person who answers at several places of an organisation stands once, where the best of them stood", () => {
	const answers = [
		{ place: place("b"), answer: answered("Kari") },
		{ place: place("c"), answer: answered("Ola") },
		{ place: place(null), answer: answered("Kari") },
		{ place: place(null, "other"), answer: answered("Kari") },
	];
	const shown = groupAnswers(answers).map(({ places, answer }) => [answer.name, places.map((one) => one.unit?.id)]);
	expect(shown).toEqual([
		["Kari", ["b", undefined]],
		["Ola", ["c"]],
		["Kari", [undefined]],
	]);
});

test("places where nobody answers stay apart", () => {
	const answers = [place("a"), place("b")].map((one) => ({ place: one, answer: answered(null, null) }));
	expect(groupAnswers(answers)).toHaveLength(2);
});
