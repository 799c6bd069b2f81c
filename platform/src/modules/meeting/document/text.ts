import { defineText } from "../../../language.ts";
import { meetingText } from "../text.ts";

/** What is said about documents. */
export const documentText = defineText({
	nb: {
		title: "Dokumenter",
		none: "Ingen dokumenter.",
		add: "Legg ved dokument",
		added: "Dokumentet er lagt ved.",
		fields: { title: "Hva det heter", file: "Fil", link: "Nettadresse", itemId: "Sak" },
		hints: {
			file: "PDF, Word, Excel, PowerPoint, PNG eller JPEG på høyst 10 MB. Uten makroer.",
			link: "I stedet for en fil, når dokumentet ligger på nettet.",
			title: "Ellers brukes filnavnet.",
		},
		byline: (name: string, day: string) => `${name}, ${day}`,
		remove: "Ta bort",
		removeTitle: (title: string) => `Ta bort «${title}»`,
		removeBody: "Dokumentet blir borte for alle. Det kan ikke hentes tilbake.",
		removed: "Dokumentet er tatt bort.",
		refusals: {
			...meetingText.nb.refusals,
			"wrong-state": "Her kan ikke dokumenter endres lenger.",
			"file-type": "Velg en PDF, et Office-dokument uten makroer, PNG eller JPEG på høyst 10 MB.",
			"file-or-link": "Velg en fil, eller skriv en nettadresse. Ikke begge.",
			"too-many-documents": "Her er det allerede {most} dokumenter. Ta bort et først.",
		},
	},
	nn: {
		title: "Dokument",
		none: "Ingen dokument.",
		add: "Legg ved dokument",
		added: "Dokumentet er lagt ved.",
		fields: { title: "Kva det heiter", file: "Fil", link: "Nettadresse", itemId: "Sak" },
		hints: {
			file: "PDF, Word, Excel, PowerPoint, PNG eller JPEG på høgst 10 MB. Utan makroar.",
			link: "I staden for ei fil, når dokumentet ligg på nettet.",
			title: "Elles blir filnamnet brukt.",
		},
		byline: (name: string, day: string) => `${name}, ${day}`,
		remove: "Ta bort",
		removeTitle: (title: string) => `Ta bort «${title}»`,
		removeBody: "Dokumentet blir borte for alle. Det kan ikkje hentast tilbake.",
		removed: "Dokumentet er teke bort.",
		refusals: {
			...meetingText.nn.refusals,
			"wrong-state": "Her kan ikkje dokument endrast lenger.",
			"file-type": "Vel ein PDF, eit Office-dokument utan makroar, PNG eller JPEG på høgst 10 MB.",
			"file-or-link": "Vel ei fil, eller skriv ei nettadresse. Ikkje begge.",
			"too-many-documents": "Her er det alt {most} dokument. Ta bort eitt først.",
		},
	},
	en: {
		title: "Documents",
		none: "No documents.",
		add: "Attach a document",
		added: "The document is attached.",
		fields: { title: "What it is called", file: "File", link: "Web address", itemId: "Item" },
		hints: {
			file: "PDF, Word, Excel, PowerPoint, PNG or JPEG of at most 10 MB. Without macros.",
			link: "Instead of a file, when the document is on the web.",
			title: "Otherwise the name of the file is used.",
		},
		byline: (name: string, day: string) => `${name}, ${day}`,
		remove: "Remove",
		removeTitle: (title: string) => `Remove “${title}”`,
		removeBody: "The document is gone for everybody. It cannot be brought back.",
		removed: "The document is removed.",
		refusals: {
			...meetingText.en.refusals,
			"wrong-state": "Documents can no longer be changed here.",
			"file-type": "Choose a PDF, an Office document without macros, PNG or JPEG of at most 10 MB.",
			"file-or-link": "Choose a file, or write a web address. Not both.",
			"too-many-documents": "There are {most} documents here already. Remove one first.",
		},
	},
});
