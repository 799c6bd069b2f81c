import { expect, test } from "vitest";
import { parseForm } from "../../../forms/parse.ts";
import { aboutFacts, moneyFacts } from "./contract.ts";

const sent = (words: Readonly<Record<string, string>>) => {
	const form = new FormData();
	for (const [name, word] of Object.entries(words)) form.set(name, word);
	return form;
};

test("a call is saved before everything in it is said", () => {
	const about = parseForm(
		aboutFacts,
		sent({ title: "Tilskudd", schemeId: "", issuer: "", address: "", regulation: "", purpose: "", conditions: "" }),
	);
	expect(about.refusals).toBeUndefined();
	expect(about.values).toMatchObject({ title: "Tilskudd", schemeId: null, issuer: "", purpose: "", conditions: "" });
	const empty = Object.fromEntries(Object.keys(moneyFacts.shape).map((name) => [name, ""]));
	expect(parseForm(moneyFacts, sent(empty)).values).toMatchObject({ pot: null, opensOn: null, carryOver: "" });
	expect(parseForm(aboutFacts, sent({ title: "" })).refusals?.map(({ field }) => field)).toContain("title");
});
