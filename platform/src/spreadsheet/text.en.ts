import { formatNumber } from "../language.ts";
import { nearest } from "./nearest.ts";
import type { Sentences } from "./sentences.ts";
import { listed, megabytes, norwegianDate } from "./sentences.ts";

const figure = (value: number) => formatNumber("en", value);
const names = (words: readonly string[]) =>
	listed(
		words.map((word) => `“${word}”`),
		(count) => `and ${figure(count)} more`,
	);

export const english: Sentences = {
	emptyFile: () => ({
		problem: "The file is empty.",
		remedy: "Check that you chose the right file, and upload it again.",
	}),
	fileTooLarge: ({ limit, size }) => ({
		problem: `The file is ${megabytes(size)}. The limit is ${megabytes(limit)}.`,
		remedy: "Remove pictures and sheets that should not be read, or split the file.",
	}),
	unknownExtension: ({ extension }) => ({
		problem: extension === "" ? "The file name has no ending." : `Files ending in .${extension} cannot be read here.`,
		remedy: "Save the file as an Excel workbook (.xlsx) or CSV (.csv).",
	}),
	wrongExtension: ({ extension, content }) => ({
		problem: `The file name ends in .${extension}, but the content is ${content === "xlsx" ? "an Excel workbook" : "plain text"}.`,
		remedy: `Give the file a name ending in .${content}, and upload it again.`,
	}),
	notSpreadsheet: () => ({
		problem: "The content of the file is not a spreadsheet.",
		remedy: "Open the file in Excel and save it as an Excel workbook (.xlsx).",
	}),
	oldExcel: () => ({
		problem: "The file is in the old Excel format (.xls).",
		remedy: "Open the file in Excel and save it as an Excel workbook (.xlsx).",
	}),
	encrypted: () => ({
		problem: "The file is protected by a password.",
		remedy: "Open the file in Excel, remove the password under File > Info > Protect Workbook, and save it.",
	}),
	macros: () => ({
		problem: "The workbook contains macros.",
		remedy: "Save it as an Excel workbook without macros (.xlsx).",
	}),
	binaryWorkbook: () => ({
		problem: "The file is a binary Excel workbook (.xlsb).",
		remedy: "Open the file in Excel and save it as an Excel workbook (.xlsx).",
	}),
	openDocument: () => ({
		problem: "The file is in OpenDocument format (.ods).",
		remedy: "Open the file and save it as an Excel workbook (.xlsx).",
	}),
	truncated: () => ({
		problem: "The end of the file is missing. The upload may have been interrupted.",
		remedy: "Upload the file again. If that does not help, open it in Excel and save it again.",
	}),
	malformed: ({ part }) => ({
		problem: `The file is damaged (the part ${part} cannot be read).`,
		remedy: "Open the file in Excel, let Excel repair it, and save it again.",
	}),
	documentType: ({ part }) => ({
		problem: `The file refers to content outside itself (in the part ${part}). Such files are not read.`,
		remedy: "Open the file in Excel and save it as a new Excel workbook (.xlsx).",
	}),
	contentTooLarge: ({ limit }) => ({
		problem: `The file is too large when unpacked. The limit is ${megabytes(limit)}.`,
		remedy: "Remove sheets that should not be read, or split the file.",
	}),
	tooMuchText: ({ limit }) => ({
		problem: `The sheet contains too much text. The limit is ${figure(limit)} characters in all.`,
		remedy: "Shorten long texts, or split the file.",
	}),
	tooManyRows: ({ limit }) => ({
		problem: `The sheet has too many rows. The limit is ${figure(limit)}.`,
		remedy: "Split the file.",
	}),
	tooManyColumns: ({ limit }) => ({
		problem: `The sheet has too many columns. The limit is ${figure(limit)}.`,
		remedy: "Delete the columns that should not be read.",
	}),
	brokenEncoding: () => ({
		problem: "Æ, ø, å and other characters are stored in a way that cannot be read safely.",
		remedy: "Save the file as “CSV UTF-8” in Excel, or as an Excel workbook (.xlsx).",
	}),
	unclosedQuote: () => ({
		problem: "A text in quotation marks begins here, but the closing quotation mark is missing.",
		remedy: "Insert the quotation mark. If the rest of the file is missing too, upload it again.",
	}),
	timeLimit: ({ seconds }) => ({
		problem: `Reading the file took more than ${figure(seconds)} seconds and was stopped.`,
		remedy: "Split the file, or remove sheets and columns that should not be read.",
	}),
	memoryLimit: () => ({
		problem: "The file takes too much memory to read.",
		remedy: "Split the file, or remove sheets and columns that should not be read.",
	}),
	noSuchSheet: ({ name, found }) => ({
		problem: `The workbook has no sheet called “${name}”.`,
		remedy: `Choose one of the sheets it has: ${names(found)}.`,
	}),
	noSheets: () => ({
		problem: "The workbook has no visible sheets.",
		remedy: "Show the sheet to be read (right-click a sheet tab and choose Unhide), and save the file.",
	}),
	severalSheets: ({ sheets }) => ({
		problem: `Several sheets can be read: ${names(sheets)}.`,
		remedy: "Choose which sheet to read, or delete the others.",
	}),
	noHeader: ({ expected }) => ({
		problem: "No row with headers was found.",
		remedy: `Write the headers in one row above the data: ${names(expected.map((words) => words.en))}.`,
	}),
	missingHeader: ({ expected, found }) => {
		const near = nearest(expected.en, found);
		return {
			problem: `The column “${expected.en}” is missing.`,
			remedy: near
				? `Should “${near}” be “${expected.en}”? If so, correct the header.`
				: `Insert a column with the header “${expected.en}”.`,
		};
	},
	duplicateHeader: ({ first, meaning }) => ({
		problem: `Column ${first} is also read as “${meaning.en}”.`,
		remedy: "Delete one of the columns, or give it another header.",
	}),
	extraCell: () => ({
		problem: "The row has more fields than the header.",
		remedy: "Put quotation marks around texts that contain the delimiter, or delete what is too much.",
	}),
	required: () => ({
		problem: "The field is empty, but must be filled in.",
		remedy: "Fill in the field, or delete the row.",
	}),
	errorCell: (_, { value }) => ({
		problem: `The cell shows the Excel error ${value ?? ""}.`,
		remedy: "Correct the formula, or write the value instead of the formula.",
	}),
	formulaWithoutResult: () => ({
		problem: "The cell has a formula without a calculated result.",
		remedy: "Open the file in Excel, let it calculate, and save it. Or write the value instead of the formula.",
	}),
	mergedNumber: ({ range }) => ({
		problem: `The cells ${range} are merged. It is not clear whether the number is for each row or for all of them together.`,
		remedy: "Unmerge the cells in Excel, and write the number in each row.",
	}),
	lostCharacters: (_, { value }) => ({
		problem: `Characters have been lost in “${value ?? ""}”.`,
		remedy: "Write the text again, or fetch the file again from the system it came from.",
	}),
	tooShort: ({ minimum }, { value }) => ({
		problem: `“${value ?? ""}” is too short.`,
		remedy: `Write at least ${figure(minimum)} characters.`,
	}),
	tooLong: ({ maximum, length }) => ({
		problem: `The text is ${figure(length)} characters long.`,
		remedy: `Shorten it to ${figure(maximum)} characters.`,
	}),
	textBecameDate: (_, { value }) => ({
		problem: `Excel has turned the text into a date (${value ?? ""}).`,
		remedy: "Format the cell as text, and write the text again.",
	}),
	digitsLost: (_, { value }) => ({
		problem: `Excel keeps only fifteen digits, and has rounded ${value ?? ""}.`,
		remedy: "Format the cell as text, and write the number again.",
	}),
	notNumber: (_, { value }) => ({
		problem: `“${value ?? ""}” is not a number.`,
		remedy: "Write the number in figures, for example 12.",
	}),
	notWholeNumber: (_, { value }) => ({
		problem: `${value ?? ""} is not a whole number.`,
		remedy: "Write a number without decimals, for example 12.",
	}),
	ambiguousNumber: (_, { value }) => ({
		problem: `${value ?? ""} may be either a decimal number or thousands.`,
		remedy: "Write the number without point and comma, for example 1200.",
	}),
	numberBecameDate: (_, { value }) => ({
		problem: `Excel has turned the number into a date (${value ?? ""}).`,
		remedy: "Format the cell as a number, and write the number again.",
	}),
	tooSmall: ({ minimum }, { value }) => ({
		problem: `${value ?? ""} is too small.`,
		remedy: `Write ${figure(minimum)} or more.`,
	}),
	tooLarge: ({ maximum }, { value }) => ({
		problem: `${value ?? ""} is too large.`,
		remedy: `Write ${figure(maximum)} or less.`,
	}),
	notDate: (_, { value }) => ({
		problem: `“${value ?? ""}” is not a date.`,
		remedy: "Write day, month and year like this: 31.12.2026.",
	}),
	numberNotDate: (_, { value }) => ({
		problem: `${value ?? ""} is a number, not a date.`,
		remedy: "Write day, month and year like this: 31.12.2026, or format the cell as a date.",
	}),
	impossibleDate: (_, { value }) => ({
		problem: `The date ${value ?? ""} does not exist.`,
		remedy: "Correct the day, month or year.",
	}),
	ambiguousDate: (_, { value }) => ({
		problem: `The date ${value ?? ""} can be read in more than one way.`,
		remedy: "Write day, month and a four-digit year like this: 31.12.2026.",
	}),
	tooEarly: ({ minimum }, { value }) => ({
		problem: `The date ${value ?? ""} is too early.`,
		remedy: `Write ${norwegianDate(minimum)} or later.`,
	}),
	tooLate: ({ maximum }, { value }) => ({
		problem: `The date ${value ?? ""} is too late.`,
		remedy: `Write ${norwegianDate(maximum)} or earlier.`,
	}),
	notYesNo: (_, { value }) => ({ problem: `“${value ?? ""}” is neither yes nor no.`, remedy: "Write Yes or No." }),
	notChoice: ({ allowed }, { value }) => {
		const labels = allowed.map((words) => words.en);
		const near = nearest(value ?? "", labels);
		return {
			problem: `“${value ?? ""}” is not one of the choices.`,
			remedy: `${near ? `Did you mean “${near}”? ` : ""}Write one of these: ${names(labels)}.`,
		};
	},
	notEmail: (_, { value }) => ({
		problem: `“${value ?? ""}” is not an e-mail address.`,
		remedy: "Write one address like this: name@kommune.no.",
	}),
	notMunicipality: (_, { value }) => ({
		problem: `“${value ?? ""}” is not a municipality number.`,
		remedy: "Write the four digits, for example 0301.",
	}),
	notPostcode: (_, { value }) => ({
		problem: `“${value ?? ""}” is not a postcode.`,
		remedy: "Write the four digits, for example 0150.",
	}),
	notCoordinates: (_, { value }) => ({
		problem: `“${value ?? ""}” is not a pair of coordinates.`,
		remedy: "Write latitude and longitude in degrees like this: 63.4305, 10.3951.",
	}),
	duplicate: ({ firstRow, headers }, { value }) => ({
		problem:
			headers.length === 1
				? `“${value ?? ""}” is also in row ${firstRow}.`
				: `Row ${firstRow} has the same ${headers.map((words) => `“${words.en}”`).join(" and ")}.`,
		remedy: "Delete one of the rows, or correct it.",
	}),
};
