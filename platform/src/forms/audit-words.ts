/** What the log says of forms and their answers. */
export const formAuditWords = {
	"form.create": { nb: "Laget et skjema", nn: "Laga eit skjema", en: "Made a form" },
	"form.change": { nb: "Endret et skjema", nn: "Endra eit skjema", en: "Changed a form" },
	"form.undo": {
		nb: "Angret en endring i et skjema",
		nn: "Angra ei endring i eit skjema",
		en: "Undid a change of a form",
	},
	"form.publish": { nb: "Publiserte et skjema", nn: "Publiserte eit skjema", en: "Published a form" },
	"form.discard": {
		nb: "Forkastet et utkast til skjema",
		nn: "Forkasta eit utkast til skjema",
		en: "Discarded a draft of a form",
	},
	"form.close": { nb: "Lukket et skjema for svar", nn: "Lukka eit skjema for svar", en: "Closed a form" },
	"form.reopen": { nb: "Åpnet et skjema for svar", nn: "Opna eit skjema for svar", en: "Opened a form again" },
	"form-answer.begin": {
		nb: "Begynte å svare på et skjema",
		nn: "Byrja å svare på eit skjema",
		en: "Began to answer a form",
	},
	"form-answer.change": { nb: "Skrev i et svar", nn: "Skreiv i eit svar", en: "Wrote in answers" },
	"form-answer.share": {
		nb: "Delte et utkast til svar",
		nn: "Delte eit utkast til svar",
		en: "Shared a draft of answers",
	},
	"form-answer.discard": {
		nb: "Forkastet et utkast til svar",
		nn: "Forkasta eit utkast til svar",
		en: "Discarded a draft of answers",
	},
	"form-answer.export": {
		nb: "Hentet ut svar på et skjema",
		nn: "Henta ut svar på eit skjema",
		en: "Took out answers to a form",
	},
	"form-answer.submit": { nb: "Sendte inn et svar", nn: "Sende inn eit svar", en: "Sent in answers" },
} as const;

export const formAuditKinds = {
	form: { nb: "Skjema", nn: "Skjema", en: "Form" },
	"form-answer": { nb: "Svar på skjema", nn: "Svar på skjema", en: "Answers to a form" },
} as const;
