import { describe, expect, it } from "vitest";
import { languages } from "../../../language.ts";
import { themes } from "../codes.ts";
import { filled, templateOf, usualCommitments } from "./template.ts";

const empty = { goal: "", responsibility: "", obligations: "", payer: "" };

describe("templates", () => {
	it("has words for every theme on the list in every language, of lengths the contract takes", () => {
		for (const language of languages)
			for (const theme of themes.filter((one) => one !== "other")) {
				const template = templateOf(theme, language);
				for (const words of [template?.goal, template?.responsibility, template?.obligations, template?.payer])
					expect(words?.length, `${language} ${theme}`).toBeGreaterThan(10);
				expect(template?.payer.length).toBeLessThanOrEqual(1000);
				expect(template?.commitments.length).toBeGreaterThan(0);
			}
	});

	it("fills what is empty, and leaves what somebody has written", () => {
		const template = templateOf("research", "nb");
		if (!template) throw new Error("no template");
		const { goal, commitments, ...rest } = template;
		expect(filled({ ...empty, goal: "Vårt eget mål" }, template)).toEqual({ ...rest, goal: "Vårt eget mål" });
		expect(filled(empty, template).goal).toBe(goal);
		expect(commitments).not.toEqual([]);
	});

	it("gives what is usually promised to the side that delivers it, else to whoever there is", () => {
		const template = templateOf("supervisor-training", "nb");
		if (!template) throw new Error("no template");
		const parties = [
			{ organisationId: "u", side: "education" },
			{ organisationId: "k", side: "service" },
		] as const;
		expect(usualCommitments("supervisor-training", template, parties).map(({ partyId }) => partyId)).toEqual([
			"k",
			"u",
		]);
		expect(
			usualCommitments("supervisor-training", template, parties.slice(0, 1)).map(({ partyId }) => partyId),
		).toEqual(["u", "u"]);
		expect(usualCommitments("supervisor-training", template, [])).toEqual([]);
	});
});
