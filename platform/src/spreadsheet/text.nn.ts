import { formatNumber } from "../language.ts";
import { nearest } from "./nearest.ts";
import type { Sentences } from "./sentences.ts";
import { listed, megabytes, norwegianDate } from "./sentences.ts";

const figure = (value: number) => formatNumber("nn", value);
const names = (words: readonly string[]) =>
	listed(
		words.map((word) => `«${word}»`),
		(count) => `og ${figure(count)} til`,
	);

export const nynorsk: Sentences = {
	emptyFile: () => ({ problem: "Fila er tom.", remedy: "Kontroller at du valde rett fil, og last ho opp på nytt." }),
	fileTooLarge: ({ limit, size }) => ({
		problem: `Fila er på ${megabytes(size)}. Grensa er ${megabytes(limit)}.`,
		remedy: "Fjern bilete og ark som ikkje skal lesast, eller del fila i fleire.",
	}),
	unknownExtension: ({ extension }) => ({
		problem:
			extension === "" ? "Filnamnet har inga ending." : `Filer som sluttar på .${extension}, kan ikkje lesast her.`,
		remedy: "Lagre fila som Excel-arbeidsbok (.xlsx) eller CSV (.csv).",
	}),
	wrongExtension: ({ extension, content }) => ({
		problem: `Filnamnet sluttar på .${extension}, men innhaldet er ${content === "xlsx" ? "ei Excel-arbeidsbok" : "rein tekst"}.`,
		remedy: `Gi fila eit namn som sluttar på .${content}, og last ho opp på nytt.`,
	}),
	notSpreadsheet: () => ({
		problem: "Innhaldet i fila er ikkje eit rekneark.",
		remedy: "Opne fila i Excel og lagre ho som Excel-arbeidsbok (.xlsx).",
	}),
	oldExcel: () => ({
		problem: "Fila er i det gamle Excel-formatet (.xls).",
		remedy: "Opne fila i Excel og lagre ho som Excel-arbeidsbok (.xlsx).",
	}),
	encrypted: () => ({
		problem: "Fila er verna med passord.",
		remedy: "Opne fila i Excel, fjern passordet under Fil > Informasjon > Vern arbeidsbok, og lagre ho.",
	}),
	macros: () => ({
		problem: "Arbeidsboka inneheld makroar.",
		remedy: "Lagre ho som Excel-arbeidsbok utan makroar (.xlsx).",
	}),
	binaryWorkbook: () => ({
		problem: "Fila er ei binær Excel-arbeidsbok (.xlsb).",
		remedy: "Opne fila i Excel og lagre ho som Excel-arbeidsbok (.xlsx).",
	}),
	openDocument: () => ({
		problem: "Fila er i OpenDocument-format (.ods).",
		remedy: "Opne fila og lagre ho som Excel-arbeidsbok (.xlsx).",
	}),
	truncated: () => ({
		problem: "Slutten av fila manglar. Opplastinga kan ha blitt avbroten.",
		remedy: "Last opp fila på nytt. Hjelper det ikkje, opne ho i Excel og lagre ho att.",
	}),
	malformed: ({ part }) => ({
		problem: `Fila er skadd (delen ${part} kan ikkje lesast).`,
		remedy: "Opne fila i Excel, lat Excel reparere ho, og lagre ho på nytt.",
	}),
	documentType: ({ part }) => ({
		problem: `Fila viser til innhald utanfor seg sjølv (i delen ${part}). Slike filer blir ikkje lesne.`,
		remedy: "Opne fila i Excel og lagre ho som ei ny Excel-arbeidsbok (.xlsx).",
	}),
	contentTooLarge: ({ limit }) => ({
		problem: `Fila er for stor når ho blir pakka ut. Grensa er ${megabytes(limit)}.`,
		remedy: "Fjern ark som ikkje skal lesast, eller del fila i fleire.",
	}),
	tooMuchText: ({ limit }) => ({
		problem: `Arket inneheld for mykje tekst. Grensa er ${figure(limit)} teikn til saman.`,
		remedy: "Kort ned lange tekstar, eller del fila i fleire.",
	}),
	tooManyRows: ({ limit }) => ({
		problem: `Arket har for mange rader. Grensa er ${figure(limit)}.`,
		remedy: "Del fila i fleire.",
	}),
	tooManyColumns: ({ limit }) => ({
		problem: `Arket har for mange kolonnar. Grensa er ${figure(limit)}.`,
		remedy: "Slett kolonnane som ikkje skal lesast.",
	}),
	brokenEncoding: () => ({
		problem: "Æ, ø, å og andre teikn er lagra på ein måte som ikkje kan lesast sikkert.",
		remedy: "Lagre fila som «CSV UTF-8» i Excel, eller som Excel-arbeidsbok (.xlsx).",
	}),
	unclosedQuote: () => ({
		problem: "Her byrjar ein tekst med hermeteikn, men hermeteiknet som avsluttar han, manglar.",
		remedy: "Set inn hermeteiknet. Manglar også resten av fila, last ho opp på nytt.",
	}),
	timeLimit: ({ seconds }) => ({
		problem: `Det tok meir enn ${figure(seconds)} sekund å lese fila, og lesinga vart stoppa.`,
		remedy: "Del fila i fleire, eller fjern ark og kolonnar som ikkje skal lesast.",
	}),
	memoryLimit: () => ({
		problem: "Fila krev for mykje minne å lese.",
		remedy: "Del fila i fleire, eller fjern ark og kolonnar som ikkje skal lesast.",
	}),
	noSuchSheet: ({ name, found }) => ({
		problem: `Arbeidsboka har ikkje noko ark som heiter «${name}».`,
		remedy: `Vel eitt av arka som finst: ${names(found)}.`,
	}),
	noSheets: () => ({
		problem: "Arbeidsboka har ingen synlege ark.",
		remedy: "Vis arket som skal lesast (høgreklikk på ei arkfane og vel Vis), og lagre fila.",
	}),
	severalSheets: ({ sheets }) => ({
		problem: `Fleire ark kan lesast: ${names(sheets)}.`,
		remedy: "Vel kva ark som skal lesast, eller slett dei andre.",
	}),
	noHeader: ({ expected }) => ({
		problem: "Fann inga rad med overskrifter.",
		remedy: `Skriv overskriftene i éi rad over dataa: ${names(expected.map((words) => words.nn))}.`,
	}),
	missingHeader: ({ expected, found }) => {
		const near = nearest(expected.nn, found);
		return {
			problem: `Kolonnen «${expected.nn}» manglar.`,
			remedy: near
				? `Skal «${near}» vere «${expected.nn}»? Rett i så fall overskrifta.`
				: `Set inn ein kolonne med overskrifta «${expected.nn}».`,
		};
	},
	duplicateHeader: ({ first, meaning }) => ({
		problem: `Kolonne ${first} er også lesen som «${meaning.nn}».`,
		remedy: "Slett den eine kolonnen, eller gi han ei anna overskrift.",
	}),
	extraCell: () => ({
		problem: "Rada har fleire felt enn overskrifta.",
		remedy: "Set hermeteikn rundt tekstar som inneheld skiljeteiknet, eller slett det som er for mykje.",
	}),
	required: () => ({ problem: "Feltet er tomt, men må fyllast ut.", remedy: "Fyll ut feltet, eller slett rada." }),
	errorCell: (_, { value }) => ({
		problem: `Cella viser Excel-feilen ${value ?? ""}.`,
		remedy: "Rett formelen, eller skriv verdien i staden for formelen.",
	}),
	formulaWithoutResult: () => ({
		problem: "Cella har ein formel utan utrekna svar.",
		remedy: "Opne fila i Excel, lat Excel rekne ut, og lagre ho. Eller skriv verdien i staden for formelen.",
	}),
	mergedNumber: ({ range }) => ({
		problem: `Cellene ${range} er slåtte saman. Det går ikkje fram om talet gjeld kvar rad eller alle til saman.`,
		remedy: "Del opp cellene i Excel, og skriv talet i kvar rad.",
	}),
	lostCharacters: (_, { value }) => ({
		problem: `Teikn har gått tapt i «${value ?? ""}».`,
		remedy: "Skriv teksten på nytt, eller hent fila på nytt frå systemet ho kom frå.",
	}),
	tooShort: ({ minimum }, { value }) => ({
		problem: `«${value ?? ""}» er for kort.`,
		remedy: `Skriv minst ${figure(minimum)} teikn.`,
	}),
	tooLong: ({ maximum, length }) => ({
		problem: `Teksten er på ${figure(length)} teikn.`,
		remedy: `Kort han ned til ${figure(maximum)} teikn.`,
	}),
	textBecameDate: (_, { value }) => ({
		problem: `Excel har gjort teksten om til ein dato (${value ?? ""}).`,
		remedy: "Formater cella som tekst, og skriv teksten på nytt.",
	}),
	digitsLost: (_, { value }) => ({
		problem: `Excel hugsar berre femten siffer, og har runda av ${value ?? ""}.`,
		remedy: "Formater cella som tekst, og skriv nummeret på nytt.",
	}),
	notNumber: (_, { value }) => ({
		problem: `«${value ?? ""}» er ikkje eit tal.`,
		remedy: "Skriv talet med siffer, til dømes 12.",
	}),
	notWholeNumber: (_, { value }) => ({
		problem: `${value ?? ""} er ikkje eit heilt tal.`,
		remedy: "Skriv eit tal utan desimalar, til dømes 12.",
	}),
	ambiguousNumber: (_, { value }) => ({
		problem: `${value ?? ""} kan vere både eit desimaltal og eit tal i tusen.`,
		remedy: "Skriv talet utan punktum og komma, til dømes 1200.",
	}),
	numberBecameDate: (_, { value }) => ({
		problem: `Excel har gjort talet om til ein dato (${value ?? ""}).`,
		remedy: "Formater cella som tal, og skriv talet på nytt.",
	}),
	tooSmall: ({ minimum }, { value }) => ({
		problem: `${value ?? ""} er for lite.`,
		remedy: `Skriv ${figure(minimum)} eller meir.`,
	}),
	tooLarge: ({ maximum }, { value }) => ({
		problem: `${value ?? ""} er for stort.`,
		remedy: `Skriv ${figure(maximum)} eller mindre.`,
	}),
	notDate: (_, { value }) => ({
		problem: `«${value ?? ""}» er ikkje ein dato.`,
		remedy: "Skriv dag, månad og år slik: 31.12.2026.",
	}),
	numberNotDate: (_, { value }) => ({
		problem: `${value ?? ""} er eit tal, ikkje ein dato.`,
		remedy: "Skriv dag, månad og år slik: 31.12.2026, eller formater cella som dato.",
	}),
	impossibleDate: (_, { value }) => ({
		problem: `Datoen ${value ?? ""} finst ikkje.`,
		remedy: "Rett dag, månad eller år.",
	}),
	ambiguousDate: (_, { value }) => ({
		problem: `Datoen ${value ?? ""} kan lesast på fleire måtar.`,
		remedy: "Skriv dag, månad og år med fire siffer slik: 31.12.2026.",
	}),
	tooEarly: ({ minimum }, { value }) => ({
		problem: `Datoen ${value ?? ""} er for tidleg.`,
		remedy: `Skriv ${norwegianDate(minimum)} eller seinare.`,
	}),
	tooLate: ({ maximum }, { value }) => ({
		problem: `Datoen ${value ?? ""} er for sein.`,
		remedy: `Skriv ${norwegianDate(maximum)} eller tidlegare.`,
	}),
	notYesNo: (_, { value }) => ({ problem: `«${value ?? ""}» er korkje ja eller nei.`, remedy: "Skriv Ja eller Nei." }),
	notChoice: ({ allowed }, { value }) => {
		const labels = allowed.map((words) => words.nn);
		const near = nearest(value ?? "", labels);
		return {
			problem: `«${value ?? ""}» er ikkje eitt av vala.`,
			remedy: `${near ? `Meinte du «${near}»? ` : ""}Skriv eitt av desse: ${names(labels)}.`,
		};
	},
	notEmail: (_, { value }) => ({
		problem: `«${value ?? ""}» er ikkje ei e-postadresse.`,
		remedy: "Skriv éi adresse slik: namn@kommune.no.",
	}),
	notMunicipality: (_, { value }) => ({
		problem: `«${value ?? ""}» er ikkje eit kommunenummer.`,
		remedy: "Skriv dei fire sifra, til dømes 0301.",
	}),
	notPostcode: (_, { value }) => ({
		problem: `«${value ?? ""}» er ikkje eit postnummer.`,
		remedy: "Skriv dei fire sifra, til dømes 0150.",
	}),
	notCoordinates: (_, { value }) => ({
		problem: `«${value ?? ""}» er ikkje koordinatar.`,
		remedy: "Skriv breidd og lengd i grader slik: 63.4305, 10.3951.",
	}),
	duplicate: ({ firstRow, headers }, { value }) => ({
		problem:
			headers.length === 1
				? `«${value ?? ""}» står også i rad ${firstRow}.`
				: `Rad ${firstRow} har same ${headers.map((words) => `«${words.nn}»`).join(" og ")}.`,
		remedy: "Slett den eine rada, eller rett ho.",
	}),
};
