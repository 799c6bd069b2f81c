import { defineText } from "../language.ts";

export const identityText = defineText({
	nb: {
		title: "Logg inn",
		about: "Her samarbeider kommuner og utdanningsinstitusjoner om praksis, utdanning og utvikling.",
		lead: "Velg hvordan du vil logge inn.",
		with: (name: string) => `Logg inn med ${name}`,
		noProviders:
			"Ingen innloggingstjeneste er satt opp. Den som drifter løsningen, kan gjøre det; se dokumentasjonen for drift.",
		demoTitle: "Demopersoner",
		demoLead: "Dette er en demo med oppdiktede personer. Velg hvem du vil være.",
		be: (name: string) => `Logg inn som ${name}`,
		welcome: (name: string) => `Du er logget inn som ${name}.`,
		bye: "Du er logget ut.",
		byeEverywhere: "Du er logget ut på alle enheter.",
		byeThere: (name: string) => `Nå blir du logget ut hos ${name} også. Skjer det ikke av seg selv, går du videre her.`,
		onwards: (name: string) => `Videre til ${name}`,
		signOut: "Logg ut",
		tryAgain: "Til innloggingen",
		failed: {
			cancelled: {
				title: "Du avbrøt innloggingen",
				body: (name: string) =>
					`Du er ikke logget inn. Vil du prøve på nytt, kan du velge ${name} eller en annen måte.`,
			},
			stale: {
				title: "Innloggingen er for gammel",
				body: (name: string) =>
					`Det gikk for lang tid, du åpnet svaret i en annen nettleser, eller svaret fra ${name} er brukt før. Start innloggingen på nytt.`,
			},
			declined: {
				title: "Innloggingen ble ikke godtatt",
				body: (name: string) =>
					`Svaret fra ${name} kunne ikke godtas. Prøv på nytt. Skjer det igjen, må den som drifter løsningen se på oppsettet.`,
			},
			"level-too-low": {
				title: "Du må logge inn sikrere",
				body: (name: string) =>
					`Løsningen krever et høyere sikkerhetsnivå enn du brukte hos ${name}. Logg inn på nytt med en sikrere metode.`,
			},
			"switched-off": {
				title: "Denne innloggingen er slått av",
				body: (name: string) => `Den som drifter løsningen, har slått av innlogging med ${name}. Velg en annen måte.`,
			},
			unreachable: {
				title: "Innloggingstjenesten svarer ikke",
				body: (name: string) =>
					`Vi får ikke kontakt med ${name} akkurat nå. Prøv igjen om litt, eller velg en annen måte.`,
			},
			deactivated: {
				title: "Kontoen er stengt",
				body: (name: string) =>
					`Kontoen du logget inn på med ${name}, er stengt. Kontakt administratoren i organisasjonen din hvis det er feil.`,
			},
			taken: {
				title: "Innloggingen hører til en annen profil",
				body: (name: string) =>
					`Kontoen hos ${name} er allerede koblet til en annen profil, og kan ikke kobles til din. Logg inn med den og koble den fra der, eller kontakt den som drifter løsningen.`,
			},
		},
		representTitle: "Hvilken organisasjon representerer du?",
		representLead: "Velg organisasjonen du handler på vegne av nå. Du kan bytte når som helst.",
		representNone:
			"Du har ingen rolle i noen organisasjon ennå. Be en administrator i organisasjonen din om å legge deg til.",
		representDo: (name: string) => `Representer ${name}`,
		representing: (name: string) => `Du representerer ${name}.`,
		current: "Nå",
	},
	nn: {
		title: "Logg inn",
		about: "Her samarbeider kommunar og utdanningsinstitusjonar om praksis, utdanning og utvikling.",
		lead: "Vel korleis du vil logge inn.",
		with: (name: string) => `Logg inn med ${name}`,
		noProviders:
			"Inga innloggingsteneste er sett opp. Den som driftar løysinga, kan gjere det; sjå dokumentasjonen for drift.",
		demoTitle: "Demopersonar",
		demoLead: "Dette er ein demo med oppdikta personar. Vel kven du vil vere.",
		be: (name: string) => `Logg inn som ${name}`,
		welcome: (name: string) => `Du er logga inn som ${name}.`,
		bye: "Du er logga ut.",
		byeEverywhere: "Du er logga ut på alle einingar.",
		byeThere: (name: string) => `No blir du logga ut hos ${name} òg. Skjer det ikkje av seg sjølv, går du vidare her.`,
		onwards: (name: string) => `Vidare til ${name}`,
		signOut: "Logg ut",
		tryAgain: "Til innlogginga",
		failed: {
			cancelled: {
				title: "Du avbraut innlogginga",
				body: (name: string) =>
					`Du er ikkje logga inn. Vil du prøve på nytt, kan du velje ${name} eller ein annan måte.`,
			},
			stale: {
				title: "Innlogginga er for gammal",
				body: (name: string) =>
					`Det gjekk for lang tid, du opna svaret i ein annan nettlesar, eller svaret frå ${name} er brukt før. Start innlogginga på nytt.`,
			},
			declined: {
				title: "Innlogginga vart ikkje godteken",
				body: (name: string) =>
					`Svaret frå ${name} kunne ikkje godtakast. Prøv på nytt. Skjer det igjen, må den som driftar løysinga sjå på oppsettet.`,
			},
			"level-too-low": {
				title: "Du må logge inn sikrare",
				body: (name: string) =>
					`Løysinga krev eit høgare tryggleiksnivå enn du brukte hos ${name}. Logg inn på nytt med ein sikrare metode.`,
			},
			"switched-off": {
				title: "Denne innlogginga er slått av",
				body: (name: string) => `Den som driftar løysinga, har slått av innlogging med ${name}. Vel ein annan måte.`,
			},
			unreachable: {
				title: "Innloggingstenesta svarer ikkje",
				body: (name: string) =>
					`Vi får ikkje kontakt med ${name} akkurat no. Prøv igjen om litt, eller vel ein annan måte.`,
			},
			deactivated: {
				title: "Kontoen er stengd",
				body: (name: string) =>
					`Kontoen du logga inn på med ${name}, er stengd. Kontakt administratoren i organisasjonen din dersom det er feil.`,
			},
			taken: {
				title: "Innlogginga høyrer til ein annan profil",
				body: (name: string) =>
					`Kontoen hos ${name} er alt kopla til ein annan profil, og kan ikkje koplast til din. Logg inn med han og kople han frå der, eller kontakt den som driftar løysinga.`,
			},
		},
		representTitle: "Kva organisasjon representerer du?",
		representLead: "Vel organisasjonen du handlar på vegner av no. Du kan byte når som helst.",
		representNone:
			"Du har inga rolle i nokon organisasjon enno. Be ein administrator i organisasjonen din om å leggje deg til.",
		representDo: (name: string) => `Representer ${name}`,
		representing: (name: string) => `Du representerer ${name}.`,
		current: "No",
	},
	en: {
		title: "Sign in",
		about:
			"Where municipalities and institutions of higher education cooperate on placements, education and development.",
		lead: "Choose how you want to sign in.",
		with: (name: string) => `Sign in with ${name}`,
		noProviders:
			"No sign-in service is set up. Whoever operates this installation can do it; see the operations documentation.",
		demoTitle: "Demo people",
		demoLead: "This is a demo with made-up people. Choose who you want to be.",
		be: (name: string) => `Sign in as ${name}`,
		welcome: (name: string) => `You are signed in as ${name}.`,
		bye: "You are signed out.",
		byeEverywhere: "You are signed out on all devices.",
		byeThere: (name: string) => `You are now signed out at ${name} too. If that does not happen by itself, go on here.`,
		onwards: (name: string) => `On to ${name}`,
		signOut: "Sign out",
		tryAgain: "Go to sign-in",
		failed: {
			cancelled: {
				title: "You cancelled the sign-in",
				body: (name: string) => `You are not signed in. To try again, choose ${name} or another way.`,
			},
			stale: {
				title: "The sign-in is out of date",
				body: (name: string) =>
					`It took too long, you opened the answer in another browser, or the answer from ${name} has been used before. Start again.`,
			},
			declined: {
				title: "The sign-in was not accepted",
				body: (name: string) =>
					`The answer from ${name} could not be accepted. Try again. If it happens again, whoever operates this installation must look at the setup.`,
			},
			"level-too-low": {
				title: "You must sign in more securely",
				body: (name: string) =>
					`This installation requires a higher level of security than you used at ${name}. Sign in again with a more secure method.`,
			},
			"switched-off": {
				title: "This sign-in is switched off",
				body: (name: string) =>
					`Whoever operates this installation has switched off sign-in with ${name}. Choose another way.`,
			},
			unreachable: {
				title: "The sign-in service is not answering",
				body: (name: string) => `We cannot reach ${name} right now. Try again shortly, or choose another way.`,
			},
			deactivated: {
				title: "The account is closed",
				body: (name: string) =>
					`The account you signed in to with ${name} is closed. Contact the administrator in your organisation if this is a mistake.`,
			},
			taken: {
				title: "This way to sign in belongs to another profile",
				body: (name: string) =>
					`The account at ${name} is already connected to another profile and cannot be connected to yours. Sign in with it and disconnect it there, or contact whoever operates this installation.`,
			},
		},
		representTitle: "Which organisation do you represent?",
		representLead: "Choose the organisation you act for now. You can change at any time.",
		representNone: "You have no role in any organisation yet. Ask an administrator in your organisation to add you.",
		representDo: (name: string) => `Represent ${name}`,
		representing: (name: string) => `You represent ${name}.`,
		current: "Now",
	},
});
