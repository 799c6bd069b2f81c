import type { ImportWords } from "../../../../import/kind.server.ts";
import { type FindingText, plainly as one } from "../../../../import/told.ts";
import { defineText } from "../../../../language.ts";

/** What may be wrong with a row of the framework. */
export type EntryFinding =
	| "mapped-unknown"
	| "mapped-ambiguous"
	| "not-shared"
	| "kind-missing"
	| "level-missing"
	| "level-not-for-kind"
	| "code-form"
	| "code-shared"
	| "duplicate-row";

export const entryFindings: FindingText<EntryFinding> = {
	nb: {
		"mapped-unknown": ({ value, detail }) => ({
			problem: `Den felles listen har ikke «${value}».`,
			remedy: `${detail.suggestion ? `Mente du «${detail.suggestion}»? ` : ""}Skriv navnet slik det står i den felles listen, eller la feltet stå tomt.`,
		}),
		"mapped-ambiguous": ({ value }) => ({
			problem: `Flere kompetanser i den felles listen kan være «${value}».`,
			remedy: "Skriv navnet i stedet for koden.",
		}),
		"not-shared": one("En kompetanse i den felles listen svarer ikke til en annen.", "La feltet stå tomt."),
		"kind-missing": one(
			"Raden sier ikke om dette er utdanning, spesialisering, kurs eller sertifikat.",
			"Fyll ut slag, eller skriv hva den svarer til i den felles listen.",
		),
		"level-missing": one("Utdanninger og spesialiseringer har et nivå.", "Fyll ut nivå."),
		"level-not-for-kind": one("Kurs og sertifikater har ikke nivå.", "La feltet stå tomt, eller rett slaget."),
		"code-form": ({ value }) => ({
			problem: `«${value}» er ikke en yrkeskode.`,
			remedy: "Skriv fire eller sju sifre, eller la feltet stå tomt.",
		}),
		"code-shared": ({ value, detail }) => ({
			problem: `«${detail.name}» har også koden ${value}.`,
			remedy: "Tall fra personalsystemet må ha navnet på kompetansen, ikke bare koden.",
		}),
		"duplicate-row": ({ detail }) => ({
			problem: `Rad ${detail.firstRow} har samme navn.`,
			remedy: "Slå dem sammen, eller ta bort den ene.",
		}),
	},
	nn: {
		"mapped-unknown": ({ value, detail }) => ({
			problem: `Den felles lista har ikkje «${value}».`,
			remedy: `${detail.suggestion ? `Meinte du «${detail.suggestion}»? ` : ""}Skriv namnet slik det står i den felles lista, eller la feltet stå tomt.`,
		}),
		"mapped-ambiguous": ({ value }) => ({
			problem: `Fleire kompetansar i den felles lista kan vere «${value}».`,
			remedy: "Skriv namnet i staden for koden.",
		}),
		"not-shared": one("Ein kompetanse i den felles lista svarer ikkje til ein annan.", "La feltet stå tomt."),
		"kind-missing": one(
			"Rada seier ikkje om dette er utdanning, spesialisering, kurs eller sertifikat.",
			"Fyll ut slag, eller skriv kva han svarer til i den felles lista.",
		),
		"level-missing": one("Utdanningar og spesialiseringar har eit nivå.", "Fyll ut nivå."),
		"level-not-for-kind": one("Kurs og sertifikat har ikkje nivå.", "La feltet stå tomt, eller rett slaget."),
		"code-form": ({ value }) => ({
			problem: `«${value}» er ikkje ein yrkeskode.`,
			remedy: "Skriv fire eller sju siffer, eller la feltet stå tomt.",
		}),
		"code-shared": ({ value, detail }) => ({
			problem: `«${detail.name}» har òg koden ${value}.`,
			remedy: "Tal frå personalsystemet må ha namnet på kompetansen, ikkje berre koden.",
		}),
		"duplicate-row": ({ detail }) => ({
			problem: `Rad ${detail.firstRow} har same namn.`,
			remedy: "Slå dei saman, eller ta bort den eine.",
		}),
	},
	en: {
		"mapped-unknown": ({ value, detail }) => ({
			problem: `The shared list does not have “${value}”.`,
			remedy: `${detail.suggestion ? `Did you mean “${detail.suggestion}”? ` : ""}Write the name as it stands in the shared list, or leave the cell blank.`,
		}),
		"mapped-ambiguous": ({ value }) => ({
			problem: `Several competences of the shared list may be “${value}”.`,
			remedy: "Write the name instead of the code.",
		}),
		"not-shared": one("A competence of the shared list does not answer to another.", "Leave the cell blank."),
		"kind-missing": one(
			"The row does not say whether this is an education, a specialisation, a course or a certificate.",
			"Fill in the kind, or write what it answers to in the shared list.",
		),
		"level-missing": one("Educations and specialisations have a level.", "Fill in the level."),
		"level-not-for-kind": one("Courses and certificates have no level.", "Leave the cell blank, or mend the kind."),
		"code-form": ({ value }) => ({
			problem: `“${value}” is not an occupation code.`,
			remedy: "Write four or seven digits, or leave the cell blank.",
		}),
		"code-shared": ({ value, detail }) => ({
			problem: `“${detail.name}” has the code ${value} too.`,
			remedy: "Numbers from the personnel system must have the name of the competence, not the code alone.",
		}),
		"duplicate-row": ({ detail }) => ({
			problem: `Row ${detail.firstRow} has the same name.`,
			remedy: "Make them one, or take one out.",
		}),
	},
};

/** What the pages of import say of the framework. */
export const entryWords = defineText({
	nb: {
		title: "Kompetanserammeverk og yrkeskoder",
		about:
			"Det dere selv kaller utdanninger, stillinger og kurs, med koden fra personalsystemet og hva det svarer til i den felles listen.",
		upload: "Importer til rammeverket",
		current: "Last ned det dere har selv",
		rules: [
			"Én rad for hver kompetanse eller kode. En egen kompetanse kjennes igjen på navnet.",
			"Den felles listen endres aldri. Det dere kaller noe annet, blir deres eget og svarer til det felles, så tallene kan sammenlignes.",
			"Koden brukes når tall fra personalsystemet tas inn: fire sifre (STYRK-08 eller stillingskode) eller sju sifre (yrkeskatalogen).",
			"Tomme felt tar ikke bort noe. Det som ikke står i filen, blir stående som det er.",
			"Alt tas inn på én gang, eller ingenting.",
		],
		where: "Svarer til",
		nowhere: "",
		besides: null,
		take: (count: number, shown: string) => `Importer ${shown} ${count === 1 ? "kompetanse" : "kompetanser"}`,
		see: "Se rammeverket",
		job: "Import av kompetanserammeverk",
		files: { current: "kompetanserammeverk", template: "mal-kompetanserammeverk" },
	} satisfies ImportWords,
	nn: {
		title: "Kompetanserammeverk og yrkeskodar",
		about:
			"Det de sjølve kallar utdanningar, stillingar og kurs, med koden frå personalsystemet og kva det svarer til i den felles lista.",
		upload: "Importer til rammeverket",
		current: "Last ned det de har sjølve",
		rules: [
			"Éi rad for kvar kompetanse eller kode. Ein eigen kompetanse blir kjend att på namnet.",
			"Den felles lista blir aldri endra. Det de kallar noko anna, blir dykkar eige og svarer til det felles, så tala kan samanliknast.",
			"Koden blir brukt når tal frå personalsystemet blir tekne inn: fire siffer (STYRK-08 eller stillingskode) eller sju siffer (yrkeskatalogen).",
			"Tomme felt tek ikkje bort noko. Det som ikkje står i fila, blir ståande som det er.",
			"Alt blir teke inn på éin gong, eller ingenting.",
		],
		where: "Svarer til",
		nowhere: "",
		besides: null,
		take: (count: number, shown: string) => `Importer ${shown} ${count === 1 ? "kompetanse" : "kompetansar"}`,
		see: "Sjå rammeverket",
		job: "Import av kompetanserammeverk",
		files: { current: "kompetanserammeverk", template: "mal-kompetanserammeverk" },
	},
	en: {
		title: "Competence framework and occupation codes",
		about:
			"What you call educations, positions and courses, with the code of the personnel system and what it answers to in the shared list.",
		upload: "Import to the framework",
		current: "Download your own",
		rules: [
			"One row for each competence or code. An own competence is recognised by its name.",
			"The shared list is never changed. What you call something else becomes your own and answers to the shared one, so that numbers can be compared.",
			"The code is used when numbers from the personnel system are taken in: four digits (STYRK-08 or position code) or seven (the occupation catalogue).",
			"Blank cells take nothing away. What is not in the file stays as it is.",
			"Everything is taken in at once, or nothing.",
		],
		where: "Answers to",
		nowhere: "",
		besides: null,
		take: (count: number, shown: string) => `Import ${shown} ${count === 1 ? "competence" : "competences"}`,
		see: "See the framework",
		job: "Import of the competence framework",
		files: { current: "competence-framework", template: "template-competence-framework" },
	},
});
