import { defineText } from "../../../../language.ts";

/** What the page of a hearing and its forms say. */
export const hearingPagesText = defineText({
	nb: {
		fields: {
			title: "Hva høringen gjelder",
			body: "Teksten",
			question: "Hva dere spør om",
			phase: "Hvor langt arbeidet er kommet",
			lastDay: "Frist for innspill",
			showsAll: "De som er spurt, får se alle innspill med svar når høringen er avsluttet",
			objectId: "Det som er på høring",
			role: "Rolle",
			name: "Navn",
			email: "E-post",
			partyId: "Organisasjon",
			reply: "Hva ble det til?",
			because: "Hvorfor",
			conclusion: "Hva høringen førte til",
			input: "Innspillet ditt",
		},
		hints: {
			body: "Det de skal lese, ut over det du legger ved. Gjelder høringen en avtale, en kompetanseplan eller en utlysning, følger teksten i den med av seg selv.",
			question: "Still klare spørsmål. Da blir svarene lettere å bruke.",
			phase: "Idé og plan regnes som tidlig medvirkning.",
			showsAll: "De får vite det før de svarer. Navn på dem som har svart, vises også.",
			email:
				"Har personen konto hos dere, kommer høringen i innboksen. Andre får en lenke hit, eller du sender den selv.",
			partyId: "Når de taler for en annen organisasjon.",
			conclusion: "Kort. Sendes til alle som er spurt.",
			because: "Den som ga innspillet, får lese dette.",
		},
		newTitle: "Start en høring",
		editTitle: "Endre høringen",
		create: "Lagre utkastet",
		created: "Utkastet er lagret. Legg til dem som skal høres.",
		save: "Lagre",
		saved: "Lagret.",
		lead1: (holder: string, day: string) => `${holder} ber om innspill innen ${day}.`,
		closedLead: (holder: string, asked: string, closed: string) =>
			`${holder} ba om innspill innen ${asked}. Høringen ble avsluttet ${closed}.`,
		withdrawnLead: (holder: string, asked: string) => `${holder} ba om innspill innen ${asked}.`,
		draftLead: "Bare dere ser utkastet.",
		sent: (told: number, silent: number) =>
			[
				told === 0 ? "Høringen er åpen." : `Høringen er sendt til ${told}.`,
				silent === 0
					? ""
					: silent === 1
						? "Én er ikke varslet: lag en lenke."
						: `${silent} er ikke varslet: lag lenker.`,
			]
				.filter((part) => part !== "")
				.join(" "),
		theText: "Det som er på høring",
		question: "Dette spør vi om",
		linkMade: (name: string) => `Lenke til ${name}`,
		linkOnce: "Send den til personen. Den vises bare nå.",
		copy: "Kopier lenken",
		withdrawnBecause: (because: string) => `Høringen er trukket: ${because}`,
		conclusion: "Hva høringen førte til",
		facts: "Om høringen",
		phase: "Fase",
		opened: "Sendt",
		settled: "Avsluttet",
	},
	nn: {
		fields: {
			title: "Kva høyringa gjeld",
			body: "Teksten",
			question: "Kva de spør om",
			phase: "Kor langt arbeidet er kome",
			lastDay: "Frist for innspel",
			showsAll: "Dei som er spurde, får sjå alle innspel med svar når høyringa er avslutta",
			objectId: "Det som er på høyring",
			role: "Rolle",
			name: "Namn",
			email: "E-post",
			partyId: "Organisasjon",
			reply: "Kva vart det til?",
			because: "Kvifor",
			conclusion: "Kva høyringa førte til",
			input: "Innspelet ditt",
		},
		hints: {
			body: "Det dei skal lese, ut over det du legg ved. Gjeld høyringa ein avtale, ein kompetanseplan eller ei utlysing, følgjer teksten med av seg sjølv.",
			question: "Still klare spørsmål. Då blir svara lettare å bruke.",
			phase: "Idé og plan blir rekna som tidleg medverknad.",
			showsAll: "Dei får vite det før dei svarer. Namn på dei som har svara, blir òg viste.",
			email:
				"Har personen konto hos dykk, kjem høyringa i innboksen. Andre får ei lenkje hit, eller du sender ho sjølv.",
			partyId: "Når dei taler for ein annan organisasjon.",
			conclusion: "Kort. Blir send til alle som er spurde.",
			because: "Den som gav innspelet, får lese dette.",
		},
		newTitle: "Start ei høyring",
		editTitle: "Endre høyringa",
		create: "Lagre utkastet",
		created: "Utkastet er lagra. Legg til dei som skal høyrast.",
		save: "Lagre",
		saved: "Lagra.",
		lead1: (holder: string, day: string) => `${holder} ber om innspel innan ${day}.`,
		closedLead: (holder: string, asked: string, closed: string) =>
			`${holder} bad om innspel innan ${asked}. Høyringa vart avslutta ${closed}.`,
		withdrawnLead: (holder: string, asked: string) => `${holder} bad om innspel innan ${asked}.`,
		draftLead: "Berre de ser utkastet.",
		sent: (told: number, silent: number) =>
			[
				told === 0 ? "Høyringa er open." : `Høyringa er send til ${told}.`,
				silent === 0
					? ""
					: silent === 1
						? "Éin er ikkje varsla: lag ei lenkje."
						: `${silent} er ikkje varsla: lag lenkjer.`,
			]
				.filter((part) => part !== "")
				.join(" "),
		theText: "Det som er på høyring",
		question: "Dette spør vi om",
		linkMade: (name: string) => `Lenkje til ${name}`,
		linkOnce: "Send henne til personen. Ho blir vist berre no.",
		copy: "Kopier lenkja",
		withdrawnBecause: (because: string) => `Høyringa er trekt: ${because}`,
		conclusion: "Kva høyringa førte til",
		facts: "Om høyringa",
		phase: "Fase",
		opened: "Send",
		settled: "Avslutta",
	},
	en: {
		fields: {
			title: "What the consultation is about",
			body: "The text",
			question: "What you ask",
			phase: "How far the work has come",
			lastDay: "Last day for input",
			showsAll: "Those asked see every input with its answer once the consultation is closed",
			objectId: "What you are consulting on",
			role: "Role",
			name: "Name",
			email: "E-mail",
			partyId: "Organisation",
			reply: "What came of it?",
			because: "Why",
			conclusion: "What the consultation led to",
			input: "Your input",
		},
		hints: {
			body: "What they are to read, besides what you attach. Where the consultation is about an agreement, a competence plan or a call, its text goes along by itself.",
			question: "Ask clear questions. The answers are then easier to use.",
			phase: "Idea and plan count as early involvement.",
			showsAll: "They are told before they answer. The names of those who answered are shown too.",
			email:
				"If the person has an account with you, the consultation comes in the inbox. Others get a link here, or you send it yourself.",
			partyId: "When they speak for another organisation.",
			conclusion: "Short. It is sent to all who were asked.",
			because: "Whoever gave the input gets to read this.",
		},
		newTitle: "Start a consultation",
		editTitle: "Change the consultation",
		create: "Save the draft",
		created: "The draft is saved. Add those you want to hear from.",
		save: "Save",
		saved: "Saved.",
		lead1: (holder: string, day: string) => `${holder} asks for input by ${day}.`,
		closedLead: (holder: string, asked: string, closed: string) =>
			`${holder} asked for input by ${asked}. The consultation was closed on ${closed}.`,
		withdrawnLead: (holder: string, asked: string) => `${holder} asked for input by ${asked}.`,
		draftLead: "Only you see the draft.",
		sent: (told: number, silent: number) =>
			[
				told === 0 ? "The consultation is open." : `The consultation has been sent to ${told}.`,
				silent === 0
					? ""
					: silent === 1
						? "One has not been told: make a link."
						: `${silent} have not been told: make links.`,
			]
				.filter((part) => part !== "")
				.join(" "),
		theText: "What the consultation is about",
		question: "What we ask",
		linkMade: (name: string) => `Link for ${name}`,
		linkOnce: "Send it to the person. It is shown only now.",
		copy: "Copy the link",
		withdrawnBecause: (because: string) => `The consultation is withdrawn: ${because}`,
		conclusion: "What the consultation led to",
		facts: "About the consultation",
		phase: "Phase",
		opened: "Sent",
		settled: "Closed",
	},
});
