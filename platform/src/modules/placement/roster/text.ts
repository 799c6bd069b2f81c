import type { RefusalWords } from "../../../forms/text.ts";
import { defineText, type Language } from "../../../language.ts";
import type { StudentRuleKind, TravelMeans, WishKind } from "../codes.ts";
import type { RosterRefusal, StudentSort, StudentWarning, WishRefusal, WishWindow } from "./contract.ts";

type Refusals = Record<RosterRefusal | WishRefusal, RefusalWords[string]>;

/** Words about students, claims and wishes that more than one page uses. */
export const rosterText = defineText({
	nb: {
		columns: {
			name: "Navn",
			institution: "Institusjon",
			year: "Studieår",
			postcode: "Bosted",
			claims: "Praksis",
		} satisfies Record<StudentSort, string>,
		warnings: {
			"no-postcode": "Mangler postnummer",
			"unknown-postcode": "Ukjent postnummer",
			"without-claim": "Uten praksisbehov",
			"without-wishes": "Uten ønsker",
			"need-waiting": "Behov er ikke behandlet",
			"no-email": "Mangler e-post",
			"not-named": "Uten navn",
		} satisfies Record<StudentWarning, string>,
		travel: { car: "Bil", public: "Kollektivt", foot: "Til fots eller på sykkel" } satisfies Record<
			TravelMeans,
			string
		>,
		wishKinds: {
			site: "Praksissted",
			municipality: "Hvor som helst i kommunen",
			county: "Hvor som helst i fylket",
		} satisfies Record<WishKind, string>,
		rules: {
			"most-minutes": "Høyst så mange minutter å reise",
			"only-municipality": "Bare i én kommune",
			"not-site": "Ikke på dette stedet",
			"not-host": "Ikke hos denne verten",
			"setting-done": "Har hatt praksis på denne typen sted",
			"near-public-transport": "Må kunne nås med kollektivtransport",
		} satisfies Record<StudentRuleKind, string>,
		minutes: (minutes: string) => `${minutes} minutter`,
		windows: {
			"no-round": "Runden er ikke åpnet ennå. Du kan ønske nå, og endre fram til fristen.",
			open: "Du kan endre ønskene fram til fristen.",
			"not-yet": "Det er ikke åpnet for ønsker ennå.",
			over: "Fristen er ute. Ønskene kan ikke endres lenger, men du ser dem her.",
			"not-asked": "Det samles ikke inn ønsker i denne runden.",
			published: "Plassene er fordelt. Ønskene kan ikke endres lenger, men du ser dem her.",
			withdrawn: "Praksisbehovet er trukket. Ønskene kan ikke endres lenger, men du ser dem her.",
		} satisfies Record<WishWindow["why"], string>,
		waiting: {
			wish: (course: string) => `Ønsk praksisplass i ${course}`,
			need: (students: number) =>
				students === 1
					? "Behandle et behov for tilrettelegging fra en student"
					: `Behandle behov for tilrettelegging fra ${students} studenter`,
		},
		link: { action: "Skriv ønskene dine" },
		refusals: {
			missing: "Dette finnes ikke lenger.",
			"not-allowed": "Rollen din gir deg ikke lov til dette.",
			"changed-by-another": "Noe er endret siden du åpnet siden. Se hvordan det er nå, og prøv igjen.",
			"ends-before-start": "Siste dag kan ikke være før første dag.",
			"institution-unknown": "Velg en institusjon fra listen.",
			"number-taken": "En annen student ved institusjonen har dette studentnummeret.",
			"email-taken": "En annen student ved institusjonen har denne e-postadressen.",
			"period-unknown": "Velg en praksisperiode.",
			"period-over": "Perioden er over.",
			"other-institution": "Perioden hører til en annen institusjon enn studenten.",
			"already-claimed": "Studenten har allerede et praksisbehov i denne perioden.",
			"reason-missing": "Skriv hvorfor studenten skal gå foran.",
			"together-unknown": "Studenten har ikke praksis i denne perioden.",
			"has-left": "Studenten sluttet {date}.",
			placed: "Studenten har fått plass. Avlys plassen først.",
			"in-use": "Studenten har eller har hatt en praksisplass og kan ikke fjernes. Registrer at studenten har sluttet.",
			"amount-missing": "Skriv hvor mange minutter.",
			"target-unknown": "Vi finner ikke «{name}». Velg fra listen.",
			"in-future": "Datoen kan ikke være fram i tid.",
			"not-named": "Studenten er ikke registrert med navn.",
			"wishes-closed": "Det er ikke åpent for å endre ønsker nå.",
			"too-many-wishes": "Du kan ha høyst {most} ønsker. Fjern ett først.",
			"wished-twice": "{name} står i listen fra før.",
			"target-outside-round": "{name} er ikke med i denne runden.",
			"profession-not-taken": "{name} tar ikke imot studenter i dette faget og studieåret i perioden.",
			withdrawn: "Praksisbehovet er trukket.",
		} satisfies Refusals,
	},
	nn: {
		columns: {
			name: "Namn",
			institution: "Institusjon",
			year: "Studieår",
			postcode: "Bustad",
			claims: "Praksis",
		},
		warnings: {
			"no-postcode": "Manglar postnummer",
			"unknown-postcode": "Ukjent postnummer",
			"without-claim": "Utan praksisbehov",
			"without-wishes": "Utan ønske",
			"need-waiting": "Behov er ikkje behandla",
			"no-email": "Manglar e-post",
			"not-named": "Utan namn",
		},
		travel: { car: "Bil", public: "Kollektivt", foot: "Til fots eller på sykkel" },
		wishKinds: { site: "Praksisstad", municipality: "Kvar som helst i kommunen", county: "Kvar som helst i fylket" },
		rules: {
			"most-minutes": "Høgst så mange minutt å reise",
			"only-municipality": "Berre i éin kommune",
			"not-site": "Ikkje på denne staden",
			"not-host": "Ikkje hos denne verten",
			"setting-done": "Har hatt praksis på denne typen stad",
			"near-public-transport": "Må kunne nåast med kollektivtransport",
		},
		minutes: (minutes: string) => `${minutes} minutt`,
		windows: {
			"no-round": "Runden er ikkje opna enno. Du kan ønske no, og endre fram til fristen.",
			open: "Du kan endre ønska fram til fristen.",
			"not-yet": "Det er ikkje opna for ønske enno.",
			over: "Fristen er ute. Ønska kan ikkje endrast lenger, men du ser dei her.",
			"not-asked": "Det blir ikkje samla inn ønske i denne runden.",
			published: "Plassane er fordelte. Ønska kan ikkje endrast lenger, men du ser dei her.",
			withdrawn: "Praksisbehovet er trekt. Ønska kan ikkje endrast lenger, men du ser dei her.",
		},
		waiting: {
			wish: (course: string) => `Ønsk praksisplass i ${course}`,
			need: (students: number) =>
				students === 1
					? "Behandle eit behov for tilrettelegging frå ein student"
					: `Behandle behov for tilrettelegging frå ${students} studentar`,
		},
		link: { action: "Skriv ønska dine" },
		refusals: {
			missing: "Dette finst ikkje lenger.",
			"not-allowed": "Rolla di gir deg ikkje lov til dette.",
			"changed-by-another": "Noko er endra sidan du opna sida. Sjå korleis det er no, og prøv igjen.",
			"ends-before-start": "Siste dag kan ikkje vere før første dag.",
			"institution-unknown": "Vel ein institusjon frå lista.",
			"number-taken": "Ein annan student ved institusjonen har dette studentnummeret.",
			"email-taken": "Ein annan student ved institusjonen har denne e-postadressa.",
			"period-unknown": "Vel ein praksisperiode.",
			"period-over": "Perioden er over.",
			"other-institution": "Perioden høyrer til ein annan institusjon enn studenten.",
			"already-claimed": "Studenten har alt eit praksisbehov i denne perioden.",
			"reason-missing": "Skriv kvifor studenten skal gå føre.",
			"together-unknown": "Studenten har ikkje praksis i denne perioden.",
			"has-left": "Studenten slutta {date}.",
			placed: "Studenten har fått plass. Avlys plassen først.",
			"in-use":
				"Studenten har eller har hatt ein praksisplass og kan ikkje fjernast. Registrer at studenten har slutta.",
			"amount-missing": "Skriv kor mange minutt.",
			"target-unknown": "Vi finn ikkje «{name}». Vel frå lista.",
			"in-future": "Datoen kan ikkje vere fram i tid.",
			"not-named": "Studenten er ikkje registrert med namn.",
			"wishes-closed": "Det er ikkje ope for å endre ønske no.",
			"too-many-wishes": "Du kan ha høgst {most} ønske. Fjern eitt først.",
			"wished-twice": "{name} står i lista frå før.",
			"target-outside-round": "{name} er ikkje med i denne runden.",
			"profession-not-taken": "{name} tek ikkje imot studentar i dette faget og studieåret i perioden.",
			withdrawn: "Praksisbehovet er trekt.",
		},
	},
	en: {
		columns: {
			name: "Name",
			institution: "Institution",
			year: "Year of study",
			postcode: "Home",
			claims: "Placements",
		},
		warnings: {
			"no-postcode": "Postcode missing",
			"unknown-postcode": "Unknown postcode",
			"without-claim": "No claim",
			"without-wishes": "No wishes",
			"need-waiting": "Need not dealt with",
			"no-email": "E-mail missing",
			"not-named": "Not named",
		},
		travel: { car: "Car", public: "Public transport", foot: "On foot or by bicycle" },
		wishKinds: { site: "Site", municipality: "Anywhere in the municipality", county: "Anywhere in the county" },
		rules: {
			"most-minutes": "At most so many minutes of travel",
			"only-municipality": "Only in one municipality",
			"not-site": "Not at this site",
			"not-host": "Not at this host",
			"setting-done": "Has practised in this kind of site",
			"near-public-transport": "Must be reachable by public transport",
		},
		minutes: (minutes: string) => `${minutes} minutes`,
		windows: {
			"no-round": "The round has not been opened yet. You can wish now, and change it until the deadline.",
			open: "You can change your wishes until the deadline.",
			"not-yet": "Wishes cannot be stated yet.",
			over: "The deadline has passed. The wishes can no longer be changed, but you see them here.",
			"not-asked": "No wishes are collected in this round.",
			published: "The places have been allocated. The wishes can no longer be changed, but you see them here.",
			withdrawn: "The claim has been withdrawn. The wishes can no longer be changed, but you see them here.",
		},
		waiting: {
			wish: (course: string) => `Wish for a placement in ${course}`,
			need: (students: number) =>
				students === 1
					? "Deal with a need for adaptation from a student"
					: `Deal with needs for adaptation from ${students} students`,
		},
		link: { action: "Write your wishes" },
		refusals: {
			missing: "This no longer exists.",
			"not-allowed": "Your role does not let you do this.",
			"changed-by-another": "Something has changed since you opened the page. See how it is now, and try again.",
			"ends-before-start": "The last day cannot be before the first.",
			"institution-unknown": "Choose an institution from the list.",
			"number-taken": "Another student at the institution has this student number.",
			"email-taken": "Another student at the institution has this e-mail address.",
			"period-unknown": "Choose a placement period.",
			"period-over": "The period is over.",
			"other-institution": "The period belongs to another institution than the student.",
			"already-claimed": "The student already has a claim in this period.",
			"reason-missing": "Write why the student is served first.",
			"together-unknown": "The student has no placement in this period.",
			"has-left": "The student left on {date}.",
			placed: "The student has a place. Cancel the place first.",
			"in-use": "The student has or has had a place and cannot be removed. Say that the student has left.",
			"amount-missing": "Write how many minutes.",
			"target-unknown": "We cannot find “{name}”. Choose from the list.",
			"in-future": "The date cannot be in the future.",
			"not-named": "The student is not registered by name.",
			"wishes-closed": "Wishes cannot be changed now.",
			"too-many-wishes": "You can have at most {most} wishes. Remove one first.",
			"wished-twice": "{name} is in the list already.",
			"target-outside-round": "{name} is not in this round.",
			"profession-not-taken": "{name} does not take students of this profession and year in the period.",
			withdrawn: "The claim has been withdrawn.",
		},
	},
});

export function ruleName(
	language: Language,
	rule: { readonly kind: StudentRuleKind; readonly amount: number | null; readonly targetName: string | null },
): string {
	const text = rosterText[language];
	const what = rule.amount === null ? rule.targetName : text.minutes(String(rule.amount));
	return [text.rules[rule.kind], what].filter(Boolean).join(": ");
}
