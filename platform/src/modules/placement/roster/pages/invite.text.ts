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
		inviteManyNoMail: "Denne installasjonen sender ikke e-post.",
		linkColumn: "Lenke",
		linkUntil: "Virker til",
		linksSheet: "Lenker til ønsker",
		linksNote: "Hver lenke er personlig. Send den bare til studenten den gjelder.",
		linksFile: "lenker-til-studenter",
		linksTitle: "Lenker i Excel",
		linksLead: (count: string) =>
			`${count} studenter har praksisbehov uten ønsker. Filen har navn, e-postadresse og en lenke til hver. Lenker de har fått før, slutter å virke.`,
		linksMake: "Lag lenkene og last ned",
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
		inviteManyNoMail: "Denne installasjonen sender ikkje e-post.",
		linkColumn: "Lenkje",
		linkUntil: "Verkar til",
		linksSheet: "Lenkjer til ønske",
		linksNote: "Kvar lenkje er personleg. Send henne berre til studenten ho gjeld.",
		linksFile: "lenkjer-til-studentar",
		linksTitle: "Lenkjer i Excel",
		linksLead: (count: string) =>
			`${count} studentar har praksisbehov utan ønske. Fila har namn, e-postadresse og ei lenkje til kvar. Lenkjer dei har fått før, sluttar å verke.`,
		linksMake: "Lag lenkjene og last ned",
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
		inviteManyNoMail: "This installation does not send e-mail.",
		linkColumn: "Link",
		linkUntil: "Works until",
		linksSheet: "Links to wishes",
		linksNote: "Each link is personal. Send it only to the student it is for.",
		linksFile: "links-to-students",
		linksTitle: "Links in Excel",
		linksLead: (count: string) =>
			`${count} students have claims without wishes. The file has names, e-mail addresses and a link for each. Links they got before stop working.`,
		linksMake: "Make the links and download",
	},
});
