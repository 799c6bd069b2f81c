import { describe, expect, it } from "vitest";
import type { FormDefinition } from "./definition.ts";
import { writeFormPdf } from "./pdf.server.ts";

const words = (nb: string) => ({ nb, nn: nb, en: nb });
const definition: FormDefinition = {
	...{ id: "behov", version: 3, title: words("Behov čálli") },
	parts: [
		{ kind: "yesNo", id: "has", label: words("Har dere behov?"), required: true },
		{
			...{ kind: "group", id: "more", label: words("Mer"), visible: { question: "has", is: ["yes"] } },
			parts: [{ kind: "longText", id: "why", label: words("Hvorfor?"), help: words("Skriv kort.") }],
		},
		{
			...{ kind: "table", id: "costs", label: words("Kostnader") },
			columns: [
				{ kind: "text", id: "what", label: words("Hva") },
				{ kind: "money", id: "amount", label: words("Beløp") },
			],
		},
	],
};
const given = { language: "nb", definition, names: {}, about: ["Enhet nord"] } as const;
const headings = (pdf: Buffer) => pdf.toString("latin1").match(/\/S \/(H1|H2|H3|Table|TR)\b/g) ?? [];

describe("a form as PDF", () => {
	it("is tagged, with what was asked and no more", async () => {
		const no = await writeFormPdf({ ...given, values: { has: "no" } });
		const yes = await writeFormPdf({
			...given,
			values: { has: "yes", why: "Fordi", costs: ["r1"], "costs.r1.amount": 5 },
		});
		expect(no.toString("latin1")).toContain("/MarkInfo");
		expect(headings(no).filter((one) => one === "/S /H2")).toHaveLength(1);
		expect(headings(yes).filter((one) => one === "/S /H2")).toHaveLength(2);
		expect(headings(yes).filter((one) => one === "/S /TR")).toHaveLength(2);
	});

	it("holds all that could be asked where nothing is answered, with rows to write on", async () => {
		const empty = headings(await writeFormPdf({ ...given, values: null }));
		expect(empty.filter((one) => one === "/S /H2")).toHaveLength(2);
		expect(empty.filter((one) => one === "/S /TR")).toHaveLength(6);
	});
});
