import { defineText } from "../language.ts";

export const identityText = defineText({
	nb: {
		title: "Logg inn",
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
		representTitle: "Hvem representerer du?",
		representLead: "Velg organisasjonen du handler på vegne av nå. Du kan bytte når som helst.",
		representNone:
			"Du har ingen rolle i noen organisasjon ennå. Be en administrator i organisasjonen din om å legge deg til.",
		representDo: (name: string) => `Representer ${name}`,
		representing: (name: string) => `Du representerer ${name}.`,
		current: "Nå",
	},
	nn: {
		title: "Logg inn",
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
		representTitle: "Kven representerer du?",
		representLead: "Vel organisasjonen du handlar på vegner av no. Du kan byte når som helst.",
		representNone:
			"Du har inga rolle i nokon organisasjon enno. Be ein administrator i organisasjonen din om å leggje deg til.",
		representDo: (name: string) => `Representer ${name}`,
		representing: (name: string) => `Du representerer ${name}.`,
		current: "No",
	},
	en: {
		title: "Sign in",
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
		representTitle: "Whom do you represent?",
		representLead: "Choose the organisation you act for now. You can change at any time.",
		representNone: "You have no role in any organisation yet. Ask an administrator in your organisation to add you.",
		representDo: (name: string) => `Represent ${name}`,
		representing: (name: string) => `You represent ${name}.`,
		current: "Now",
	},
});
