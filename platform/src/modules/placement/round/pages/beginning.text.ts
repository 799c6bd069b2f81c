import { defineText } from "../../../../language.ts";

/** What is told of the way to a first round. */
export const beginningText = defineText({
	nb: {
		title: "Slik kommer dere til den første runden",
		lead: {
			host: "Er institusjonen selv i Læringsarena, legger den inn emner og studenter og leder runden. Da trenger dere bare steg 2. Står dere alene, gjør dere alle fire: Excel-listene dere har, holder.",
			institution:
				"Dere kan ta alt fra Excel-listene dere har. Er kommunene selv i Læringsarena, publiserer de plassene sine. Ellers legger dere inn det de har svart.",
		},
		done: "Gjort",
		next: "Neste",
		later: "Senere",
		steps: {
			courses: "Emnene og periodene studentene skal ut i",
			students: "Studentene",
			places: "Plassene på praksisstedene",
			round: "Selve runden: beregn, se over og publiser",
		},
		periods: (count: string) => `Perioder lagt inn: ${count}`,
		students: (count: string) => `Studenter som trenger plass: ${count}`,
		places: (count: string) => `Plasser som kan fordeles: ${count}`,
		waiting: (count: string) => `Plasser som venter på at dere publiserer dem: ${count}`,
		others: (count: string) => `Plasser andre har publisert, og som kan tas med: ${count}`,
		ways: {
			importCourses: "Importer emner fra Excel",
			newCourse: "Legg inn et emne",
			importStudents: "Importer studenter fra Excel",
			counted: "Legg inn bare antall",
			importCapacity: "Importer plasser fra Excel",
			collect: "Spør praksisstedene med lenke",
			request: "Bestill plasser",
			publish: "Se over og publiser",
			start: "Start en runde",
		},
	},
	nn: {
		title: "Slik kjem de til den første runden",
		lead: {
			host: "Er institusjonen sjølv i Læringsarena, legg han inn emne og studentar og leier runden. Då treng de berre steg 2. Står de åleine, gjer de alle fire: Excel-listene de har, held.",
			institution:
				"De kan ta alt frå Excel-listene de har. Er kommunane sjølve i Læringsarena, publiserer dei plassane sine. Elles legg de inn det dei har svart.",
		},
		done: "Gjort",
		next: "Neste",
		later: "Seinare",
		steps: {
			courses: "Emna og periodane studentane skal ut i",
			students: "Studentane",
			places: "Plassane på praksisstadene",
			round: "Sjølve runden: rekn ut, sjå over og publiser",
		},
		periods: (count: string) => `Periodar lagde inn: ${count}`,
		students: (count: string) => `Studentar som treng plass: ${count}`,
		places: (count: string) => `Plassar som kan fordelast: ${count}`,
		waiting: (count: string) => `Plassar som ventar på at de publiserer dei: ${count}`,
		others: (count: string) => `Plassar andre har publisert, og som kan takast med: ${count}`,
		ways: {
			importCourses: "Importer emne frå Excel",
			newCourse: "Legg inn eit emne",
			importStudents: "Importer studentar frå Excel",
			counted: "Legg inn berre talet",
			importCapacity: "Importer plassar frå Excel",
			collect: "Spør praksisstadene med lenkje",
			request: "Ting plassar",
			publish: "Sjå over og publiser",
			start: "Start ein runde",
		},
	},
	en: {
		title: "The way to your first round",
		lead: {
			host: "If the institution is in Læringsarena itself, it enters courses and students and leads the round. Then you need step 2 only. If you are alone, you do all four: the Excel lists you have will do.",
			institution:
				"You can take it all from the Excel lists you have. Municipalities that are in Læringsarena publish their own places. For the others you enter what they have answered.",
		},
		done: "Done",
		next: "Next",
		later: "Later",
		steps: {
			courses: "The courses and periods students go out in",
			students: "The students",
			places: "The places at the sites",
			round: "The round itself: run, look over and publish",
		},
		periods: (count: string) => `Periods entered: ${count}`,
		students: (count: string) => `Students who need a place: ${count}`,
		places: (count: string) => `Places that can be allocated: ${count}`,
		waiting: (count: string) => `Places that wait for you to publish them: ${count}`,
		others: (count: string) => `Places published by others that can be taken along: ${count}`,
		ways: {
			importCourses: "Import courses from Excel",
			newCourse: "Enter a course",
			importStudents: "Import students from Excel",
			counted: "Enter only how many",
			importCapacity: "Import places from Excel",
			collect: "Ask the sites by link",
			request: "Request places",
			publish: "Look over and publish",
			start: "Begin a round",
		},
	},
});
