import { defineText } from "../../../../language.ts";

/** What a round has taken of people, in words. */
export const effortText = defineText({
	nb: {
		title: "Hva runden har krevd",
		lead: (placed: string) =>
			`Regnet per student med plass (${placed}). Meldinger er e-poster, varsler og lenker. Steg er det noen har måttet gjøre.`,
		way: "Slik",
		here: "I Læringsarena, alle til sammen",
		own: "Av dette din del (bare du ser den)",
		usual: "Med Excel og e-post (anslag)",
		messages: "Meldinger per student",
		touches: "Steg per student",
		of: (each: string, all: string) => `${each} (${all} i alt)`,
		days: (days: string, of: string, all: string) =>
			`Fra runden ble opprettet til stedet bekreftet gikk det i gjennomsnitt ${days} dager (${of} av ${all} plasser er besvart).`,
		shared: (organisations: string, messages: string, touches: string) =>
			`Snitt for hver som var med (${organisations} i alt): ${messages} meldinger og ${touches} steg.`,
		sources: (round: string, capacity: string, request: string) =>
			`Av alt gikk ${round} til runden, ${capacity} til å hente inn kapasitet og ${request} til bestillinger.`,
		demo: "I demoen er tallene oppdiktet.",
		unasked: (unasked: string, placed: string) =>
			`${unasked} av ${placed} studenter har plass på et sted dere har lagt inn selv. Det som ble sendt og gjort for å få vite om de plassene, er bare med i anslaget for Excel og e-post, ikke i tallene for Læringsarena.`,
		assumptions:
			"Tallene for Læringsarena er det alle har sendt og gjort: i runden selv, i innhentingene plassene kom fra, og i bestillingene av dem. Anslaget regner at hver institusjon spør hver vert, at hvert sted spørres én gang per institusjon, at halvparten må minnes på én gang, at alle svarer på e-post, og at hvert svar og hver plass føres inn for hånd.",
	},
	nn: {
		title: "Kva runden har kravd",
		lead: (placed: string) =>
			`Rekna per student med plass (${placed}). Meldingar er e-postar, varsel og lenkjer. Steg er det nokon har måtta gjere.`,
		way: "Slik",
		here: "I Læringsarena, alle til saman",
		own: "Av dette din del (berre du ser han)",
		usual: "Med Excel og e-post (overslag)",
		messages: "Meldingar per student",
		touches: "Steg per student",
		of: (each: string, all: string) => `${each} (${all} i alt)`,
		days: (days: string, of: string, all: string) =>
			`Frå runden vart oppretta til staden stadfesta gjekk det i gjennomsnitt ${days} dagar (${of} av ${all} plassar er svarte på).`,
		shared: (organisations: string, messages: string, touches: string) =>
			`Snitt for kvar som var med (${organisations} i alt): ${messages} meldingar og ${touches} steg.`,
		sources: (round: string, capacity: string, request: string) =>
			`Av alt gjekk ${round} til runden, ${capacity} til å hente inn kapasitet og ${request} til tingingar.`,
		demo: "I demoen er tala oppdikta.",
		unasked: (unasked: string, placed: string) =>
			`${unasked} av ${placed} studentar har plass på ein stad de har lagt inn sjølve. Det som vart sendt og gjort for å få vite om dei plassane, er berre med i overslaget for Excel og e-post, ikkje i tala for Læringsarena.`,
		assumptions:
			"Tala for Læringsarena er det alle har sendt og gjort: i runden sjølv, i innhentingane plassane kom frå, og i tingingane av dei. Overslaget reknar at kvar institusjon spør kvar vert, at kvar stad blir spurd éin gong per institusjon, at halvparten må minnast på éin gong, at alle svarer på e-post, og at kvart svar og kvar plass blir ført inn for hand.",
	},
	en: {
		title: "What the round has taken",
		lead: (placed: string) =>
			`Per student with a place (${placed}). Messages are mails, notices and links. Steps are what somebody had to do.`,
		way: "Way",
		here: "In Læringsarena, everybody together",
		own: "Your own part of it (only you see it)",
		usual: "By Excel and e-mail (estimate)",
		messages: "Messages per student",
		touches: "Steps per student",
		of: (each: string, all: string) => `${each} (${all} in all)`,
		days: (days: string, of: string, all: string) =>
			`From the round was made until the site confirmed, ${days} days on average (${of} of ${all} places are answered).`,
		shared: (organisations: string, messages: string, touches: string) =>
			`On average for each that took part (${organisations} in all): ${messages} messages and ${touches} steps.`,
		sources: (round: string, capacity: string, request: string) =>
			`Of all this, ${round} went to the round, ${capacity} to collecting capacity and ${request} to requests.`,
		demo: "In the demo the figures are invented.",
		unasked: (unasked: string, placed: string) =>
			`${unasked} of ${placed} students have a place at a site you have entered yourselves. What was sent and done to hear of those places is only in the estimate for Excel and e-mail, not in the figures for Læringsarena.`,
		assumptions:
			"The figures for Læringsarena are what everybody has sent and done: in the round itself, in the collections its places came from, and in the requests for them. The estimate: every institution asks every host, every site is asked once for each institution, half are reminded once, everybody answers by e-mail, and every answer and place is typed in.",
	},
});
