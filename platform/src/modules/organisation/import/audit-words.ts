/** What the log says of imports, and of units and people taken out. */
export const importAuditWords = {
	"organisation.export": {
		nb: "Hentet ut alt om organisasjonen",
		nn: "Henta ut alt om organisasjonen",
		en: "Exported everything about the organisation",
	},
	"unit.import": { nb: "Importerte enheter", nn: "Importerte einingar", en: "Imported units" },
	"unit.export": { nb: "Hentet ut enheter", nn: "Henta ut einingar", en: "Exported units" },
	"membership.import": { nb: "Importerte personer", nn: "Importerte personar", en: "Imported people" },
	"contact.import": { nb: "Importerte kontaktpunkter", nn: "Importerte kontaktpunkt", en: "Imported contacts" },
	"contact.export": { nb: "Hentet ut kontaktpunkter", nn: "Henta ut kontaktpunkt", en: "Exported contacts" },
	"membership.export": { nb: "Hentet ut personer", nn: "Henta ut personar", en: "Exported people" },
} as const;
