/** What the log says of notices, mail and calendar feeds. */
export const noticeAuditWords = {
	"notice.choose": { nb: "Valgte varsler på e-post", nn: "Valde varsel på e-post", en: "Chose notices by e-mail" },
	"calendar.renew": { nb: "Laget en kalenderadresse", nn: "Laga ei kalenderadresse", en: "Made a calendar address" },
	"calendar.revoke": {
		nb: "Slettet kalenderadressen sin",
		nn: "Sletta kalenderadressa si",
		en: "Deleted their calendar address",
	},
	"mail.send-again": { nb: "Sendte en e-post igjen", nn: "Sende ein e-post igjen", en: "Sent an e-mail again" },
	"mail.drop": { nb: "Droppet en e-post", nn: "Droppa ein e-post", en: "Dropped an e-mail" },
	"mail.send-held": {
		nb: "Sendte e-post som var holdt tilbake",
		nn: "Sende e-post som var halden tilbake",
		en: "Sent e-mail that was held",
	},
} as const;

export const noticeAuditKinds = { mail: { nb: "E-post", nn: "E-post", en: "E-mail" } } as const;
