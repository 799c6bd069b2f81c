import { defineText } from "../../../language.ts";

/** What the round's verbs refuse and its job says. Its pages have their own text beside them. */
export const roundText = defineText({
	nb: {
		runJob: "Beregning av praksisplasser",
		runSteps: {
			freeze: "Fryser grunnlaget",
			allocate: "Fordeler plasser",
			keep: "Lagrer plan og bevis",
		},
		states: {
			preparing: "Forberedes",
			wishes: "Studentene ønsker",
			allocating: "Klar til å beregne",
			published: "Publisert",
			closed: "Avsluttet",
		},
		refusals: {
			missing: "Runden finnes ikke.",
			"not-allowed": "Bare praksiskoordinatorer kan gjøre dette.",
			"changed-by-another": "Noen andre har endret runden i mellomtiden. Se over, og prøv igjen.",
			"ends-before-start": "Siste dag kan ikke være før første dag.",
			"wishes-end-before-start": "Fristen for ønsker kan ikke være før ønskene åpner.",
			"already-published":
				"Runden er publisert. Praksisplasser som er publisert, endres én for én eller ved en ny publisering.",
			"no-periods": "Runden har ingen praksisperioder. Velg hvilke perioder som skal fordeles.",
			"no-claims": "Ingen studenter trenger plass i de valgte periodene. Legg inn eller importer studenter først.",
			"no-offers":
				"Ingen praksissteder har publisert plasser for disse dagene. Hent inn eller legg inn kapasitet først.",
			"period-elsewhere": "Minst én av periodene er allerede med i en annen runde.",
			"period-not-yours": "Bare perioder dere selv fører, kan tas med.",
			"party-unknown": "Velg en organisasjon fra listen.",
			"run-missing": "Beregningen finnes ikke.",
			"run-not-done": "Beregningen er ikke ferdig.",
			"run-kept": "Beregningen er valgt eller publisert, og kan ikke slettes.",
			"run-outdated": "Noe er endret siden beregningen: {what}. Beregn på nytt før du publiserer.",
			"still-running": "En beregning pågår allerede. Vent til den er ferdig, eller avbryt den.",
		},
	},
	nn: {
		runJob: "Utrekning av praksisplassar",
		runSteps: {
			freeze: "Frys grunnlaget",
			allocate: "Fordeler plassar",
			keep: "Lagrar plan og bevis",
		},
		states: {
			preparing: "Blir førebudd",
			wishes: "Studentane ønskjer",
			allocating: "Klar til å rekne ut",
			published: "Publisert",
			closed: "Avslutta",
		},
		refusals: {
			missing: "Runden finst ikkje.",
			"not-allowed": "Berre praksiskoordinatorar kan gjere dette.",
			"changed-by-another": "Nokon andre har endra runden i mellomtida. Sjå over, og prøv igjen.",
			"ends-before-start": "Siste dag kan ikkje vere før første dag.",
			"wishes-end-before-start": "Fristen for ønske kan ikkje vere før ønska opnar.",
			"already-published":
				"Runden er publisert. Praksisplassar som er publiserte, blir endra ein for ein eller ved ei ny publisering.",
			"no-periods": "Runden har ingen praksisperiodar. Vel kva periodar som skal fordelast.",
			"no-claims": "Ingen studentar treng plass i dei valde periodane. Legg inn eller importer studentar først.",
			"no-offers":
				"Ingen praksisstader har publisert plassar for desse dagane. Hent inn eller legg inn kapasitet først.",
			"period-elsewhere": "Minst éin av periodane er alt med i ein annan runde.",
			"period-not-yours": "Berre periodar de sjølve fører, kan takast med.",
			"party-unknown": "Vel ein organisasjon frå lista.",
			"run-missing": "Utrekninga finst ikkje.",
			"run-not-done": "Utrekninga er ikkje ferdig.",
			"run-kept": "Utrekninga er vald eller publisert, og kan ikkje slettast.",
			"run-outdated": "Noko er endra sidan utrekninga: {what}. Rekn ut på nytt før du publiserer.",
			"still-running": "Ei utrekning er alt i gang. Vent til ho er ferdig, eller avbryt henne.",
		},
	},
	en: {
		runJob: "Allocation of placements",
		runSteps: {
			freeze: "Freezing the facts",
			allocate: "Allocating places",
			keep: "Keeping plan and proof",
		},
		states: {
			preparing: "Being prepared",
			wishes: "Students are wishing",
			allocating: "Ready to run",
			published: "Published",
			closed: "Closed",
		},
		refusals: {
			missing: "There is no such round.",
			"not-allowed": "Only placement coordinators can do this.",
			"changed-by-another": "Somebody else has changed the round meanwhile. Look it over, and try again.",
			"ends-before-start": "The last day cannot be before the first.",
			"wishes-end-before-start": "The deadline for wishes cannot be before they open.",
			"already-published":
				"The round is published. Published placements are changed one by one, or by publishing again.",
			"no-periods": "The round has no placement periods. Choose which to allocate.",
			"no-claims": "No students need a place in the chosen periods. Add or import students first.",
			"no-offers": "No sites have published places for these days. Collect or enter capacity first.",
			"period-elsewhere": "At least one of the periods is in another round already.",
			"period-not-yours": "Only periods you keep yourselves can be taken in.",
			"party-unknown": "Choose an organisation from the list.",
			"run-missing": "There is no such run.",
			"run-not-done": "The run is not done.",
			"run-kept": "The run is chosen or published, and cannot be deleted.",
			"run-outdated": "Something has changed since the run: {what}. Run again before you publish.",
			"still-running": "A run is under way. Wait until it is done, or cancel it.",
		},
	},
});
