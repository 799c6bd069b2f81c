import type { ImportWords } from "../../../../import/kind.server.ts";
import { type FindingText, plainly as one } from "../../../../import/told.ts";
import { defineText, type Language } from "../../../../language.ts";
import { type ActualFinding, actualFindings } from "../../actual/import/text.ts";

/** What may be wrong with a row of needs. */
export type NeedFinding =
	| Extract<ActualFinding, `unit-${string}` | `entry-${string}` | "not-yours">
	| "several-needs"
	| "users-half-said"
	| "positions-missing"
	| "duplicate-row";

/** Why something is needed where its row does not say. */
export const fileReason: Readonly<Record<Language, string>> = {
	nb: "Fra Excel-fil",
	nn: "Frå Excel-fil",
	en: "From an Excel file",
};

export const needFindings: FindingText<NeedFinding> = {
	nb: {
		...actualFindings.nb,
		"several-needs": one(
			"Enheten har flere behov for denne kompetansen fra samme dag.",
			"Slå dem sammen på siden «Det vi trenger», og prøv igjen.",
		),
		"users-half-said": one(
			"Raden har bare det ene av hvor mange dere gir tjenester til, og hvor mange det er til hvert årsverk.",
			"Fyll ut begge, eller skriv årsverk.",
		),
		"positions-missing": one(
			"Raden sier ikke hvor mye som trengs.",
			"Skriv årsverk, eller hvor mange dere gir tjenester til.",
		),
		"duplicate-row": ({ detail }) => ({
			problem: `Rad ${detail.firstRow} gjelder samme enhet, kompetanse og dag.`,
			remedy: "Slå dem sammen, eller ta bort den ene.",
		}),
	},
	nn: {
		...actualFindings.nn,
		"several-needs": one(
			"Eininga har fleire behov for denne kompetansen frå same dag.",
			"Slå dei saman på sida «Det vi treng», og prøv igjen.",
		),
		"users-half-said": one(
			"Rada har berre det eine av kor mange de gir tenester til, og kor mange det er til kvart årsverk.",
			"Fyll ut begge, eller skriv årsverk.",
		),
		"positions-missing": one(
			"Rada seier ikkje kor mykje som trengst.",
			"Skriv årsverk, eller kor mange de gir tenester til.",
		),
		"duplicate-row": ({ detail }) => ({
			problem: `Rad ${detail.firstRow} gjeld same eining, kompetanse og dag.`,
			remedy: "Slå dei saman, eller ta bort den eine.",
		}),
	},
	en: {
		...actualFindings.en,
		"several-needs": one(
			"The unit has several needs of this competence from the same day.",
			"Make them one on the page “What we need”, and try again.",
		),
		"users-half-said": one(
			"The row has only one of how many you serve, and how many there are to a full position.",
			"Fill in both, or write positions.",
		),
		"positions-missing": one("The row does not say how much is needed.", "Write positions, or how many you serve."),
		"duplicate-row": ({ detail }) => ({
			problem: `Row ${detail.firstRow} is about the same unit, competence and day.`,
			remedy: "Make them one, or take one out.",
		}),
	},
};

/** What the pages of import say of needs. */
export const needWords = defineText({
	nb: {
		title: "Behov for kompetanse",
		about: "Hvor mye hver enhet trenger av hver kompetanse, nå og senere.",
		upload: "Importer behov",
		current: "Last ned behovene dere har",
		rules: [
			"Én rad for hver kompetanse en enhet trenger: årsverk, eller hvor mange dere gir tjenester til og hvor mange det er til hvert årsverk.",
			"Et behov kjennes igjen på enhet, kompetanse og dagen det begynner.",
			"Tomme felt tar ikke bort noe. Det som ikke står i filen, blir stående som det er.",
			"Alt tas inn på én gang, eller ingenting.",
		],
		where: "Enhet",
		nowhere: "",
		besides: null,
		take: (_count: number, shown: string) => `Importer ${shown} behov`,
		see: "Se behovene",
		job: "Import av behov",
		files: { current: "behov", template: "mal-behov" },
	} satisfies ImportWords,
	nn: {
		title: "Behov for kompetanse",
		about: "Kor mykje kvar eining treng av kvar kompetanse, no og seinare.",
		upload: "Importer behov",
		current: "Last ned behova de har",
		rules: [
			"Éi rad for kvar kompetanse ei eining treng: årsverk, eller kor mange de gir tenester til og kor mange det er til kvart årsverk.",
			"Eit behov blir kjent att på eining, kompetanse og dagen det byrjar.",
			"Tomme felt tek ikkje bort noko. Det som ikkje står i fila, blir ståande som det er.",
			"Alt blir teke inn på éin gong, eller ingenting.",
		],
		where: "Eining",
		nowhere: "",
		besides: null,
		take: (_count: number, shown: string) => `Importer ${shown} behov`,
		see: "Sjå behova",
		job: "Import av behov",
		files: { current: "behov", template: "mal-behov" },
	},
	en: {
		title: "Needs of competence",
		about: "How much each unit needs of each competence, now and later.",
		upload: "Import needs",
		current: "Download the needs you have",
		rules: [
			"One row for each competence a unit needs: full positions, or how many you serve and how many there are to a position.",
			"A need is recognised by unit, competence and the day it begins.",
			"Blank cells take nothing away. What is not in the file stays as it is.",
			"Everything is taken in at once, or nothing.",
		],
		where: "Unit",
		nowhere: "",
		besides: null,
		take: (count: number, shown: string) => `Import ${shown} ${count === 1 ? "need" : "needs"}`,
		see: "See the needs",
		job: "Import of needs",
		files: { current: "needs", template: "template-needs" },
	},
});
