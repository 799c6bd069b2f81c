import { defineText } from "../../../../language.ts";

/** What is said about that which is heard, where it is read in a hearing. */
export const hearingContentText = defineText({
	nb: {
		asSent: (edition: string) => `Teksten slik den var da høringen ble sendt: ${edition}.`,
		asNow: (edition: string) =>
			`Teksten slik den er nå: ${edition}. De som blir spurt, får lese den slik den er når dere sender høringen.`,
		toInput: "Gå til innspill",
	},
	nn: {
		asSent: (edition: string) => `Teksten slik han var då høyringa vart send: ${edition}.`,
		asNow: (edition: string) =>
			`Teksten slik han er no: ${edition}. Dei som blir spurde, får lese han slik han er når de sender høyringa.`,
		toInput: "Gå til innspel",
	},
	en: {
		asSent: (edition: string) => `The text as it was when the consultation was sent out: ${edition}.`,
		asNow: (edition: string) =>
			`The text as it is now: ${edition}. Those asked will read it as it is when you send out the consultation.`,
		toInput: "Go to input",
	},
});
