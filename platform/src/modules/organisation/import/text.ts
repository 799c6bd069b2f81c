import type { Detail } from "../../../forms/text.ts";
import { defineText } from "../../../language.ts";
import { organisationText } from "../text.ts";
import type { ImportKind, ImportRefusal } from "./contract.ts";

type Words = Record<ImportRefusal, string | ((detail: Detail) => string)>;

export const importText = defineText({
	nb: {
		refusals: {
			missing: organisationText.nb.refusals.missing,
			"not-allowed": organisationText.nb.refusals["not-allowed"],
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
		files: {
			units: "enheter",
			people: "personer",
			contacts: "kontakter",
			organisation: "organisasjon",
			organisations: "organisasjoner",
			refusals: "feil",
			template: { units: "mal-enheter", people: "mal-personer", contacts: "mal-kontakter" } satisfies Record<
				ImportKind,
				string
			>,
		},
		previewJob: "Lesing av regneark",
		importJob: { units: "Import av enheter", people: "Import av personer", contacts: "Import av kontakter" },
		steps: { read: "Leser filen", write: "Skriver alt på én gang" },
	},
	nn: {
		refusals: {
			missing: organisationText.nn.refusals.missing,
			"not-allowed": organisationText.nn.refusals["not-allowed"],
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
		files: {
			units: "einingar",
			people: "personar",
			contacts: "kontaktar",
			organisation: "organisasjon",
			organisations: "organisasjonar",
			refusals: "feil",
			template: { units: "mal-einingar", people: "mal-personar", contacts: "mal-kontaktar" },
		},
		previewJob: "Lesing av rekneark",
		importJob: { units: "Import av einingar", people: "Import av personar", contacts: "Import av kontaktar" },
		steps: { read: "Les fila", write: "Skriv alt på éin gong" },
	},
	en: {
		refusals: {
			missing: organisationText.en.refusals.missing,
			"not-allowed": organisationText.en.refusals["not-allowed"],
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
		files: {
			units: "units",
			people: "people",
			contacts: "contacts",
			organisation: "organisation",
			organisations: "organisations",
			refusals: "errors",
			template: { units: "template-units", people: "template-people", contacts: "template-contacts" },
		},
		previewJob: "Reading a spreadsheet",
		importJob: { units: "Import of units", people: "Import of people", contacts: "Import of contacts" },
		steps: { read: "Reading the file", write: "Writing everything at once" },
	},
});
