import { defineText } from "../language.ts";

export const apiText = defineText({
	nb: {
		title: "API for andre systemer",
		lead: "Det samme som sidene kan, kan andre systemer gjøre over HTTP. Beskrivelsen under er laget av de samme kontraktene som koden bruker.",
		document: "OpenAPI 3.1-dokumentet (JSON)",
		tokenTitle: "Slik kommer du i gang",
		token:
			"Lag et tilgangstoken på profilsiden din, og send det som «Authorization: Bearer …». Tokenet gjelder for deg i organisasjonen du representerer, og kan ikke mer enn du selv kan.",
		paging: "Lister deles i sider: send «next» fra svaret som «cursor» for å få neste side.",
		versions:
			"Det som kan endres, har en ETag. Send den tilbake som If-Match når du endrer, så overskriver du aldri andres endringer.",
		problems: "Avslag kommer som application/problem+json med en kode, og feltet det gjelder.",
		scope: "Rettighet",
		parameters: "Parametere",
		body: "Innhold",
		answer: "Svar",
		required: "må være med",
		versioned: "Krever If-Match.",
		name: "Navn",
		kind: "Type",
	},
	nn: {
		title: "API for andre system",
		lead: "Det same som sidene kan, kan andre system gjere over HTTP. Skildringa under er laga av dei same kontraktane som koden bruker.",
		document: "OpenAPI 3.1-dokumentet (JSON)",
		tokenTitle: "Slik kjem du i gang",
		token:
			"Lag eit tilgangstoken på profilsida di, og send det som «Authorization: Bearer …». Tokenet gjeld for deg i organisasjonen du representerer, og kan ikkje meir enn du sjølv kan.",
		paging: "Lister er delte i sider: send «next» frå svaret som «cursor» for å få neste side.",
		versions:
			"Det som kan endrast, har ein ETag. Send han tilbake som If-Match når du endrar, så skriv du aldri over endringane til andre.",
		problems: "Avslag kjem som application/problem+json med ein kode, og feltet det gjeld.",
		scope: "Rett",
		parameters: "Parametrar",
		body: "Innhald",
		answer: "Svar",
		required: "må vere med",
		versioned: "Krev If-Match.",
		name: "Namn",
		kind: "Type",
	},
	en: {
		title: "API for other systems",
		lead: "What the pages can do, other systems can do over HTTP. The description below is made from the same contracts the code uses.",
		document: "The OpenAPI 3.1 document (JSON)",
		tokenTitle: "Getting started",
		token:
			"Make an access token on your profile page and send it as “Authorization: Bearer …”. The token acts for you at the organisation you represent, and can do no more than you can.",
		paging: "Lists come in pages: send “next” from the answer as “cursor” to get the next page.",
		versions:
			"What can be changed has an ETag. Send it back as If-Match when you change it, and you never overwrite someone else's change.",
		problems: "Refusals come as application/problem+json with a code and the field it is about.",
		scope: "Scope",
		parameters: "Parameters",
		body: "Body",
		answer: "Answer",
		required: "required",
		versioned: "Requires If-Match.",
		name: "Name",
		kind: "Type",
	},
});
