import { defineText } from "../language.ts";

/** What pages say where a link without an account is given. */
export const giveLinkText = defineText({
	nb: {
		title: (whom: string) => `Lenke til ${whom}`,
		email: "E-postadresse",
		emailHint: "Fyll ut for å sende lenken i e-post. La stå tomt for å gi den videre selv.",
		made: (whom: string) => `Lenken til ${whom} er laget`,
		once: "Den vises bare nå.",
		mailed: "E-posten er på vei. Lenken vises bare nå.",
		copy: "Kopier lenken",
		make: "Gi lenke",
		cancel: "Avbryt",
	},
	nn: {
		title: (whom: string) => `Lenkje til ${whom}`,
		email: "E-postadresse",
		emailHint: "Fyll ut for å sende lenkja i e-post. La stå tomt for å gi henne vidare sjølv.",
		made: (whom: string) => `Lenkja til ${whom} er laga`,
		once: "Ho blir berre vist no.",
		mailed: "E-posten er på veg. Lenkja blir berre vist no.",
		copy: "Kopier lenkja",
		make: "Gi lenkje",
		cancel: "Avbryt",
	},
	en: {
		title: (whom: string) => `Link for ${whom}`,
		email: "E-mail address",
		emailHint: "Fill in to send the link by e-mail. Leave empty to pass it on yourself.",
		made: (whom: string) => `The link for ${whom} is made`,
		once: "It is shown only now.",
		mailed: "The e-mail is on its way. The link is shown only now.",
		copy: "Copy the link",
		make: "Give a link",
		cancel: "Cancel",
	},
});
