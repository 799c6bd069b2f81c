/** Columns that several sheets have. */

export const phoneColumn = {
	key: "phone",
	kind: "text",
	maximumLength: 40,
	headers: { nb: "Telefon", nn: "Telefon", en: "Phone" },
	aliases: ["Telefonnummer", "Phone number"],
} as const;

export const emailColumn = {
	key: "email",
	kind: "email",
	headers: { nb: "E-post", nn: "E-post", en: "E-mail" },
	aliases: ["E-postadresse", "Email"],
} as const;

export const deputyColumn = {
	key: "deputyEmail",
	kind: "email",
	headers: { nb: "Stedfortreders e-post", nn: "E-posten til stadfortredaren", en: "Deputy's e-mail" },
	aliases: ["Stedfortreder", "Stadfortredar", "Deputy"],
} as const;

/** Whether others see it; each sheet says in its own words what it is. */
export const publishedColumn = {
	key: "published",
	kind: "yesNo",
	headers: { nb: "Synlig for andre", nn: "Synleg for andre", en: "Visible to others" },
	aliases: ["Publisert", "Published"],
} as const;

/** The unit something belongs to, in the sheets of people and of contacts. */
export const unitColumn = {
	key: "unit",
	kind: "text",
	maximumLength: 2000,
	headers: { nb: "Enhet", nn: "Eining", en: "Unit" },
	aliases: ["Enhetskode", "Einingskode", "Unit code", "Arbeidssted", "Arbeidsstad"],
	explanation: {
		nb: "Koden til enheten, eller navnene fra toppen med › eller > mellom. Tomt: hele organisasjonen.",
		nn: "Koden til eininga, eller namna frå toppen med › eller > mellom. Tomt: heile organisasjonen.",
		en: "The unit's code, or the names from the top with › or > between. Blank: the whole organisation.",
	},
	example: "Helse › Hjemmetjenesten",
} as const;
