import type { ImportWords } from "../../../../import/kind.server.ts";
import { type FindingText, plainly as one } from "../../../../import/told.ts";
import { defineText, formatNumber, formatShortDate, type Language } from "../../../../language.ts";

/** What may be wrong with a row of numbers. */
export type ActualFinding =
	| "unit-unknown"
	| "unit-ambiguous"
	| "entry-unknown"
	| "entry-ambiguous"
	| "not-yours"
	| "ahead-of-today"
	| "positions-over-heads"
	| "positions-without-heads"
	| "too-many-aged"
	| "duplicate-row";

/** What a number is from where its row does not say. */
export const fileSource: Readonly<Record<Language, string>> = { nb: "Excel-fil", nn: "Excel-fil", en: "Excel file" };

const meant = (detail: Readonly<Record<string, string | number>>, say: (name: string) => string) =>
	detail.suggestion ? `${say(String(detail.suggestion))} ` : "";

export const actualFindings: FindingText<ActualFinding> = {
	nb: {
		"unit-unknown": ({ value, detail }) => ({
			problem: `Vi finner ingen enhet som heter «${value}».`,
			remedy: `${meant(detail, (name) => `Mente du «${name}»?`)}Skriv navnet eller koden slik den står under Organisasjoner.`,
		}),
		"unit-ambiguous": ({ value }) => ({
			problem: `Flere enheter heter «${value}».`,
			remedy: "Skriv koden, eller navnene fra toppen med › mellom.",
		}),
		"entry-unknown": ({ value, detail }) => ({
			problem: `Vi kjenner ikke kompetansen «${value}».`,
			remedy: `${meant(detail, (name) => `Mente du «${name}»?`)}Skriv navnet slik det står i rammeverket, eller legg den til der først.`,
		}),
		"entry-ambiguous": ({ value }) => ({
			problem: `Flere kompetanser kan være «${value}».`,
			remedy: "Skriv navnet i stedet for yrkeskoden.",
		}),
		"not-yours": one("Du svarer ikke for denne enheten.", "Ta bort raden, eller be lederen av enheten ta den inn."),
		"ahead-of-today": ({ value }) => ({
			problem: `Datoen ${formatShortDate("nb", value)} er ikke kommet.`,
			remedy: "Skriv dagen tallene er fra.",
		}),
		"positions-over-heads": ({ value, detail }) => ({
			problem: `${formatNumber("nb", Number(value))} årsverk er mer enn ${detail.heads} ansatte kan ha.`,
			remedy: "Rett årsverkene eller antallet.",
		}),
		"positions-without-heads": one("Raden har årsverk, men ingen ansatte.", "Rett antallet eller årsverkene."),
		"too-many-aged": ({ detail }) => ({
			problem: `Aldersgruppene er ${detail.aged} til sammen, og det er bare ${detail.heads} ansatte.`,
			remedy: "Rett aldersgruppene eller antallet.",
		}),
		"duplicate-row": ({ detail }) => ({
			problem: `Rad ${detail.firstRow} gjelder samme enhet, kompetanse og dato.`,
			remedy: "Slå dem sammen, eller ta bort den ene.",
		}),
	},
	nn: {
		"unit-unknown": ({ value, detail }) => ({
			problem: `Vi finn inga eining som heiter «${value}».`,
			remedy: `${meant(detail, (name) => `Meinte du «${name}»?`)}Skriv namnet eller koden slik han står under Organisasjonar.`,
		}),
		"unit-ambiguous": ({ value }) => ({
			problem: `Fleire einingar heiter «${value}».`,
			remedy: "Skriv koden, eller namna frå toppen med › mellom.",
		}),
		"entry-unknown": ({ value, detail }) => ({
			problem: `Vi kjenner ikkje kompetansen «${value}».`,
			remedy: `${meant(detail, (name) => `Meinte du «${name}»?`)}Skriv namnet slik det står i rammeverket, eller legg han til der først.`,
		}),
		"entry-ambiguous": ({ value }) => ({
			problem: `Fleire kompetansar kan vere «${value}».`,
			remedy: "Skriv namnet i staden for yrkeskoden.",
		}),
		"not-yours": one("Du svarer ikkje for denne eininga.", "Ta bort rada, eller be leiaren av eininga ta ho inn."),
		"ahead-of-today": ({ value }) => ({
			problem: `Datoen ${formatShortDate("nn", value)} er ikkje komen.`,
			remedy: "Skriv dagen tala er frå.",
		}),
		"positions-over-heads": ({ value, detail }) => ({
			problem: `${formatNumber("nn", Number(value))} årsverk er meir enn ${detail.heads} tilsette kan ha.`,
			remedy: "Rett årsverka eller talet.",
		}),
		"positions-without-heads": one("Rada har årsverk, men ingen tilsette.", "Rett talet eller årsverka."),
		"too-many-aged": ({ detail }) => ({
			problem: `Aldersgruppene er ${detail.aged} til saman, og det er berre ${detail.heads} tilsette.`,
			remedy: "Rett aldersgruppene eller talet.",
		}),
		"duplicate-row": ({ detail }) => ({
			problem: `Rad ${detail.firstRow} gjeld same eining, kompetanse og dato.`,
			remedy: "Slå dei saman, eller ta bort den eine.",
		}),
	},
	en: {
		"unit-unknown": ({ value, detail }) => ({
			problem: `We find no unit called “${value}”.`,
			remedy: `${meant(detail, (name) => `Did you mean “${name}”?`)}Write its name or code as it stands under Organisations.`,
		}),
		"unit-ambiguous": ({ value }) => ({
			problem: `Several units are called “${value}”.`,
			remedy: "Write the code, or the names from the top with › between.",
		}),
		"entry-unknown": ({ value, detail }) => ({
			problem: `We do not know the competence “${value}”.`,
			remedy: `${meant(detail, (name) => `Did you mean “${name}”?`)}Write the name as it stands in the framework, or add it there first.`,
		}),
		"entry-ambiguous": ({ value }) => ({
			problem: `Several competences can be “${value}”.`,
			remedy: "Write the name instead of the occupation code.",
		}),
		"not-yours": one("You do not answer for this unit.", "Take the row out, or ask the unit's leader to bring it in."),
		"ahead-of-today": ({ value }) => ({
			problem: `The date ${formatShortDate("en", value)} has not come.`,
			remedy: "Write the day the numbers are from.",
		}),
		"positions-over-heads": ({ value, detail }) => ({
			problem: `${formatNumber("en", Number(value))} full positions are more than ${detail.heads} employees can hold.`,
			remedy: "Correct the positions or the heads.",
		}),
		"positions-without-heads": one("The row has positions, but no employees.", "Correct the heads or the positions."),
		"too-many-aged": ({ detail }) => ({
			problem: `The age groups are ${detail.aged} together, and there are only ${detail.heads} employees.`,
			remedy: "Correct the age groups or the heads.",
		}),
		"duplicate-row": ({ detail }) => ({
			problem: `Row ${detail.firstRow} is about the same unit, competence and date.`,
			remedy: "Make them one, or take one out.",
		}),
	},
};

/** What the pages of import say of numbers from a personnel system. */
export const actualWords = defineText({
	nb: {
		title: "Kompetanse",
		about: "Hvor mange hver enhet har med hver kompetanse, fra lønns- og personalsystemet.",
		upload: "Importer kompetanse",
		current: "Last ned tallene dere har",
		rules: [
			"Én rad for hver kompetanse på en enhet: antall ansatte, årsverk, alder og gjennomtrekk, og dagen tallene er fra.",
			"Et tall kjennes igjen på enhet, kompetanse og dato. En ny dato er et nytt tall, og det gamle blir stående i historikken.",
			"Tomme felt tar ikke bort noe. Det som ikke står i filen, blir stående som det er.",
			"Filen skal ikke ha navn på ansatte. Kolonner vi ikke kjenner, leses ikke.",
			"Alt tas inn på én gang, eller ingenting.",
		],
		where: "Enhet",
		nowhere: "",
		besides: null,
		take: (_count: number, shown: string) => `Importer ${shown} tall`,
		see: "Se kompetansen",
		job: "Import av kompetanse",
		files: { current: "kompetanse", template: "mal-kompetanse" },
	} satisfies ImportWords,
	nn: {
		title: "Kompetanse",
		about: "Kor mange kvar eining har med kvar kompetanse, frå løns- og personalsystemet.",
		upload: "Importer kompetanse",
		current: "Last ned tala de har",
		rules: [
			"Éi rad for kvar kompetanse på ei eining: talet på tilsette, årsverk, alder og gjennomtrekk, og dagen tala er frå.",
			"Eit tal blir kjent att på eining, kompetanse og dato. Ein ny dato er eit nytt tal, og det gamle blir ståande i historikken.",
			"Tomme felt tek ikkje bort noko. Det som ikkje står i fila, blir ståande som det er.",
			"Fila skal ikkje ha namn på tilsette. Kolonnar vi ikkje kjenner, blir ikkje lesne.",
			"Alt blir teke inn på éin gong, eller ingenting.",
		],
		where: "Eining",
		nowhere: "",
		besides: null,
		take: (_count: number, shown: string) => `Importer ${shown} tal`,
		see: "Sjå kompetansen",
		job: "Import av kompetanse",
		files: { current: "kompetanse", template: "mal-kompetanse" },
	},
	en: {
		title: "Competence",
		about: "How many each unit has with each competence, from the personnel system.",
		upload: "Import competence",
		current: "Download the numbers you have",
		rules: [
			"One row for each competence at a unit: heads, full positions, age and turnover, and the day the numbers are from.",
			"A number is recognised by unit, competence and date. A new date is a new number, and the old one stays in the history.",
			"Blank cells take nothing away. What is not in the file stays as it is.",
			"The file shall not name employees. Columns we do not know are not read.",
			"Everything is taken in at once, or nothing.",
		],
		where: "Unit",
		nowhere: "",
		besides: null,
		take: (count: number, shown: string) => `Import ${shown} ${count === 1 ? "number" : "numbers"}`,
		see: "See the competence",
		job: "Import of competence",
		files: { current: "competence", template: "template-competence" },
	},
});
