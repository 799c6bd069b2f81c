import type { ImportWords } from "../../../../import/kind.server.ts";
import { type FindingText, plainly as one } from "../../../../import/told.ts";
import { defineText, formatShortDate, type Language } from "../../../../language.ts";

/** Why a row of students that can be read cannot be taken in; the last two are warnings. */
export type StudentFinding =
	| "name-missing"
	| "institution-unknown"
	| "institution-missing"
	| "course-unknown"
	| "course-ambiguous"
	| "period-unknown"
	| "period-ambiguous"
	| "duplicate-row"
	| "same-number"
	| "same-email"
	| "written-differently"
	| "wish-unknown"
	| "places-first"
	| "wish-ambiguous"
	| "wish-outside"
	| "wish-not-taken"
	| "wished-twice"
	| "too-many-wishes"
	| "wish-without-course"
	| "wishes-out"
	| "postcode-unknown"
	| "has-left";

type Sentences = FindingText<StudentFinding>[Language];
type Detail = Readonly<Record<string, string | number>>;

/** In how many rows the same stands, where it is more than one; and what may have been meant. */
const rowsNb = ({ rows }: Detail) => (rows ? ` Gjelder ${rows} rader.` : "");
const rowsNn = ({ rows }: Detail) => (rows ? ` Gjeld ${rows} rader.` : "");
const rowsEn = ({ rows }: Detail) => (rows ? ` It concerns ${rows} rows.` : "");
const meantNb = ({ near }: Detail) => (near ? `Mente du «${near}»? ` : "");
const meantNn = ({ near }: Detail) => (near ? `Meinte du «${near}»? ` : "");
const meantEn = ({ near }: Detail) => (near ? `Did you mean “${near}”? ` : "");

const nb: Sentences = {
	"name-missing": one("Studenten mangler navn.", "Fyll ut Navn, eller Fornavn og Etternavn."),
	"institution-unknown": ({ value, detail }) => ({
		problem: `Vi finner ingen institusjon som heter «${value}».${rowsNb(detail)}`,
		remedy:
			"Skriv navnet slik det står i Læringsarena. Står den ikke der, må den som drifter Læringsarena registrere den. Elever og lærlinger kan i mellomtiden føres under Kapasitet, Annen belastning.",
	}),
	"institution-missing": one(
		"Raden sier ikke hvilken institusjon det gjelder.",
		"Skriv institusjonen, eller en emnekode dere har lagt inn.",
	),
	"course-unknown": ({ value, detail }) => ({
		problem: `Dere har ikke noe emne i bruk med koden eller navnet «${value}».${rowsNb(detail)}`,
		remedy: `${meantNb(detail)}Rett koden, eller legg inn emnet under Emner først.`,
	}),
	"course-ambiguous": ({ value }) => ({
		problem: `Flere emner heter «${value}».`,
		remedy: "Skriv emnekoden.",
	}),
	"period-unknown": ({ value, detail }) => ({
		problem:
			value === "" ? "Emnet har ingen periode som ikke er over." : `Emnet har ingen periode som heter «${value}».`,
		remedy: detail.names ? `Periodene heter: ${detail.names}.` : "Legg til perioden i emnet først.",
	}),
	"period-ambiguous": ({ detail }) => ({
		problem: "Emnet har flere perioder, og raden sier ikke hvilken.",
		remedy: `Skriv en av disse: ${detail.names}.`,
	}),
	"duplicate-row": ({ detail }) => ({
		problem: `Samme student står også i rad ${detail.firstRow}, med samme periode.`,
		remedy: "Slett den ene raden. Er det to studenter, skriv studentnummer på begge.",
	}),
	"same-number": ({ value, detail }) => ({
		problem: `Studentnummeret ${value} står også i rad ${detail.firstRow}, med et annet navn.`,
		remedy: "Rett nummeret eller navnet.",
	}),
	"same-email": ({ value, detail }) => ({
		problem: detail.firstRow
			? `E-postadressen ${value} står også i rad ${detail.firstRow}, med et annet navn eller nummer.`
			: `En annen student ved institusjonen har e-postadressen ${value}.`,
		remedy: "Rett adressen.",
	}),
	"written-differently": ({ detail }) => ({
		problem: `Studenten står også i rad ${detail.firstRow}, med noe annet i dette feltet.`,
		remedy: "Skriv det samme i begge radene.",
	}),
	"wish-unknown": ({ value, detail }) => ({
		problem: `Vi finner ikke noe praksissted, noen kommune eller noe fylke som heter «${value}».${rowsNb(detail)}`,
		remedy: `${meantNb(detail)}Skriv navnet slik det står i Læringsarena, eller kommune- eller fylkesnummeret. Er plassene der ikke publisert ennå, må det gjøres først.`,
	}),
	"places-first": ({ detail }) => ({
		problem: `Ingen praksissteder er publisert ennå, så ønskene kan ikke leses.${rowsNb(detail)}`,
		remedy:
			"Legg inn plassene under Kapasitet og publiser dem, og last opp denne filen etterpå. Eller slett kolonnene med ønsker, og importer bare studentene nå.",
	}),
	"wish-ambiguous": ({ value, detail }) => ({
		problem: `Flere heter «${value}».`,
		remedy: `Skriv en av disse: ${detail.names}.`,
	}),
	"wish-outside": ({ value }) => ({
		problem: `«${value}» er ikke med i praksisrunden.`,
		remedy: "Velg et sted i runden, eller ta praksisverten med i runden først.",
	}),
	"wish-not-taken": ({ value }) => ({
		problem: `«${value}» tar ikke imot studenter fra denne utdanningen og dette studieåret.`,
		remedy: "Velg et annet sted, eller en hel kommune.",
	}),
	"wished-twice": ({ value }) => ({
		problem: `«${value}» er ønsket to ganger.`,
		remedy: "Slett det ene ønsket.",
	}),
	"too-many-wishes": ({ detail }) => ({
		problem: `I denne runden kan en student ha ${detail.most} ønsker.`,
		remedy: "Slett de siste ønskene.",
	}),
	"wish-without-course": one(
		"Raden har et ønske, men ikke noe emne.",
		"Skriv emnet ønsket gjelder, eller slett ønsket.",
	),
	"wishes-out": one(
		"Plassene i denne runden er publisert, så ønskene kan ikke endres.",
		"La ønskene være tomme, eller skriv dem slik de er.",
	),
	"postcode-unknown": ({ value }) => ({
		problem: `Postnummeret ${value} er ikke kjent.`,
		remedy: "Studenten tas inn, men reiseveien kan ikke regnes ut før postnummeret er rettet.",
	}),
	"has-left": ({ detail }) => ({
		problem: `Studenten er registrert som sluttet ${formatShortDate("nb", String(detail.date))}.`,
		remedy: "Studenten tas inn igjen når filen importeres.",
	}),
};

const nn: Sentences = {
	"name-missing": one("Studenten manglar namn.", "Fyll ut Namn, eller Førenamn og Etternamn."),
	"institution-unknown": ({ value, detail }) => ({
		problem: `Vi finn ingen institusjon som heiter «${value}».${rowsNn(detail)}`,
		remedy:
			"Skriv namnet slik det står i Læringsarena. Står han ikkje der, må den som driftar Læringsarena registrere han. Elevar og lærlingar kan i mellomtida førast under Kapasitet, Anna belastning.",
	}),
	"institution-missing": one(
		"Rada seier ikkje kva institusjon det gjeld.",
		"Skriv institusjonen, eller ein emnekode de har lagt inn.",
	),
	"course-unknown": ({ value, detail }) => ({
		problem: `De har ikkje noko emne i bruk med koden eller namnet «${value}».${rowsNn(detail)}`,
		remedy: `${meantNn(detail)}Rett koden, eller legg inn emnet under Emne først.`,
	}),
	"course-ambiguous": ({ value }) => ({ problem: `Fleire emne heiter «${value}».`, remedy: "Skriv emnekoden." }),
	"period-unknown": ({ value, detail }) => ({
		problem:
			value === "" ? "Emnet har ingen periode som ikkje er over." : `Emnet har ingen periode som heiter «${value}».`,
		remedy: detail.names ? `Periodane heiter: ${detail.names}.` : "Legg til perioden i emnet først.",
	}),
	"period-ambiguous": ({ detail }) => ({
		problem: "Emnet har fleire periodar, og rada seier ikkje kva for ein.",
		remedy: `Skriv ein av desse: ${detail.names}.`,
	}),
	"duplicate-row": ({ detail }) => ({
		problem: `Same student står i rad ${detail.firstRow} med same periode.`,
		remedy: "Slett den eine rada. Er det to studentar, skriv studentnummer på begge.",
	}),
	"same-number": ({ value, detail }) => ({
		problem: `Studentnummeret ${value} står òg i rad ${detail.firstRow}, med eit anna namn.`,
		remedy: "Rett nummeret eller namnet.",
	}),
	"same-email": ({ value, detail }) => ({
		problem: detail.firstRow
			? `E-postadressa ${value} står òg i rad ${detail.firstRow}, med eit anna namn eller nummer.`
			: `Ein annan student ved institusjonen har e-postadressa ${value}.`,
		remedy: "Rett adressa.",
	}),
	"written-differently": ({ detail }) => ({
		problem: `Studenten står òg i rad ${detail.firstRow}, med noko anna i dette feltet.`,
		remedy: "Skriv det same i begge radene.",
	}),
	"wish-unknown": ({ value, detail }) => ({
		problem: `Vi finn ikkje nokon praksisstad, kommune eller noko fylke som heiter «${value}».${rowsNn(detail)}`,
		remedy: `${meantNn(detail)}Skriv namnet slik det står i Læringsarena, eller kommune- eller fylkesnummeret. Er plassane der ikkje publiserte enno, må det gjerast først.`,
	}),
	"places-first": ({ detail }) => ({
		problem: `Ingen praksisstader er publiserte enno, så ønska kan ikkje lesast.${rowsNn(detail)}`,
		remedy:
			"Legg inn plassane under Kapasitet og publiser dei, og last opp denne fila etterpå. Eller slett kolonnene med ønske, og importer berre studentane no.",
	}),
	"wish-ambiguous": ({ value, detail }) => ({
		problem: `Fleire heiter «${value}».`,
		remedy: `Skriv ein av desse: ${detail.names}.`,
	}),
	"wish-outside": ({ value }) => ({
		problem: `«${value}» er ikkje med i praksisrunden.`,
		remedy: "Vel ein stad i runden, eller ta praksisverten med i runden først.",
	}),
	"wish-not-taken": ({ value }) => ({
		problem: `«${value}» tek ikkje imot studentar frå denne utdanninga og dette studieåret.`,
		remedy: "Vel ein annan stad, eller ei heil kommune.",
	}),
	"wished-twice": ({ value }) => ({
		problem: `«${value}» er ønskt to gonger.`,
		remedy: "Slett det eine ønsket.",
	}),
	"too-many-wishes": ({ detail }) => ({
		problem: `I denne runden kan ein student ha ${detail.most} ønske.`,
		remedy: "Slett dei siste ønska.",
	}),
	"wish-without-course": one(
		"Rada har eit ønske, men ikkje noko emne.",
		"Skriv emnet ønsket gjeld, eller slett ønsket.",
	),
	"wishes-out": one(
		"Plassane i denne runden er publiserte, så ønska kan ikkje endrast.",
		"La ønska vere tomme, eller skriv dei slik dei er.",
	),
	"postcode-unknown": ({ value }) => ({
		problem: `Postnummeret ${value} er ikkje kjent.`,
		remedy: "Studenten blir teken inn, men reisevegen kan ikkje reknast ut før postnummeret er retta.",
	}),
	"has-left": ({ detail }) => ({
		problem: `Studenten er registrert som slutta ${formatShortDate("nn", String(detail.date))}.`,
		remedy: "Studenten blir teken inn igjen når fila blir importert.",
	}),
};

const en: Sentences = {
	"name-missing": one("The student has no name.", "Fill in Name, or First name and Surname."),
	"institution-unknown": ({ value, detail }) => ({
		problem: `We find no institution called “${value}”.${rowsEn(detail)}`,
		remedy:
			"Write the name as it stands in Læringsarena. If it is not there, whoever operates Læringsarena must register it. Pupils and apprentices can meanwhile be entered under Capacity, Other load.",
	}),
	"institution-missing": one(
		"The row does not say which institution it is about.",
		"Write the institution, or the code of a course you have entered.",
	),
	"course-unknown": ({ value, detail }) => ({
		problem: `You have no course in use with the code or name “${value}”.${rowsEn(detail)}`,
		remedy: `${meantEn(detail)}Correct the code, or enter the course under Courses first.`,
	}),
	"course-ambiguous": ({ value }) => ({
		problem: `Several courses are called “${value}”.`,
		remedy: "Write the course code.",
	}),
	"period-unknown": ({ value, detail }) => ({
		problem:
			value === "" ? "The course has no period that is not over." : `The course has no period called “${value}”.`,
		remedy: detail.names ? `The periods are called: ${detail.names}.` : "Add the period to the course first.",
	}),
	"period-ambiguous": ({ detail }) => ({
		problem: "The course has several periods, and the row does not say which.",
		remedy: `Write one of these: ${detail.names}.`,
	}),
	"duplicate-row": ({ detail }) => ({
		problem: `The same student is in row ${detail.firstRow} with the same period.`,
		remedy: "Delete one of the rows. If they are two students, write the student number of both.",
	}),
	"same-number": ({ value, detail }) => ({
		problem: `The student number ${value} is also in row ${detail.firstRow}, with another name.`,
		remedy: "Correct the number or the name.",
	}),
	"same-email": ({ value, detail }) => ({
		problem: detail.firstRow
			? `The e-mail address ${value} is also in row ${detail.firstRow}, with another name or number.`
			: `Another student at the institution has the e-mail address ${value}.`,
		remedy: "Correct the address.",
	}),
	"written-differently": ({ detail }) => ({
		problem: `The student is also in row ${detail.firstRow}, with something else in this field.`,
		remedy: "Write the same in both rows.",
	}),
	"wish-unknown": ({ value, detail }) => ({
		problem: `We find no site, municipality or county called “${value}”.${rowsEn(detail)}`,
		remedy: `${meantEn(detail)}Write the name as it is in Læringsarena, or the number of the municipality or county. Where the places there are not published yet, that must be done first.`,
	}),
	"places-first": ({ detail }) => ({
		problem: `No sites are published yet, so the wishes cannot be read.${rowsEn(detail)}`,
		remedy:
			"Enter the places under Capacity and publish them, and upload this file afterwards. Or delete the columns of wishes, and import only the students now.",
	}),
	"wish-ambiguous": ({ value, detail }) => ({
		problem: `Several are called “${value}”.`,
		remedy: `Write one of these: ${detail.names}.`,
	}),
	"wish-outside": ({ value }) => ({
		problem: `“${value}” is not in the round.`,
		remedy: "Choose a site in the round, or take its host into the round first.",
	}),
	"wish-not-taken": ({ value }) => ({
		problem: `“${value}” does not take students of this profession and year.`,
		remedy: "Choose another site, or a whole municipality.",
	}),
	"wished-twice": ({ value }) => ({
		problem: `“${value}” is wished for twice.`,
		remedy: "Delete one of the two wishes.",
	}),
	"too-many-wishes": ({ detail }) => ({
		problem: `In this round a student can have ${detail.most} wishes.`,
		remedy: "Delete the last wishes.",
	}),
	"wish-without-course": one(
		"The row has a wish, but no course.",
		"Write the course the wish is for, or delete the wish.",
	),
	"wishes-out": one(
		"The places of this round are published, so the wishes cannot be changed.",
		"Leave the wishes blank, or write them as they are.",
	),
	"postcode-unknown": ({ value }) => ({
		problem: `The postcode ${value} is not known.`,
		remedy: "The student is taken in, but travel cannot be worked out until the postcode is corrected.",
	}),
	"has-left": ({ detail }) => ({
		problem: `The student is registered as having left on ${formatShortDate("en", String(detail.date))}.`,
		remedy: "The student is taken in again when the file is imported.",
	}),
};

export const studentFindings: FindingText<StudentFinding> = { nb, nn, en };

/** What the pages of import say of students. */
export const studentWords = defineText({
	nb: {
		title: "Studenter",
		about: "Hvem som skal i praksis, i hvilket emne, og hvor de reiser fra.",
		upload: "Importer studenter",
		current: "Last ned studentene dere har",
		rules: [
			"Studenten kjennes igjen på studentnummeret, ellers på e-posten, ellers på navnet.",
			"Med emne får studenten et praksisbehov i perioden. Et emne med flere perioder trenger navnet på perioden.",
			"En student med to praksisperioder står i to rader.",
			"Ønskene står i hver sin kolonne, det viktigste først. De nye kommer i stedet for de gamle.",
			"Ønsker kan tas inn når plassene er lagt inn og publisert.",
			"Tomme felt sletter ikke noe. Studenter som ikke står i filen, blir som de er.",
			"Alt tas inn på én gang, eller ingenting.",
		],
		where: "Nye perioder",
		nowhere: "Ingen",
		besides: "Nye praksisbehov",
		further: "Ønsker i filen som tas inn",
		take: (count: number, shown: string) => `Importer ${shown} ${count === 1 ? "student" : "studenter"}`,
		see: "Se studentene",
		job: "Import av studenter",
		files: { current: "studenter", template: "mal-studenter" },
	} satisfies ImportWords,
	nn: {
		title: "Studentar",
		about: "Kven som skal i praksis, i kva emne, og kor dei reiser frå.",
		upload: "Importer studentar",
		current: "Last ned studentane de har",
		rules: [
			"Studenten blir kjend att på studentnummeret, elles på e-posten, elles på namnet.",
			"Med emne får studenten eit praksisbehov i perioden. Eit emne med fleire periodar treng namnet på perioden.",
			"Ein student med to praksisperiodar står i to rader.",
			"Ønska står i kvar sin kolonne, det viktigaste først. Dei nye kjem i staden for dei gamle.",
			"Ønske kan takast inn når plassane er lagde inn og publiserte.",
			"Tomme felt slettar ikkje noko. Studentar som ikkje står i fila, blir som dei er.",
			"Alt blir teke inn på éin gong, eller ingenting.",
		],
		where: "Nye periodar",
		nowhere: "Ingen",
		besides: "Nye praksisbehov",
		further: "Ønske i fila som blir tekne inn",
		take: (count: number, shown: string) => `Importer ${shown} ${count === 1 ? "student" : "studentar"}`,
		see: "Sjå studentane",
		job: "Import av studentar",
		files: { current: "studentar", template: "mal-studentar" },
	},
	en: {
		title: "Students",
		about: "Who needs a placement, in which course, and where they travel from.",
		upload: "Import students",
		current: "Download the students you have",
		rules: [
			"The student is recognised by the student number, else by the e-mail, else by the name.",
			"With a course the student gets a claim in the period. A course with several periods needs the name of the period.",
			"A student with two placements stands in two rows.",
			"Wishes stand in a column each, the first one first. New ones come in place of the old.",
			"Wishes can be taken in once the places have been entered and published.",
			"Blank fields delete nothing. Students who are not in the file stay as they are.",
			"Everything is taken in at once, or nothing.",
		],
		where: "New periods",
		nowhere: "None",
		besides: "New claims",
		further: "Wishes in the file that are taken in",
		take: (count: number, shown: string) => `Import ${shown} ${count === 1 ? "student" : "students"}`,
		see: "See the students",
		job: "Import of students",
		files: { current: "students", template: "template-students" },
	},
});
