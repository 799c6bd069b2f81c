import type { Detail } from "../forms/text.ts";
import { defineText } from "../language.ts";
import type { ImportRefusal } from "./contract.ts";

type Words = Record<ImportRefusal, string | ((detail: Detail) => string)>;

export const importText = defineText({
	nb: {
		refusals: {
			missing: "Importen finnes ikke lenger, eller du har ikke tilgang til den.",
			"not-allowed": "Rollen din gir deg ikke lov til å importere dette. Spør en administrator i organisasjonen din.",
			"file-missing": "Velg en fil.",
			"file-empty": "Filen «{file}» er tom. Velg en annen.",
			"sheet-missing": "Velg et ark.",
			"file-too-large": "Filen er for stor. Grensen er {megabytes} MB. Fjern bilder og ark som ikke skal leses.",
			"rows-refused":
				"Noe i filen kan ikke tas inn. Se på importen igjen, og rett det som står der. Ingenting er endret.",
			"changed-since-preview":
				"Noe er endret i Læringsarena siden du så på forhåndsvisningen. Se på importen igjen. Ingenting er endret.",
			"nothing-to-do": "Alt i filen er i Læringsarena fra før. Ingenting er endret.",
			"already-done": "Filen er allerede importert.",
			"not-read-yet": "Filen er ikke ferdig lest. Prøv igjen om litt.",
		} satisfies Words,
		source: (name: string, date: string) => `${name}, slik det var i Læringsarena ${date}.`,
		previewJob: "Lesing av regneark",
		takeInJob: "Import av regneark",
		file: "feil",
		steps: { read: "Leser filen", judge: "Ser hva som er nytt", write: "Skriver alt på én gang" },
	},
	nn: {
		refusals: {
			missing: "Importen finst ikkje lenger, eller du har ikkje tilgang til han.",
			"not-allowed": "Rolla di gir deg ikkje lov til å importere dette. Spør ein administrator i organisasjonen din.",
			"file-missing": "Vel ei fil.",
			"file-empty": "Fila «{file}» er tom. Vel ei anna.",
			"sheet-missing": "Vel eit ark.",
			"file-too-large": "Fila er for stor. Grensa er {megabytes} MB. Fjern bilete og ark som ikkje skal lesast.",
			"rows-refused":
				"Noko i fila kan ikkje takast inn. Sjå på importen igjen, og rett det som står der. Ingenting er endra.",
			"changed-since-preview":
				"Noko er endra i Læringsarena sidan du såg på førehandsvisinga. Sjå på importen igjen. Ingenting er endra.",
			"nothing-to-do": "Alt i fila er i Læringsarena frå før. Ingenting er endra.",
			"already-done": "Fila er alt importert.",
			"not-read-yet": "Fila er ikkje ferdig lesen. Prøv igjen om litt.",
		},
		source: (name: string, date: string) => `${name}, slik det var i Læringsarena ${date}.`,
		previewJob: "Lesing av rekneark",
		takeInJob: "Import av rekneark",
		file: "feil",
		steps: { read: "Les fila", judge: "Ser kva som er nytt", write: "Skriv alt på éin gong" },
	},
	en: {
		refusals: {
			missing: "The import no longer exists, or you have no access to it.",
			"not-allowed": "Your role does not let you import this. Ask an administrator in your organisation.",
			"file-missing": "Choose a file.",
			"file-empty": "The file “{file}” is empty. Choose another.",
			"sheet-missing": "Choose a sheet.",
			"file-too-large":
				"The file is too large. The limit is {megabytes} MB. Remove pictures and sheets that are not to be read.",
			"rows-refused":
				"Something in the file cannot be taken in. Look at the import again and correct it. Nothing has changed.",
			"changed-since-preview":
				"Something has changed in Læringsarena since you saw the preview. Look at the import again. Nothing has been imported.",
			"nothing-to-do": "Everything in the file is in Læringsarena already. Nothing has changed.",
			"already-done": "The file has been imported already.",
			"not-read-yet": "The file has not been read yet. Try again shortly.",
		},
		source: (name: string, date: string) => `${name}, as it was in Læringsarena on ${date}.`,
		previewJob: "Reading a spreadsheet",
		takeInJob: "Import of a spreadsheet",
		file: "errors",
		steps: { read: "Reading the file", judge: "Working out what is new", write: "Writing everything at once" },
	},
});
