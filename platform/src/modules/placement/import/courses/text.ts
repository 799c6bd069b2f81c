import type { ImportWords } from "../../../../import/kind.server.ts";
import { type FindingText, plainly as one } from "../../../../import/told.ts";
import { defineText, type Language } from "../../../../language.ts";

/** Why a row of courses that can be read cannot be taken in; nothing is taken in then. */
export type CourseFinding =
	| "institution-unknown"
	| "institution-missing"
	| "duplicate-course"
	| "setting-unknown"
	| "days-missing"
	| "ends-before-start"
	| "days-in-use"
	| "other-course";

type Sentences = FindingText<CourseFinding>[Language];

const nb: Sentences = {
	"institution-unknown": ({ value }) => ({
		problem: `Vi finner ingen institusjon som heter «${value}».`,
		remedy:
			"Skriv navnet slik det står i Læringsarena. Står den ikke der, må den som drifter Læringsarena registrere den. Elever og lærlinger kan i mellomtiden føres under Kapasitet, Annen belastning.",
	}),
	"institution-missing": one(
		"Raden sier ikke hvilken institusjon det gjelder.",
		"Skriv institusjonen, eller en emnekode dere har lagt inn.",
	),
	"duplicate-course": ({ detail }) => ({
		problem: `Samme emne står i rad ${detail.firstRow} med samme periode.`,
		remedy: "Slett den ene raden.",
	}),
	"setting-unknown": ({ detail }) => ({
		problem: `«${detail.unknown}» er ikke en type praksissted.`,
		remedy: "Skriv navnene slik de står i Læringsarena, med komma mellom.",
	}),
	"days-missing": one(
		"Perioden mangler første eller siste dag.",
		"Fyll ut begge datoene, eller la periodefeltene stå tomme.",
	),
	"ends-before-start": one("Siste dag er før første dag.", "Rett en av datoene."),
	"days-in-use": one(
		"Perioden er bestilt, så dagene kan ikke endres.",
		"La dagene stå som de var, eller skriv et nytt navn på perioden.",
	),
	"other-course": ({ detail }) => ({
		problem: `Emnet er skrevet ulikt i rad ${detail.firstRow}.`,
		remedy: "Skriv det samme om emnet i alle radene.",
	}),
};

const nn: Sentences = {
	"institution-unknown": ({ value }) => ({
		problem: `Vi finn ingen institusjon som heiter «${value}».`,
		remedy:
			"Skriv namnet slik det står i Læringsarena. Står han ikkje der, må den som driftar Læringsarena registrere han. Elevar og lærlingar kan i mellomtida førast under Kapasitet, Anna belastning.",
	}),
	"institution-missing": one(
		"Rada seier ikkje kva institusjon det gjeld.",
		"Skriv institusjonen, eller ein emnekode de har lagt inn.",
	),
	"duplicate-course": ({ detail }) => ({
		problem: `Same emne står i rad ${detail.firstRow} med same periode.`,
		remedy: "Slett den eine rada.",
	}),
	"setting-unknown": ({ detail }) => ({
		problem: `«${detail.unknown}» er ikkje ein type praksisstad.`,
		remedy: "Skriv namna slik dei står i Læringsarena, med komma mellom.",
	}),
	"days-missing": one(
		"Perioden manglar første eller siste dag.",
		"Fyll ut begge datoane, eller la periodefelta stå tomme.",
	),
	"ends-before-start": one("Siste dag er før første dag.", "Rett ein av datoane."),
	"days-in-use": one(
		"Perioden er tinga, så dagane kan ikkje endrast.",
		"La dagane stå som dei var, eller skriv eit nytt namn på perioden.",
	),
	"other-course": ({ detail }) => ({
		problem: `Emnet er skrive ulikt i rad ${detail.firstRow}.`,
		remedy: "Skriv det same om emnet i alle radene.",
	}),
};

const en: Sentences = {
	"institution-unknown": ({ value }) => ({
		problem: `We find no institution called “${value}”.`,
		remedy:
			"Write the name as it stands in Læringsarena. If it is not there, whoever operates Læringsarena must register it. Pupils and apprentices can meanwhile be entered under Capacity, Other load.",
	}),
	"institution-missing": one(
		"The row does not say which institution it is about.",
		"Write the institution, or the code of a course you have entered.",
	),
	"duplicate-course": ({ detail }) => ({
		problem: `The same course is in row ${detail.firstRow} with the same period.`,
		remedy: "Delete one of the rows.",
	}),
	"setting-unknown": ({ detail }) => ({
		problem: `“${detail.unknown}” is not a kind of site.`,
		remedy: "Write the names as they stand in Læringsarena, with commas between.",
	}),
	"days-missing": one(
		"The period lacks its first or last day.",
		"Fill in both dates, or leave the fields of the period blank.",
	),
	"ends-before-start": one("The last day is before the first.", "Correct one of the dates."),
	"days-in-use": one(
		"The period has been requested, so its days cannot be changed.",
		"Leave the days as they were, or give the period a new name.",
	),
	"other-course": ({ detail }) => ({
		problem: `The course is written differently in row ${detail.firstRow}.`,
		remedy: "Write the same about the course in all its rows.",
	}),
};

export const courseFindings: FindingText<CourseFinding> = { nb, nn, en };

/** What the pages of import say of courses. */
export const courseWords = defineText({
	nb: {
		title: "Emner",
		about: "Emnene med praksis, og periodene i hvert av dem.",
		upload: "Importer emner",
		current: "Last ned emnene dere har",
		rules: [
			"Emnet kjennes igjen på koden. Et emne med to perioder står i to rader.",
			"Tomme felt sletter ikke noe. Emner og perioder som ikke står i filen, blir som de er.",
			"Alt tas inn på én gang, eller ingenting.",
		],
		where: "Perioder",
		nowhere: "Ingen",
		besides: "Nye perioder",
		take: (count: number, shown: string) => `Importer ${shown} ${count === 1 ? "emne" : "emner"}`,
		see: "Se emnene",
		job: "Import av emner",
		files: { current: "emner", template: "mal-emner" },
	} satisfies ImportWords,
	nn: {
		title: "Emne",
		about: "Emna med praksis, og periodane i kvart av dei.",
		upload: "Importer emne",
		current: "Last ned emna de har",
		rules: [
			"Emnet blir kjent att på koden. Eit emne med to periodar står i to rader.",
			"Tomme felt slettar ikkje noko. Emne og periodar som ikkje står i fila, blir som dei er.",
			"Alt blir teke inn på éin gong, eller ingenting.",
		],
		where: "Periodar",
		nowhere: "Ingen",
		besides: "Nye periodar",
		take: (_count: number, shown: string) => `Importer ${shown} emne`,
		see: "Sjå emna",
		job: "Import av emne",
		files: { current: "emne", template: "mal-emne" },
	},
	en: {
		title: "Courses",
		about: "The courses with placement, and the periods of each.",
		upload: "Import courses",
		current: "Download the courses you have",
		rules: [
			"The course is recognised by its code. A course with two periods stands in two rows.",
			"Blank fields delete nothing. Courses and periods that are not in the file stay as they are.",
			"Everything is taken in at once, or nothing.",
		],
		where: "Periods",
		nowhere: "None",
		besides: "New periods",
		take: (count: number, shown: string) => `Import ${shown} ${count === 1 ? "course" : "courses"}`,
		see: "See the courses",
		job: "Import of courses",
		files: { current: "courses", template: "template-courses" },
	},
});
