import { expect, it } from "vitest";
import { answerSheet } from "./answer-list.ts";
import { formDefinition } from "./definition.ts";

const say = (word: string) => ({ nb: word, nn: word, en: word });

it("sets answers side by side: what is asked once, and what tables sum to", () => {
	const definition = formDefinition.parse({
		...{ id: "f", version: 2, title: say("Behov") },
		parts: [
			{ kind: "yesNo", id: "has", label: say("Behov?") },
			{ kind: "person", id: "who", label: say("Hvem") },
			{
				kind: "table",
				id: "costs",
				label: say("Kostnader"),
				columns: [{ kind: "money", id: "amount", label: say("Beløp") }],
			},
		],
	});
	const values = { has: "yes", "who.name": "Kari", costs: ["r1", "r2"], "costs.r1.amount": 5, "costs.r2.amount": 7 };
	const given = [
		{ name: "Nord", submittedOn: "2026-11-01", answers: { definition: "f", version: 2, values } },
		{ name: "Sør", submittedOn: "2026-11-02", answers: { definition: "f", version: 1, values: {} } },
	];
	const head = () => ({ name: "Fra", submittedOn: "Dato", version: "Versjon" });
	const sheet = answerSheet(definition, given, head, "nb", {});
	expect(sheet.columns.map(({ headers }) => headers.nb)).toEqual([
		...["Fra", "Dato", "Versjon", "Behov?", "Hvem, navn", "Hvem, e-postadresse", "Sum: Kostnader, Beløp"],
	]);
	expect(sheet.rows).toEqual([
		["Nord", "2026-11-01", 2, "Ja", "Kari", null, 12],
		["Sør", "2026-11-02", 1, null, null, null, 0],
	]);
});
