import { defineText } from "../../../../language.ts";

/** What the pages say where students are sent a link to their wishes. */
export const inviteText = defineText({
	nb: {
		invite: "Send lenke til ønsker",
		inviteTitle: (name: string) => `Lenke til ${name}`,
		inviteLead: (days: number) =>
			`Med lenken kan studenten ønske plass uten konto. Den virker i ${days} dager. En ny lenke gjør den forrige ugyldig.`,
		inviteOpen: (date: string) => `Studenten fikk en lenke ${date}.`,
		inviteReason: "Ønsk praksisplass her. Du kan endre fram til fristen.",
		inviteMake: "Lag lenke",
		inviteMade: "Lenken er klar",
		inviteMailed: (email: string) => `Den er også sendt til ${email}.`,
		inviteOnce: "Den vises bare nå. Kopier den, og send den til studenten.",
		inviteCopy: "Kopier lenken",
		inviteSubject: (name: string) => `Ønsk praksisplass – ${name}`,
		inviteManyTitle: "Send lenker",
		inviteManyLead: (count: string) =>
			`${count} studenter med e-postadresse har praksisbehov uten ønsker. Hver av dem får en e-post med sin egen lenke.`,
		inviteManyNone: "Ingen studenter med e-postadresse mangler ønsker.",
		inviteManySend: "Send lenkene",
		inviteManyDone: (count: number) =>
			count === 1 ? "1 e-post er lagt til sending." : `${count} e-poster er lagt til sending.`,
		inviteManyNoMail: "Denne installasjonen sender ikke e-post. Lag lenker på siden til hver student.",
	},
	nn: {
		invite: "Send lenkje til ønske",
		inviteTitle: (name: string) => `Lenkje til ${name}`,
		inviteLead: (days: number) =>
			`Med lenkja kan studenten ønskje plass utan konto. Ho verkar i ${days} dagar. Ei ny lenkje gjer den førre ugyldig.`,
		inviteOpen: (date: string) => `Studenten fekk ei lenkje ${date}.`,
		inviteReason: "Ønsk praksisplass her. Du kan endre fram til fristen.",
		inviteMake: "Lag lenkje",
		inviteMade: "Lenkja er klar",
		inviteMailed: (email: string) => `Ho er også send til ${email}.`,
		inviteOnce: "Ho blir vist berre no. Kopier henne, og send henne til studenten.",
		inviteCopy: "Kopier lenkja",
		inviteSubject: (name: string) => `Ønsk praksisplass – ${name}`,
		inviteManyTitle: "Send lenkjer",
		inviteManyLead: (count: string) =>
			`${count} studentar med e-postadresse har praksisbehov utan ønske. Kvar av dei får ein e-post med si eiga lenkje.`,
		inviteManyNone: "Ingen studentar med e-postadresse manglar ønske.",
		inviteManySend: "Send lenkjene",
		inviteManyDone: (count: number) =>
			count === 1 ? "1 e-post er lagd til sending." : `${count} e-postar er lagde til sending.`,
		inviteManyNoMail: "Denne installasjonen sender ikkje e-post. Lag lenkjer på sida til kvar student.",
	},
	en: {
		invite: "Send link to wishes",
		inviteTitle: (name: string) => `Link for ${name}`,
		inviteLead: (days: number) =>
			`With the link the student can state wishes without an account. It works for ${days} days. A new link makes the one before invalid.`,
		inviteOpen: (date: string) => `The student got a link on ${date}.`,
		inviteReason: "State your wishes for placement here. You can change them until the deadline.",
		inviteMake: "Make link",
		inviteMade: "The link is ready",
		inviteMailed: (email: string) => `It has been sent to ${email} too.`,
		inviteOnce: "It is shown only now. Copy it and send it to the student.",
		inviteCopy: "Copy the link",
		inviteSubject: (name: string) => `Wish for a placement – ${name}`,
		inviteManyTitle: "Send links",
		inviteManyLead: (count: string) =>
			`${count} students with an e-mail address have claims without wishes. Each of them gets an e-mail with a link of their own.`,
		inviteManyNone: "No students with an e-mail address lack wishes.",
		inviteManySend: "Send the links",
		inviteManyDone: (count: number) => (count === 1 ? "1 e-mail is on its way." : `${count} e-mails are on their way.`),
		inviteManyNoMail: "This installation does not send e-mail. Make links on each student's page.",
	},
});
