/** What the log says of identity's own verbs. */
export const identityAuditWords = {
	"person.begin": {
		nb: "Logget inn for første gang",
		nn: "Logga inn for første gong",
		en: "Signed in for the first time",
	},
	"person.change": { nb: "Endret profilen sin", nn: "Endra profilen sin", en: "Changed their profile" },
	"person.forget": {
		nb: "Slettet opplysninger om personer som ikke lenger trengs",
		nn: "Sletta opplysningar om personar som ikkje lenger trengst",
		en: "Deleted what is held about people and no longer needed",
	},
	"person.ask-deletion": { nb: "Ba om å bli slettet", nn: "Bad om å bli sletta", en: "Asked to be deleted" },
	"person.withdraw-deletion": {
		nb: "Trakk tilbake ønsket om å bli slettet",
		nn: "Trekte tilbake ønsket om å bli sletta",
		en: "Withdrew the request to be deleted",
	},
	"person.export": {
		nb: "Hentet ut egne opplysninger",
		nn: "Henta ut eigne opplysningar",
		en: "Exported their own data",
	},
	"session.begin": { nb: "Logget inn", nn: "Logga inn", en: "Signed in" },
	"session.end-this": { nb: "Logget ut", nn: "Logga ut", en: "Signed out" },
	"session.end-all": {
		nb: "Logget ut på alle enheter",
		nn: "Logga ut på alle einingar",
		en: "Signed out on all devices",
	},
	"session.end-one": { nb: "Logget ut på én enhet", nn: "Logga ut på éi eining", en: "Signed out on one device" },
	"session.end-by-operator": {
		nb: "Ble logget ut av driften",
		nn: "Vart logga ut av drifta",
		en: "Was signed out by the operator",
	},
	"session.end-by-administrator": {
		nb: "Ble logget ut av en administrator",
		nn: "Vart logga ut av ein administrator",
		en: "Was signed out by an administrator",
	},
	"session.end-by-provider": {
		nb: "Logget ut hos innloggingstjenesten",
		nn: "Logga ut hos innloggingstenesta",
		en: "Signed out at the sign-in service",
	},
	"account.connect": {
		nb: "Koblet til en måte å logge inn på",
		nn: "Kopla til ein måte å logge inn på",
		en: "Connected a way to sign in",
	},
	"account.disconnect": {
		nb: "Koblet fra en måte å logge inn på",
		nn: "Kopla frå ein måte å logge inn på",
		en: "Disconnected a way to sign in",
	},
	"session.represent": {
		nb: "Valgte hvem de representerer",
		nn: "Valde kven dei representerer",
		en: "Chose whom they represent",
	},
	"membership.bind": {
		nb: "Rolle knyttet til innlogget person",
		nn: "Rolle knytt til innlogga person",
		en: "Role tied to a signed-in person",
	},
	"membership.accept": { nb: "Tok imot en invitasjon", nn: "Tok imot ein invitasjon", en: "Accepted an invitation" },
	"link.invite": { nb: "Inviterte en person", nn: "Inviterte ein person", en: "Invited a person" },
	"link.issue": { nb: "Sendte en lenke for svar", nn: "Sende ei lenkje for svar", en: "Sent a link for an answer" },
	"link.use": { nb: "Brukte en lenke for svar", nn: "Brukte ei lenkje for svar", en: "Used a link for an answer" },
	"link.revoke": { nb: "Trakk tilbake en lenke", nn: "Trekte tilbake ei lenkje", en: "Withdrew a link" },
	"token.create": { nb: "Laget et tilgangstoken", nn: "Laga eit tilgangstoken", en: "Made an access token" },
	"token.revoke": {
		nb: "Trakk tilbake et tilgangstoken",
		nn: "Trekte tilbake eit tilgangstoken",
		en: "Revoked an access token",
	},
	"provider.switch-on": { nb: "Slo på en innlogging", nn: "Slo på ei innlogging", en: "Switched a sign-in on" },
	"provider.switch-off": { nb: "Slo av en innlogging", nn: "Slo av ei innlogging", en: "Switched a sign-in off" },
	"log.export": { nb: "Hentet ut loggen", nn: "Henta ut loggen", en: "Exported the log" },
} as const;

/** What the kinds of object in identity's own entries are called. */
export const identityAuditKinds = {
	person: { nb: "Person", nn: "Person", en: "Person" },
	session: { nb: "Innlogging", nn: "Innlogging", en: "Session" },
	organisation: { nb: "Organisasjon", nn: "Organisasjon", en: "Organisation" },
	membership: { nb: "Rolle", nn: "Rolle", en: "Role" },
	"access-token": { nb: "Tilgangstoken", nn: "Tilgangstoken", en: "Access token" },
	provider: { nb: "Innloggingstjeneste", nn: "Innloggingsteneste", en: "Sign-in service" },
	log: { nb: "Logg", nn: "Logg", en: "Log" },
} as const;
