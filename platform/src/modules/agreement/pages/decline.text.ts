import { defineText } from "../../../language.ts";

/** What is said where a party says no to a text put forward, here and by a link. */
export const declineText = defineText({
	nb: {
		ask: "Kan dere ikke godkjenne den?",
		body: "De andre partene får beskjed om hvorfor. De kan endre teksten og legge den fram på nytt, og dere kan godkjenne den senere.",
		reason: "Hvorfor ikke?",
		decline: (number: number) => `Si nei til versjon ${number}`,
		declined: "Dere har sagt nei til teksten. De andre partene får beskjed.",
		already: (number: number) => `Dere har sagt nei til versjon ${number}.`,
		saidNo: (name: string) => `${name} har sagt nei`,
		thanks: "Takk. Svaret er sendt til de andre partene.",
		noAgreement: "Vil dere ikke ha noen avtale, kan dere",
		end: "avslutte forhandlingene",
	},
	nn: {
		ask: "Kan de ikkje godkjenne han?",
		body: "Dei andre partane får vite kvifor. Dei kan endre teksten og leggje han fram på nytt, og de kan godkjenne han seinare.",
		reason: "Kvifor ikkje?",
		decline: (number: number) => `Sei nei til versjon ${number}`,
		declined: "De har sagt nei til teksten. Dei andre partane får beskjed.",
		already: (number: number) => `De har sagt nei til versjon ${number}.`,
		saidNo: (name: string) => `${name} har sagt nei`,
		thanks: "Takk. Svaret er sendt til dei andre partane.",
		noAgreement: "Vil de ikkje ha nokon avtale, kan de",
		end: "avslutte forhandlingane",
	},
	en: {
		ask: "Can you not approve it?",
		body: "The other parties are told why. They can change the text and put it forward again, and you can approve it later.",
		reason: "Why not?",
		decline: (number: number) => `Say no to version ${number}`,
		declined: "You have said no to the text. The other parties are told.",
		already: (number: number) => `You have said no to version ${number}.`,
		saidNo: (name: string) => `${name} has said no`,
		thanks: "Thank you. The answer is sent to the other parties.",
		noAgreement: "If you want no agreement at all, you can",
		end: "end the negotiations",
	},
});
