import { inEachLanguage, type Language } from "../../../language.ts";
import type { Contract } from "../../../spreadsheet/contract.ts";
import type { Place } from "../../../spreadsheet/refusal.ts";
import type { SheetFacts } from "../../../spreadsheet/result.ts";
import type { Sentence } from "../../../spreadsheet/sentences.ts";
import { placeText } from "../../../spreadsheet/text.ts";
import type { RowFinding, RowRefusalCode, RowWarningCode, Told } from "./contract.ts";

type Facts = { readonly value: string; readonly detail: Readonly<Record<string, string | number>> };
type Sentences = Readonly<Record<RowRefusalCode | RowWarningCode, (facts: Facts) => Sentence>>;

const one = (problem: string, remedy: string) => () => ({ problem, remedy });

const nb: Sentences = {
	"institution-unknown": ({ value }) => ({
		problem: `Vi finner ingen institusjon som heter «${value}».`,
		remedy: "Skriv navnet slik det står i Læringsarena.",
	}),
	"institution-missing": one(
		"Raden sier ikke hvilken institusjon det gjelder.",
		"Skriv institusjonen, eller en emnekode dere har lagt inn.",
	),
	"course-unknown": ({ value }) => ({
		problem: `Dere har ikke noe emne i bruk med koden eller navnet «${value}».`,
		remedy: "Rett koden, eller legg inn emnet under Emner først.",
	}),
	"course-ambiguous": ({ value }) => ({
		problem: `Flere emner heter «${value}».`,
		remedy: "Skriv emnekoden.",
	}),
	"period-unknown": ({ value, detail }) => ({
		problem: `Emnet har ingen periode som heter «${value}».`,
		remedy: detail.names ? `Periodene heter: ${detail.names}.` : "Legg til perioden i emnet først.",
	}),
	"period-ambiguous": ({ detail }) => ({
		problem: "Emnet har flere perioder, og raden sier ikke hvilken.",
		remedy: `Skriv en av disse: ${detail.names}.`,
	}),
	"period-over": ({ value }) => ({
		problem: `Perioden «${value}» er over.`,
		remedy: "Skriv en periode som ikke er over.",
	}),
	"duplicate-row": ({ detail }) => ({
		problem: `Samme student står i rad ${detail.firstRow} med samme periode.`,
		remedy: "Slett den ene raden.",
	}),
	"duplicate-course": ({ detail }) => ({
		problem: `Samme emne står i rad ${detail.firstRow} med samme periode.`,
		remedy: "Slett den ene raden.",
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
	"setting-unknown": ({ value }) => ({
		problem: `«${value}» er ikke en type praksissted.`,
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
	"other-days": ({ detail }) => ({
		problem: `Emnet er skrevet ulikt i rad ${detail.firstRow}.`,
		remedy: "Skriv det samme om emnet i alle radene.",
	}),
	"postcode-unknown": ({ value }) => ({
		problem: `Postnummeret ${value} er ikke kjent.`,
		remedy: "Studenten tas inn, men reiseveien kan ikke regnes ut før postnummeret er rettet.",
	}),
	"has-left": ({ detail }) => ({
		problem: `Studenten er registrert som sluttet ${detail.date}.`,
		remedy: "Studenten tas inn igjen når filen importeres.",
	}),
};

const nn: Sentences = {
	"institution-unknown": ({ value }) => ({
		problem: `Vi finn ingen institusjon som heiter «${value}».`,
		remedy: "Skriv namnet slik det står i Læringsarena.",
	}),
	"institution-missing": one(
		"Rada seier ikkje kva institusjon det gjeld.",
		"Skriv institusjonen, eller ein emnekode de har lagt inn.",
	),
	"course-unknown": ({ value }) => ({
		problem: `De har ikkje noko emne i bruk med koden eller namnet «${value}».`,
		remedy: "Rett koden, eller legg inn emnet under Emne først.",
	}),
	"course-ambiguous": ({ value }) => ({ problem: `Fleire emne heiter «${value}».`, remedy: "Skriv emnekoden." }),
	"period-unknown": ({ value, detail }) => ({
		problem: `Emnet har ingen periode som heiter «${value}».`,
		remedy: detail.names ? `Periodane heiter: ${detail.names}.` : "Legg til perioden i emnet først.",
	}),
	"period-ambiguous": ({ detail }) => ({
		problem: "Emnet har fleire periodar, og rada seier ikkje kva for ein.",
		remedy: `Skriv ein av desse: ${detail.names}.`,
	}),
	"period-over": ({ value }) => ({
		problem: `Perioden «${value}» er over.`,
		remedy: "Skriv ein periode som ikkje er over.",
	}),
	"duplicate-row": ({ detail }) => ({
		problem: `Same student står i rad ${detail.firstRow} med same periode.`,
		remedy: "Slett den eine rada.",
	}),
	"duplicate-course": ({ detail }) => ({
		problem: `Same emne står i rad ${detail.firstRow} med same periode.`,
		remedy: "Slett den eine rada.",
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
	"setting-unknown": ({ value }) => ({
		problem: `«${value}» er ikkje ein type praksisstad.`,
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
	"other-days": ({ detail }) => ({
		problem: `Emnet er skrive ulikt i rad ${detail.firstRow}.`,
		remedy: "Skriv det same om emnet i alle radene.",
	}),
	"postcode-unknown": ({ value }) => ({
		problem: `Postnummeret ${value} er ikkje kjent.`,
		remedy: "Studenten blir teken inn, men reisevegen kan ikkje reknast ut før postnummeret er retta.",
	}),
	"has-left": ({ detail }) => ({
		problem: `Studenten er registrert som slutta ${detail.date}.`,
		remedy: "Studenten blir teken inn igjen når fila blir importert.",
	}),
};

const en: Sentences = {
	"institution-unknown": ({ value }) => ({
		problem: `We find no institution called “${value}”.`,
		remedy: "Write the name as it stands in Læringsarena.",
	}),
	"institution-missing": one(
		"The row does not say which institution it is about.",
		"Write the institution, or the code of a course you have entered.",
	),
	"course-unknown": ({ value }) => ({
		problem: `You have no course in use with the code or name “${value}”.`,
		remedy: "Correct the code, or enter the course under Courses first.",
	}),
	"course-ambiguous": ({ value }) => ({
		problem: `Several courses are called “${value}”.`,
		remedy: "Write the course code.",
	}),
	"period-unknown": ({ value, detail }) => ({
		problem: `The course has no period called “${value}”.`,
		remedy: detail.names ? `The periods are called: ${detail.names}.` : "Add the period to the course first.",
	}),
	"period-ambiguous": ({ detail }) => ({
		problem: "The course has several periods, and the row does not say which.",
		remedy: `Write one of these: ${detail.names}.`,
	}),
	"period-over": ({ value }) => ({
		problem: `The period “${value}” is over.`,
		remedy: "Write a period that is not over.",
	}),
	"duplicate-row": ({ detail }) => ({
		problem: `The same student is in row ${detail.firstRow} with the same period.`,
		remedy: "Delete one of the rows.",
	}),
	"duplicate-course": ({ detail }) => ({
		problem: `The same course is in row ${detail.firstRow} with the same period.`,
		remedy: "Delete one of the rows.",
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
	"setting-unknown": ({ value }) => ({
		problem: `“${value}” is not a kind of site.`,
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
	"other-days": ({ detail }) => ({
		problem: `The course is written differently in row ${detail.firstRow}.`,
		remedy: "Write the same about the course in all its rows.",
	}),
	"postcode-unknown": ({ value }) => ({
		problem: `The postcode ${value} is not known.`,
		remedy: "The student is taken in, but travel cannot be worked out until the postcode is corrected.",
	}),
	"has-left": ({ detail }) => ({
		problem: `The student is registered as having left on ${detail.date}.`,
		remedy: "The student is taken in again when the file is imported.",
	}),
};

const sentences: Readonly<Record<Language, Sentences>> = { nb, nn, en };

/** A finding in words, with its place as the file itself writes it. */
export function tellFinding(
	finding: RowFinding<RowRefusalCode | RowWarningCode>,
	read: SheetFacts,
	contract: Contract,
): Told {
	const { code, row, key, value, detail = {} } = finding;
	const standing = read.columns.find((column) => column.key === key);
	const place: Place = {
		...{ sheet: read.sheet, row, value },
		...{ column: standing?.column ?? null, header: standing?.header ?? null },
	};
	const column = contract.columns.find((one) => one.key === key);
	const label = (language: Language) =>
		column?.kind === "choice" ? column.choices.find((choice) => choice.value === value)?.labels[language] : undefined;
	const [bokmal, nynorsk, english] = (["nb", "nn", "en"] as const).map((language) =>
		sentences[language][code]({ value: label(language) ?? value ?? "", detail }),
	);
	return {
		place: inEachLanguage((language) => placeText(place, language)),
		problem: { nb: bokmal?.problem ?? "", nn: nynorsk?.problem ?? "", en: english?.problem ?? "" },
		remedy: { nb: bokmal?.remedy ?? "", nn: nynorsk?.remedy ?? "", en: english?.remedy ?? "" },
	};
}
