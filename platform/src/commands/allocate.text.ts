import { defineText } from "../language.ts";

type Counts = { readonly students: string; readonly sites: string; readonly places: string };

/** What `allocate` says on the terminal. */
export const allocateText = defineText({
	nb: {
		which: "Hvilke regneark skal brukes, og hvor skal planen skrives?",
		outName: (file: string) => `Planen skrives som Excel: ${file} må slutte på .xlsx.`,
		nothing: "Ingenting er skrevet.",
		more: (count: number) => `… og ${count} til.`,
		unreadable: (file: string) => `Filen ${file} kan ikke leses.`,
		unreadableRemedy: "Sjekk at den finnes, og at du har lov til å lese den.",
		unwritable: (file: string) => `Filen ${file} kan ikke skrives.`,
		unwritableRemedy: "Sjekk at mappen finnes, og at filen ikke er åpen i Excel.",
		notJson: (file: string, why: string) => `${file} er ikke JSON: ${why}`,
		rulesWrong: (file: string, why: string) => `Reglene i ${file} kan ikke brukes:\n${why}`,
		rulesRemedy: "Feltene er beskrevet i docs/operations.md under «Allocate from two spreadsheets».",
		rulesMunicipality: (file: string, name: string, near: string) =>
			`${file} nevner kommunen «${name}», som ikke finnes.${near === "" ? "" : ` Mente du ${near}?`}`,
		noStudents: (file: string) => `Det er ingen studenter i ${file}.`,
		noOffers: (file: string) => `Det er ingen plasser i ${file}.`,
		totals: (file: string, rows: readonly number[]) =>
			rows.length === 1
				? `Rad ${rows[0]} i ${file} er en sum og er ikke tatt med.`
				: `Radene ${rows.join(", ")} i ${file} er summer og er ikke tatt med.`,
		assumed: {
			profession: (name: string) => `Utdanning, der den mangler: ${name}.`,
			year: (year: string) => `Studieår, der det mangler: ${year}.`,
			days: (first: string, last: string) => `Studentenes dager, der de mangler: ${first}–${last}.`,
			open: (first: string, last: string) => `Plasser uten dager er åpne hele tiden: ${first}–${last}.`,
		},
		read: ({ students, sites, places }: Counts) => `${students} studenter, ${sites} praksissteder, ${places} plasser.`,
		phases: {
			facts: "Finner hvem som kan være hvor",
			solving: "Fordeler",
			widening: "Ser etter flere muligheter",
			checking: "Kontrollerer beviset",
			comparing: "Sammenligner med loddtrekning",
		},
		explaining: "Skriver begrunnelser",
		noPlan: (why: string) => `Det finnes ingen plan som holder alle regler: ${why}`,
		noPlanRemedy: "Fjern låser, eller løsne på reglene for grupper.",
		placed: (placed: string, claims: string, lottery: string) =>
			`${placed} av ${claims} har fått plass. En loddtrekning ville latt ${lottery} stå uten.`,
		proof: {
			optimal: "Det er bevist at ingen plan er bedre, og kontrollprogrammet er enig.",
			feasible: "Planen holder alle grenser. At ingen er bedre, er ikke bevist; se arket «Bevis».",
			wrong: "Kontrollprogrammet fant feil. Ikke bruk planen; se arket «Bevis».",
		},
		took: (seconds: string, file: string) => `Beregningen tok ${seconds} s. Planen ligger i ${file}.`,
		verify: (problem: string, result: string) =>
			`Hvem som helst kan kontrollere beviset: npm run verify -- ${problem} ${result}`,
		noCertificate: "Regler som går på tvers var i veien for et prisbevis; --json er ikke skrevet.",
		studentsFile: "studenter",
		capacityFile: "kapasitet",
		alreadyThere: (files: string) => `Disse finnes allerede: ${files}.`,
		alreadyThereRemedy: "Flytt dem, eller kjør kommandoen i en annen mappe.",
		templates: (files: string) => `Fyll ut ${files}, og kjør:`,
	},
	nn: {
		which: "Kva rekneark skal brukast, og kvar skal planen skrivast?",
		outName: (file: string) => `Planen blir skriven som Excel: ${file} må slutte på .xlsx.`,
		nothing: "Ingenting er skrive.",
		more: (count: number) => `… og ${count} til.`,
		unreadable: (file: string) => `Fila ${file} kan ikkje lesast.`,
		unreadableRemedy: "Sjekk at ho finst, og at du har lov til å lese ho.",
		unwritable: (file: string) => `Fila ${file} kan ikkje skrivast.`,
		unwritableRemedy: "Sjekk at mappa finst, og at fila ikkje er open i Excel.",
		notJson: (file: string, why: string) => `${file} er ikkje JSON: ${why}`,
		rulesWrong: (file: string, why: string) => `Reglane i ${file} kan ikkje brukast:\n${why}`,
		rulesRemedy: "Felta er omtala i docs/operations.md under «Allocate from two spreadsheets».",
		rulesMunicipality: (file: string, name: string, near: string) =>
			`${file} nemner kommunen «${name}», som ikkje finst.${near === "" ? "" : ` Meinte du ${near}?`}`,
		noStudents: (file: string) => `Det er ingen studentar i ${file}.`,
		noOffers: (file: string) => `Det er ingen plassar i ${file}.`,
		totals: (file: string, rows: readonly number[]) =>
			rows.length === 1
				? `Rad ${rows[0]} i ${file} er ein sum og er ikkje teken med.`
				: `Radene ${rows.join(", ")} i ${file} er summar og er ikkje tekne med.`,
		assumed: {
			profession: (name: string) => `Utdanning, der ho manglar: ${name}.`,
			year: (year: string) => `Studieår, der det manglar: ${year}.`,
			days: (first: string, last: string) => `Dagane til studentane, der dei manglar: ${first}–${last}.`,
			open: (first: string, last: string) => `Plassar utan dagar er opne heile tida: ${first}–${last}.`,
		},
		read: ({ students, sites, places }: Counts) => `${students} studentar, ${sites} praksisstader, ${places} plassar.`,
		phases: {
			facts: "Finn kven som kan vere kvar",
			solving: "Fordeler",
			widening: "Ser etter fleire moglegheiter",
			checking: "Kontrollerer provet",
			comparing: "Samanliknar med loddtrekking",
		},
		explaining: "Skriv grunngivingar",
		noPlan: (why: string) => `Det finst ingen plan som held alle reglar: ${why}`,
		noPlanRemedy: "Fjern låsar, eller løys på reglane for grupper.",
		placed: (placed: string, claims: string, lottery: string) =>
			`${placed} av ${claims} har fått plass. Ei loddtrekking ville late ${lottery} stå utan.`,
		proof: {
			optimal: "Det er prova at ingen plan er betre, og kontrollprogrammet er samd.",
			feasible: "Planen held alle grenser. At ingen er betre, er ikkje prova; sjå arket «Prov».",
			wrong: "Kontrollprogrammet fann feil. Ikkje bruk planen; sjå arket «Prov».",
		},
		took: (seconds: string, file: string) => `Utrekninga tok ${seconds} s. Planen ligg i ${file}.`,
		verify: (problem: string, result: string) =>
			`Kven som helst kan kontrollere provet: npm run verify -- ${problem} ${result}`,
		noCertificate: "Reglar som går på tvers var i vegen for eit prisprov; --json er ikkje skrive.",
		studentsFile: "studentar",
		capacityFile: "kapasitet",
		alreadyThere: (files: string) => `Desse finst allereie: ${files}.`,
		alreadyThereRemedy: "Flytt dei, eller køyr kommandoen i ei anna mappe.",
		templates: (files: string) => `Fyll ut ${files}, og køyr:`,
	},
	en: {
		which: "Which spreadsheets are to be used, and where is the plan to be written?",
		outName: (file: string) => `The plan is written as Excel: ${file} must end in .xlsx.`,
		nothing: "Nothing has been written.",
		more: (count: number) => `… and ${count} more.`,
		unreadable: (file: string) => `The file ${file} cannot be read.`,
		unreadableRemedy: "See that it exists, and that you may read it.",
		unwritable: (file: string) => `The file ${file} cannot be written.`,
		unwritableRemedy: "See that the folder exists, and that the file is not open in Excel.",
		notJson: (file: string, why: string) => `${file} is not JSON: ${why}`,
		rulesWrong: (file: string, why: string) => `The rules in ${file} cannot be used:\n${why}`,
		rulesRemedy: "The fields are described in docs/operations.md under “Allocate from two spreadsheets”.",
		rulesMunicipality: (file: string, name: string, near: string) =>
			`${file} names the municipality “${name}”, which does not exist.${near === "" ? "" : ` Did you mean ${near}?`}`,
		noStudents: (file: string) => `There are no students in ${file}.`,
		noOffers: (file: string) => `There are no places in ${file}.`,
		totals: (file: string, rows: readonly number[]) =>
			rows.length === 1
				? `Row ${rows[0]} of ${file} is a sum and is left out.`
				: `Rows ${rows.join(", ")} of ${file} are sums and are left out.`,
		assumed: {
			profession: (name: string) => `Profession, where it is blank: ${name}.`,
			year: (year: string) => `Year of study, where it is blank: ${year}.`,
			days: (first: string, last: string) => `Students' days, where they are blank: ${first}–${last}.`,
			open: (first: string, last: string) => `Places without days are open all the time: ${first}–${last}.`,
		},
		read: ({ students, sites, places }: Counts) => `${students} students, ${sites} sites, ${places} places.`,
		phases: {
			facts: "Finding who can be where",
			solving: "Allocating",
			widening: "Looking for more possibilities",
			checking: "Checking the proof",
			comparing: "Comparing with a lottery",
		},
		explaining: "Writing reasons",
		noPlan: (why: string) => `There is no plan that keeps every rule: ${why}`,
		noPlanRemedy: "Remove locks, or loosen the rules for groups.",
		placed: (placed: string, claims: string, lottery: string) =>
			`${placed} of ${claims} have a place. A lottery would have left ${lottery} without.`,
		proof: {
			optimal: "It is proved that no plan is better, and the separate checker agrees.",
			feasible: "The plan keeps every limit. That none is better is not proved; see the sheet “Proof”.",
			wrong: "The separate checker found faults. Do not use the plan; see the sheet “Proof”.",
		},
		took: (seconds: string, file: string) => `The run took ${seconds} s. The plan is in ${file}.`,
		verify: (problem: string, result: string) => `Anybody can check the proof: npm run verify -- ${problem} ${result}`,
		noCertificate: "Rules that cross stood in the way of a proof by prices; --json is not written.",
		studentsFile: "students",
		capacityFile: "capacity",
		alreadyThere: (files: string) => `These exist already: ${files}.`,
		alreadyThereRemedy: "Move them, or run the command in another folder.",
		templates: (files: string) => `Fill in ${files}, and run:`,
	},
});
