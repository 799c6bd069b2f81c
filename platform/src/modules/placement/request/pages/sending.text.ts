import { defineText } from "../../../../language.ts";

/** What an order's page says about whom it goes to, and when it went. */
export const sendingText = defineText({
	nb: {
		title: "Hvem bestillingen går til",
		titleSent: "Hvem som er spurt",
		accounts: (host: string) => `Koordinatorene i ${host} har bruker her og får bestillingen i innboksen.`,
		email: "E-post",
		used: "Adressen du brukte sist.",
		usedNotRegister: (register: string) => `Adressen du brukte sist. Kontaktregisteret sier ${register}.`,
		register: "Fra kontaktregisteret.",
		unknown: "Kontaktregisteret vet ikke hvem som svarer. Adressen du skriver, foreslås neste gang.",
		noMail: "Herfra sendes det ikke e-post. Lag en lenke, og send den selv.",
		remind: "Send påminnelse",
		reminded: { told: "Verten er minnet på bestillingen.", mailed: "Påminnelsen er sendt på e-post." },
		makeLink: "Lag lenke til verten",
		automatic: "Den som ikke svarer, blir minnet på det tre dager før fristen, og så én gang i uka.",
		said: {
			sent: {
				told: (moment: string) => `${moment}: sendt til innboksen`,
				mailed: (moment: string, to: string) => `${moment}: sendt på e-post til ${to}`,
				link: (moment: string, to: string | null) =>
					to === null ? `${moment}: lenke laget` : `${moment}: lenke laget til ${to}`,
			},
			reminded: {
				told: (moment: string) => `${moment}: påminnelse til innboksen`,
				mailed: (moment: string, to: string) => `${moment}: påminnelse på e-post til ${to}`,
				link: (moment: string) => `${moment}: ny lenke laget`,
			},
		},
		by: (name: string) => `, av ${name}`,
		byProgram: ", automatisk",
	},
	nn: {
		title: "Kven tinginga går til",
		titleSent: "Kven som er spurt",
		accounts: (host: string) => `Koordinatorane i ${host} har brukar her og får tinginga i innboksen.`,
		email: "E-post",
		used: "Adressa du brukte sist.",
		usedNotRegister: (register: string) => `Adressa du brukte sist. Kontaktregisteret seier ${register}.`,
		register: "Frå kontaktregisteret.",
		unknown: "Kontaktregisteret veit ikkje kven som svarar. Adressa du skriv, blir foreslått neste gong.",
		noMail: "Herfrå blir det ikkje sendt e-post. Lag ei lenkje, og send henne sjølv.",
		remind: "Send påminning",
		reminded: { told: "Verten er mint på tinginga.", mailed: "Påminninga er send på e-post." },
		makeLink: "Lag lenkje til verten",
		automatic: "Den som ikkje svarar, blir mint på det tre dagar før fristen, og så éin gong i veka.",
		said: {
			sent: {
				told: (moment: string) => `${moment}: send til innboksen`,
				mailed: (moment: string, to: string) => `${moment}: send på e-post til ${to}`,
				link: (moment: string, to: string | null) =>
					to === null ? `${moment}: lenkje laga` : `${moment}: lenkje laga til ${to}`,
			},
			reminded: {
				told: (moment: string) => `${moment}: påminning til innboksen`,
				mailed: (moment: string, to: string) => `${moment}: påminning på e-post til ${to}`,
				link: (moment: string) => `${moment}: ny lenkje laga`,
			},
		},
		by: (name: string) => `, av ${name}`,
		byProgram: ", automatisk",
	},
	en: {
		title: "Who the request goes to",
		titleSent: "Who has been asked",
		accounts: (host: string) => `The coordinators of ${host} have accounts here and get the request in their inbox.`,
		email: "E-mail",
		used: "The address you used last.",
		usedNotRegister: (register: string) => `The address you used last. The contact register says ${register}.`,
		register: "From the contact register.",
		unknown: "The contact register does not know who answers. The address you write is suggested the next time.",
		noMail: "No e-mail is sent from here. Make a link, and send it yourself.",
		remind: "Send a reminder",
		reminded: { told: "The host is reminded of the request.", mailed: "The reminder is sent by e-mail." },
		makeLink: "Make a link for the host",
		automatic: "Whoever does not answer is reminded three days before the last day to answer, and then once a week.",
		said: {
			sent: {
				told: (moment: string) => `${moment}: sent to the inbox`,
				mailed: (moment: string, to: string) => `${moment}: sent by e-mail to ${to}`,
				link: (moment: string, to: string | null) =>
					to === null ? `${moment}: link made` : `${moment}: link made for ${to}`,
			},
			reminded: {
				told: (moment: string) => `${moment}: reminder to the inbox`,
				mailed: (moment: string, to: string) => `${moment}: reminder by e-mail to ${to}`,
				link: (moment: string) => `${moment}: another link made`,
			},
		},
		by: (name: string) => `, by ${name}`,
		byProgram: ", automatically",
	},
});
