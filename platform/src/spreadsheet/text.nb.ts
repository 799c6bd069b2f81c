import { formatNumber } from "../language.ts";
import { nearest } from "./nearest.ts";
import type { Sentences } from "./sentences.ts";
import { listed, megabytes, norwegianDate } from "./sentences.ts";

const figure = (value: number) => formatNumber("nb", value);
const names = (words: readonly string[]) =>
	listed(
		words.map((word) => `«${word}»`),
		(count) => `og ${figure(count)} til`,
	);

export const bokmal: Sentences = {
	emptyFile: () => ({
		problem: "Filen er tom.",
		remedy: "Kontroller at du valgte riktig fil, og last den opp på nytt.",
	}),
	fileTooLarge: ({ limit, size }) => ({
		problem: `Filen er på ${megabytes(size)}. Grensen er ${megabytes(limit)}.`,
		remedy: "Fjern bilder og ark som ikke skal leses, eller del filen i flere.",
	}),
	unknownExtension: ({ extension }) => ({
		problem:
			extension === "" ? "Filnavnet har ingen endelse." : `Filer som slutter på .${extension}, kan ikke leses her.`,
		remedy: "Lagre filen som Excel-arbeidsbok (.xlsx) eller CSV (.csv).",
	}),
	wrongExtension: ({ extension, content }) => ({
		problem: `Filnavnet slutter på .${extension}, men innholdet er ${content === "xlsx" ? "en Excel-arbeidsbok" : "ren tekst"}.`,
		remedy: `Gi filen et navn som slutter på .${content}, og last den opp på nytt.`,
	}),
	notSpreadsheet: () => ({
		problem: "Innholdet i filen er ikke et regneark.",
		remedy: "Åpne filen i Excel og lagre den som Excel-arbeidsbok (.xlsx).",
	}),
	oldExcel: () => ({
		problem: "Filen er i det gamle Excel-formatet (.xls).",
		remedy: "Åpne filen i Excel og lagre den som Excel-arbeidsbok (.xlsx).",
	}),
	encrypted: () => ({
		problem: "Filen er beskyttet med passord.",
		remedy: "Åpne filen i Excel, fjern passordet under Fil > Informasjon > Beskytt arbeidsbok, og lagre den.",
	}),
	macros: () => ({
		problem: "Arbeidsboken inneholder makroer.",
		remedy: "Lagre den som Excel-arbeidsbok uten makroer (.xlsx).",
	}),
	binaryWorkbook: () => ({
		problem: "Filen er en binær Excel-arbeidsbok (.xlsb).",
		remedy: "Åpne filen i Excel og lagre den som Excel-arbeidsbok (.xlsx).",
	}),
	openDocument: () => ({
		problem: "Filen er i OpenDocument-format (.ods).",
		remedy: "Åpne filen og lagre den som Excel-arbeidsbok (.xlsx).",
	}),
	truncated: () => ({
		problem: "Slutten av filen mangler. Opplastingen kan ha blitt avbrutt.",
		remedy: "Last opp filen på nytt. Hjelper det ikke, åpne den i Excel og lagre den igjen.",
	}),
	malformed: ({ part }) => ({
		problem: `Filen er skadet (delen ${part} kan ikke leses).`,
		remedy: "Åpne filen i Excel, la Excel reparere den, og lagre den på nytt.",
	}),
	documentType: ({ part }) => ({
		problem: `Filen viser til innhold utenfor seg selv (i delen ${part}). Slike filer leses ikke.`,
		remedy: "Åpne filen i Excel og lagre den som en ny Excel-arbeidsbok (.xlsx).",
	}),
	contentTooLarge: ({ limit }) => ({
		problem: `Filen er for stor når den pakkes ut. Grensen er ${megabytes(limit)}.`,
		remedy: "Fjern ark som ikke skal leses, eller del filen i flere.",
	}),
	tooMuchText: ({ limit }) => ({
		problem: `Arket inneholder for mye tekst. Grensen er ${figure(limit)} tegn til sammen.`,
		remedy: "Kort ned lange tekster, eller del filen i flere.",
	}),
	tooManyRows: ({ limit }) => ({
		problem: `Arket har for mange rader. Grensen er ${figure(limit)}.`,
		remedy: "Del filen i flere.",
	}),
	tooManyColumns: ({ limit }) => ({
		problem: `Arket har for mange kolonner. Grensen er ${figure(limit)}.`,
		remedy: "Slett kolonnene som ikke skal leses.",
	}),
	brokenEncoding: () => ({
		problem: "Æ, ø, å og andre tegn er lagret på en måte som ikke kan leses sikkert.",
		remedy: "Lagre filen som «CSV UTF-8» i Excel, eller som Excel-arbeidsbok (.xlsx).",
	}),
	unclosedQuote: () => ({
		problem: "Her begynner en tekst med anførselstegn, men anførselstegnet som avslutter den, mangler.",
		remedy: "Sett inn anførselstegnet. Mangler også resten av filen, last den opp på nytt.",
	}),
	timeLimit: ({ seconds }) => ({
		problem: `Det tok mer enn ${figure(seconds)} sekunder å lese filen, og lesingen ble stoppet.`,
		remedy: "Del filen i flere, eller fjern ark og kolonner som ikke skal leses.",
	}),
	memoryLimit: () => ({
		problem: "Filen krever for mye minne å lese.",
		remedy: "Del filen i flere, eller fjern ark og kolonner som ikke skal leses.",
	}),
	noSuchSheet: ({ name, found }) => ({
		problem: `Arbeidsboken har ikke noe ark som heter «${name}».`,
		remedy: `Velg et av arkene som finnes: ${names(found)}.`,
	}),
	noSheets: () => ({
		problem: "Arbeidsboken har ingen synlige ark.",
		remedy: "Vis arket som skal leses (høyreklikk på en arkfane og velg Vis), og lagre filen.",
	}),
	severalSheets: ({ sheets }) => ({
		problem: `Flere ark kan leses: ${names(sheets)}.`,
		remedy: "Velg hvilket ark som skal leses, eller slett de andre.",
	}),
	noHeader: ({ expected }) => ({
		problem: "Fant ingen rad med overskrifter.",
		remedy: `Skriv overskriftene i én rad over dataene: ${names(expected.map((words) => words.nb))}.`,
	}),
	missingHeader: ({ expected, found }) => {
		const near = nearest(expected.nb, found);
		return {
			problem: `Kolonnen «${expected.nb}» mangler.`,
			remedy: near
				? `Skal «${near}» være «${expected.nb}»? Rett i så fall overskriften.`
				: `Sett inn en kolonne med overskriften «${expected.nb}».`,
		};
	},
	duplicateHeader: ({ first, meaning }) => ({
		problem: `Kolonne ${first} er også lest som «${meaning.nb}».`,
		remedy: "Slett den ene kolonnen, eller gi den en annen overskrift.",
	}),
	extraCell: () => ({
		problem: "Raden har flere felt enn overskriften.",
		remedy: "Sett anførselstegn rundt tekster som inneholder skilletegnet, eller slett det som er for mye.",
	}),
	required: () => ({ problem: "Feltet er tomt, men må fylles ut.", remedy: "Fyll ut feltet, eller slett raden." }),
	errorCell: (_, { value }) => ({
		problem: `Cellen viser Excel-feilen ${value ?? ""}.`,
		remedy: "Rett formelen, eller skriv verdien i stedet for formelen.",
	}),
	formulaWithoutResult: () => ({
		problem: "Cellen har en formel uten utregnet svar.",
		remedy: "Åpne filen i Excel, la den regne ut, og lagre den. Eller skriv verdien i stedet for formelen.",
	}),
	mergedNumber: ({ range }) => ({
		problem: `Cellene ${range} er slått sammen. Det går ikke fram om tallet gjelder hver rad eller alle til sammen.`,
		remedy: "Del opp cellene i Excel, og skriv tallet i hver rad.",
	}),
	lostCharacters: (_, { value }) => ({
		problem: `Tegn har gått tapt i «${value ?? ""}».`,
		remedy: "Skriv teksten på nytt, eller hent filen på nytt fra systemet den kom fra.",
	}),
	tooShort: ({ minimum }, { value }) => ({
		problem: `«${value ?? ""}» er for kort.`,
		remedy: `Skriv minst ${figure(minimum)} tegn.`,
	}),
	tooLong: ({ maximum, length }) => ({
		problem: `Teksten er på ${figure(length)} tegn.`,
		remedy: `Kort den ned til ${figure(maximum)} tegn.`,
	}),
	textBecameDate: (_, { value }) => ({
		problem: `Excel har gjort teksten om til en dato (${value ?? ""}).`,
		remedy: "Formater cellen som tekst, og skriv teksten på nytt.",
	}),
	digitsLost: (_, { value }) => ({
		problem: `Excel husker bare femten sifre, og har rundet av ${value ?? ""}.`,
		remedy: "Formater cellen som tekst, og skriv nummeret på nytt.",
	}),
	notNumber: (_, { value }) => ({
		problem: `«${value ?? ""}» er ikke et tall.`,
		remedy: "Skriv tallet med siffer, for eksempel 12.",
	}),
	notWholeNumber: (_, { value }) => ({
		problem: `${value ?? ""} er ikke et helt tall.`,
		remedy: "Skriv et tall uten desimaler, for eksempel 12.",
	}),
	ambiguousNumber: (_, { value }) => ({
		problem: `${value ?? ""} kan være både et desimaltall og et tall i tusen.`,
		remedy: "Skriv tallet uten punktum og komma, for eksempel 1200.",
	}),
	numberBecameDate: (_, { value }) => ({
		problem: `Excel har gjort tallet om til en dato (${value ?? ""}).`,
		remedy: "Formater cellen som tall, og skriv tallet på nytt.",
	}),
	tooSmall: ({ minimum }, { value }) => ({
		problem: `${value ?? ""} er for lite.`,
		remedy: `Skriv ${figure(minimum)} eller mer.`,
	}),
	tooLarge: ({ maximum }, { value }) => ({
		problem: `${value ?? ""} er for stort.`,
		remedy: `Skriv ${figure(maximum)} eller mindre.`,
	}),
	notDate: (_, { value }) => ({
		problem: `«${value ?? ""}» er ikke en dato.`,
		remedy: "Skriv dag, måned og år slik: 31.12.2026.",
	}),
	numberNotDate: (_, { value }) => ({
		problem: `${value ?? ""} er et tall, ikke en dato.`,
		remedy: "Skriv dag, måned og år slik: 31.12.2026, eller formater cellen som dato.",
	}),
	impossibleDate: (_, { value }) => ({
		problem: `Datoen ${value ?? ""} finnes ikke.`,
		remedy: "Rett dag, måned eller år.",
	}),
	ambiguousDate: (_, { value }) => ({
		problem: `Datoen ${value ?? ""} kan leses på flere måter.`,
		remedy: "Skriv dag, måned og år med fire sifre slik: 31.12.2026.",
	}),
	tooEarly: ({ minimum }, { value }) => ({
		problem: `Datoen ${value ?? ""} er for tidlig.`,
		remedy: `Skriv ${norwegianDate(minimum)} eller senere.`,
	}),
	tooLate: ({ maximum }, { value }) => ({
		problem: `Datoen ${value ?? ""} er for sen.`,
		remedy: `Skriv ${norwegianDate(maximum)} eller tidligere.`,
	}),
	notYesNo: (_, { value }) => ({ problem: `«${value ?? ""}» er verken ja eller nei.`, remedy: "Skriv Ja eller Nei." }),
	notChoice: ({ allowed }, { value }) => {
		const labels = allowed.map((words) => words.nb);
		const near = nearest(value ?? "", labels);
		return {
			problem: `«${value ?? ""}» er ikke et av valgene.`,
			remedy: `${near ? `Mente du «${near}»? ` : ""}Skriv et av disse: ${names(labels)}.`,
		};
	},
	notEmail: (_, { value }) => ({
		problem: `«${value ?? ""}» er ikke en e-postadresse.`,
		remedy: "Skriv én adresse slik: navn@kommune.no.",
	}),
	notMunicipality: (_, { value }) => ({
		problem: `«${value ?? ""}» er ikke et kommunenummer.`,
		remedy: "Skriv de fire sifrene, for eksempel 0301.",
	}),
	notPostcode: (_, { value }) => ({
		problem: `«${value ?? ""}» er ikke et postnummer.`,
		remedy: "Skriv de fire sifrene, for eksempel 0150.",
	}),
	notCoordinates: (_, { value }) => ({
		problem: `«${value ?? ""}» er ikke koordinater.`,
		remedy: "Skriv bredde og lengde i grader slik: 63.4305, 10.3951.",
	}),
	duplicate: ({ firstRow, headers }, { value }) => ({
		problem:
			headers.length === 1
				? `«${value ?? ""}» står også i rad ${firstRow}.`
				: `Rad ${firstRow} har samme ${headers.map((words) => `«${words.nb}»`).join(" og ")}.`,
		remedy: "Slett den ene raden, eller rett den.",
	}),
};
