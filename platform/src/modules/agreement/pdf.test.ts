import { describe, expect, it } from "vitest";
import type { Content } from "./contract.ts";
import { writePdf } from "./pdf.server.ts";

const content = (title: string): Content => ({
	facts: {
		...{ kind: "framework", level: "top", title, purpose: "Flere gode plasser", legalForm: null },
		...{ firstDay: "2026-01-01", lastDay: null, noticeMonths: 6 },
	},
	parties: [{ id: "k", name: "Kárášjohka – Karasjok kommune", side: "service", signs: true }],
	provisions: [{ kind: "roles", body: "Begge parter har en koordinator. ".repeat(400) }],
	themes: [
		{
			...{ id: "t", theme: "placements", name: null, goal: "Flere plasser", responsibility: "Begge", obligations: "" },
			...{ payer: "", arena: "", meetingsAYear: 2, planName: "", planDecision: "", planFrom: null, planUntil: null },
			note: "",
		},
	],
	commitments: [
		{
			...{
				id: "c",
				themeId: "t",
				partyId: "k",
				what: "Praksisplasser",
				measure: "placements",
				amount: 20,
				per: "year",
			},
			...{ profession: null, yearOfStudy: null, unitName: null, firstDay: null, lastDay: null },
		},
	],
});

const given = {
	parties: [],
	contacts: [],
	number: 2,
	madeAt: new Date("2026-02-03T10:00:00Z"),
	fingerprint: "a".repeat(64),
	isSigned: false,
};

describe("an agreement as PDF", () => {
	it("is a tagged PDF with a title and a language, over as many pages as it takes", async () => {
		const pdf = (await writePdf({ ...given, language: "nb", content: content("Samarbeid om praksis") })).toString(
			"latin1",
		);
		expect(pdf.startsWith("%PDF-1.7")).toBe(true);
		expect(pdf).toContain("/MarkInfo");
		expect(pdf).toContain("/Lang (nb-NO)");
		expect(pdf).toContain("/DisplayDocTitle true");
		expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(2);
	});

	it("holds the letters of Sámi names in a font that is embedded", async () => {
		const pdf = (await writePdf({ ...given, language: "nn", content: content("Čálliidlágádus ŋ đ š ž ŧ") })).toString(
			"latin1",
		);
		expect(pdf.match(/\/FontFile2?3? /g)?.length).toBeGreaterThanOrEqual(3);
	});
});
