import { inEachLanguage, languageNames, languages } from "../../../../language.ts";
import { defineContract, type RowOf } from "../../../../spreadsheet/contract.ts";
import { type TravelMeans, travelMeans } from "../../codes.ts";
import { rosterText } from "../../roster/text.ts";
import { wishHeaders } from "../../roster/wish-headers.ts";

const said = (nb: string, nn: string, en: string) => ({ nb, nn, en });

/** What people write of how they travel, besides what the program calls it. */
const meansWritten = {
	car: ["Egen bil", "Eigen bil", "Privatbil", "Kjører", "Kjører bil"],
	public: [
		"Kollektiv",
		"Kollektivtransport",
		"Offentlig transport",
		"Offentleg transport",
		"Buss",
		"Tog",
		"Trikk",
		"Bus",
	],
	foot: ["Til fots", "Går", "Gange", "Sykkel", "Sykler", "Syklar", "Elsykkel", "Bike"],
} satisfies Record<TravelMeans, readonly string[]>;

/** Keys of the columns of wishes, the first wish first. */
export const wishColumns = ["wish1", "wish2", "wish3", "wish4", "wish5", "wish6", "wish7", "wish8"] as const;

function wish<const Key extends (typeof wishColumns)[number]>(key: Key) {
	const number = wishColumns.indexOf(key) + 1;
	return {
		key,
		kind: "text",
		maximumLength: 300,
		headers: said(`Ønske ${number}`, `Ønske ${number}`, `Wish ${number}`),
		aliases: wishHeaders(number),
		...(number === 1
			? {
					explanation: said(
						"Et praksissted, en kommune eller et fylke: navnet, eller kommune- eller fylkesnummeret. Heter flere steder det samme, skriv «sted, vert». Tomme felt lar ønskene stå.",
						"Ein praksisstad, ei kommune eller eit fylke: namnet, eller kommune- eller fylkesnummeret. Heiter fleire stader det same, skriv «stad, vert». Tomme felt lèt ønska stå.",
						"A site, a municipality or a county: the name, or the number of the municipality or county. Where several sites have one name, write “site, host”. Blank fields leave the wishes as they are.",
					),
				}
			: {}),
		example: ["Bakklandet omsorgssenter, Trondheim", "Trondheim", "50"][number - 1] ?? "",
	} as const;
}

/** The sheet of students, as a student-records system gives it. One student with two placements stands in two rows. */
export const studentSheet = defineContract({
	title: said("Studenter", "Studentar", "Students"),
	columns: [
		{
			key: "name",
			kind: "text",
			maximumLength: 200,
			headers: said("Navn", "Namn", "Name"),
			aliases: ["Fullt navn", "Fullt namn", "Full name", "Student", "Studentnavn"],
			explanation: said(
				"Må fylles ut, eller fornavn og etternavn i hver sin kolonne.",
				"Må fyllast ut, eller førenamn og etternamn i kvar si kolonne.",
				"Must be filled in, or first name and surname in a column each.",
			),
			example: "Kari Nordmann",
		},
		{
			key: "firstName",
			kind: "text",
			maximumLength: 100,
			headers: said("Fornavn", "Førenamn", "First name"),
			aliases: ["Fornamn", "Given name"],
			explanation: said(
				"Trengs bare når navnet ikke står i én kolonne.",
				"Trengst berre når namnet ikkje står i éi kolonne.",
				"Needed only where the name is not in one column.",
			),
		},
		{
			key: "lastName",
			kind: "text",
			maximumLength: 100,
			headers: said("Etternavn", "Etternamn", "Surname"),
			aliases: ["Slektsnavn", "Last name", "Family name"],
		},
		{
			key: "number",
			kind: "text",
			maximumLength: 40,
			headers: said("Studentnummer", "Studentnummer", "Student number"),
			aliases: ["Studentnr", "Studentnr.", "Student-ID", "Student no", "Studnr"],
			explanation: said(
				"Studenten kjennes igjen på nummeret, ellers på e-posten, ellers på navnet.",
				"Studenten blir kjend att på nummeret, elles på e-posten, elles på namnet.",
				"The student is recognised by the number, else by the e-mail, else by the name.",
			),
			example: "123456",
		},
		{
			key: "email",
			kind: "email",
			headers: said("E-post", "E-post", "E-mail"),
			aliases: ["E-postadresse", "Email", "Epost", "Mail", "Mailadresse", "Student-e-post"],
			example: "kari.nordmann@student.no",
		},
		{
			key: "phone",
			kind: "text",
			maximumLength: 40,
			headers: said("Telefon", "Telefon", "Telephone"),
			aliases: ["Mobil", "Mobilnummer", "Telefonnummer", "Tlf", "Phone"],
		},
		{
			key: "institution",
			kind: "text",
			maximumLength: 200,
			headers: said("Institusjon", "Institusjon", "Institution"),
			aliases: ["Lærested", "Lærestad", "Studiested"],
			explanation: said(
				"Trengs bare når dere fører studenter for flere, og raden ikke har emne.",
				"Trengst berre når de fører studentar for fleire, og rada ikkje har emne.",
				"Needed only where you keep students of several, and the row has no course.",
			),
		},
		{
			key: "programme",
			kind: "text",
			maximumLength: 200,
			headers: said("Studieprogram", "Studieprogram", "Study programme"),
			aliases: ["Program", "Programme", "Studium"],
		},
		{
			key: "course",
			kind: "text",
			maximumLength: 200,
			headers: said("Emne", "Emne", "Course"),
			aliases: ["Emnekode", "Course code", "Praksisemne"],
			explanation: said(
				"Koden eller navnet på et emne som er lagt inn. Tomt: studenten får ikke noe praksisbehov.",
				"Koden eller namnet på eit emne som er lagt inn. Tomt: studenten får ikkje noko praksisbehov.",
				"The code or name of a course that has been entered. Blank: the student gets no claim.",
			),
			example: "SYK201",
		},
		{
			key: "period",
			kind: "text",
			maximumLength: 120,
			headers: said("Periode", "Periode", "Period"),
			aliases: ["Praksisperiode", "Pulje"],
			explanation: said(
				"Navnet på perioden. Trengs bare når emnet har flere.",
				"Namnet på perioden. Trengst berre når emnet har fleire.",
				"The name of the period. Needed only where the course has several.",
			),
			example: "Vår 2027",
		},
		{
			key: "yearOfStudy",
			kind: "wholeNumber",
			minimum: 1,
			maximum: 7,
			headers: said("Studieår", "Studieår", "Year of study"),
			aliases: ["År", "Year", "Årskull"],
			example: "2",
		},
		{
			key: "postcode",
			kind: "postcode",
			headers: said("Postnummer", "Postnummer", "Postcode"),
			aliases: ["Postnr", "Hjemsted postnummer", "Zip"],
			explanation: said("Der studenten reiser fra.", "Der studenten reiser frå.", "Where the student travels from."),
			example: "7030",
		},
		{
			key: "travel",
			kind: "choice",
			choices: travelMeans.map((value) => ({
				value,
				labels: inEachLanguage((language) => rosterText[language].travel[value]),
				aliases: meansWritten[value],
			})),
			headers: said("Reiser med", "Reiser med", "Travels by"),
			aliases: ["Transport", "Reisemåte"],
		},
		{
			key: "language",
			kind: "choice",
			choices: languages.map((value) => ({ value, labels: inEachLanguage(() => languageNames[value]) })),
			headers: said("Språk", "Språk", "Language"),
			aliases: ["Målform", "Korrespondansespråk", "Preferred language"],
			explanation: said(
				"Språket studenten får brev og lenker på. Tomt: institusjonens.",
				"Språket studenten får brev og lenkjer på. Tomt: institusjonen sitt.",
				"The language the student gets letters and links in. Blank: the institution's.",
			),
		},
		wish("wish1"),
		wish("wish2"),
		wish("wish3"),
		wish("wish4"),
		wish("wish5"),
		wish("wish6"),
		wish("wish7"),
		wish("wish8"),
	],
	unique: [],
});
type WrittenRow = RowOf<typeof studentSheet>;
/** A row with the name as one. */
export type StudentSheetRow = Omit<WrittenRow, "name" | "firstName" | "lastName"> & { readonly name: string };

/** The row with one name, whichever way it was written; empty where it was not. */
export function named({ name, firstName, lastName, ...row }: WrittenRow): StudentSheetRow {
	return { ...row, name: name ?? [firstName, lastName].filter((part) => part !== null).join(" ") };
}
