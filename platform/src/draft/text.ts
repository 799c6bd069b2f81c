import { defineText } from "../language.ts";

/** What a form that saves itself says. */
export const draftText = defineText({
	nb: {
		save: "Lagre og lukk",
		saveMine: "Lagre min tekst",
		saving: "Lagrer …",
		savedAt: (time: string) => `Lagret kl. ${time}.`,
		notSaved: (why: string) => `Ikke lagret ennå. ${why}`,
		notSavedClash: "Ikke lagret. Velg først hva som skal stå.",
		clashTitle: "En annen har skrevet det samme stedet samtidig",
		clashBody:
			"Ingenting er mistet. Se hva som er ulikt, rett teksten i skjemaet under, og lagre. Det som står i skjemaet, blir stående.",
		theirs: "Den andre skrev",
		mine: "Du skrev",
		nothing: "(tomt)",
	},
	nn: {
		save: "Lagre og lukk",
		saveMine: "Lagre teksten min",
		saving: "Lagrar …",
		savedAt: (time: string) => `Lagra kl. ${time}.`,
		notSaved: (why: string) => `Ikkje lagra enno. ${why}`,
		notSavedClash: "Ikkje lagra. Vel først kva som skal stå.",
		clashTitle: "Ein annan har skrive på same staden samtidig",
		clashBody:
			"Ingenting er mista. Sjå kva som er ulikt, rett teksten i skjemaet under, og lagre. Det som står i skjemaet, blir ståande.",
		theirs: "Den andre skreiv",
		mine: "Du skreiv",
		nothing: "(tomt)",
	},
	en: {
		save: "Save and close",
		saveMine: "Save my text",
		saving: "Saving …",
		savedAt: (time: string) => `Saved at ${time}.`,
		notSaved: (why: string) => `Not saved yet. ${why}`,
		notSavedClash: "Not saved. First choose what shall stand.",
		clashTitle: "Somebody else has written in the same place",
		clashBody:
			"Nothing is lost. See what differs, correct the text in the form below, and save. What the form says will stand.",
		theirs: "The other one wrote",
		mine: "You wrote",
		nothing: "(empty)",
	},
});
