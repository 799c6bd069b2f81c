import { defineText } from "../language.ts";

export const apiText = defineText({
	nb: {
		inEnglish: "Operasjonene er beskrevet på engelsk, som i OpenAPI-dokumentet.",
		rooms: {
			...{ organisation: "Organisasjoner, enheter, personer og kontaktpunkter", agreement: "Avtaler" },
			...{ meeting: "Møter, beslutninger og henvendelser", competence: "Kompetanse", placement: "Praksis" },
		},
		title: "API for andre systemer",
		lead: "Andre systemer kan gjøre det samme over HTTP som du kan gjøre på sidene. Beskrivelsen lages av de samme kontraktene som programmet bruker, og er derfor alltid oppdatert.",
		document: "OpenAPI 3.1-dokumentet (JSON)",
		tokenTitle: "Slik kommer du i gang",
		token:
			"Lag et tilgangstoken på profilsiden din, og send det som «Authorization: Bearer …». Tokenet gjelder for deg i organisasjonen du representerer, og kan ikke gjøre mer enn du selv kan.",
		paging: "Lister deles i sider: send «next» fra svaret som «cursor» for å få neste side.",
		versions:
			"Det som kan endres, har en ETag. Send den tilbake som If-Match når du endrer, så overskriver du aldri andres endringer.",
		problems: "Avslag kommer som application/problem+json med en kode, og sier hvilket felt det gjelder.",
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
		inEnglish: "Operasjonane er skildra på engelsk, som i OpenAPI-dokumentet.",
		rooms: {
			...{ organisation: "Organisasjonar, einingar, personar og kontaktpunkt", agreement: "Avtalar" },
			...{ meeting: "Møte, avgjerder og førespurnader", competence: "Kompetanse", placement: "Praksis" },
		},
		title: "API for andre system",
		lead: "Andre system kan gjere det same over HTTP som du kan gjere på sidene. Skildringa blir laga av dei same kontraktane som programmet bruker, og er derfor alltid oppdatert.",
		document: "OpenAPI 3.1-dokumentet (JSON)",
		tokenTitle: "Slik kjem du i gang",
		token:
			"Lag eit tilgangstoken på profilsida di, og send det som «Authorization: Bearer …». Tokenet gjeld for deg i organisasjonen du representerer, og kan ikkje gjere meir enn du sjølv kan.",
		paging: "Lister er delte i sider: send «next» frå svaret som «cursor» for å få neste side.",
		versions:
			"Det som kan endrast, har ein ETag. Send han tilbake som If-Match når du endrar, så skriv du aldri over endringane til andre.",
		problems: "Avslag kjem som application/problem+json med ein kode, og seier kva felt det gjeld.",
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
		inEnglish: "",
		rooms: {
			...{ organisation: "Organisations, units, people and contacts", agreement: "Agreements" },
			...{ meeting: "Meetings, decisions and enquiries", competence: "Competence", placement: "Placements" },
		},
		title: "API for other systems",
		lead: "Other systems can do over HTTP what you can do on the pages. The description is made from the same contracts the program uses, so it is always up to date.",
		document: "The OpenAPI 3.1 document (JSON)",
		tokenTitle: "Getting started",
		token:
			"Create an access token on your profile page and send it as “Authorization: Bearer …”. The token acts for you in the organisation you represent, and can do no more than you can.",
		paging: "Lists come in pages: send “next” from the answer as “cursor” to get the next page.",
		versions:
			"What can be changed has an ETag. Send it back as If-Match when you change it, and you never overwrite someone else's change.",
		problems: "Refusals come as application/problem+json with a code, and say which field it is about.",
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
