import { listOwnTokens } from "./access-token.server.ts";
import { listOwnLog } from "./audit-log.server.ts";
import type { OwnDataPart } from "./own-data-part.ts";
import { listOwnMemberships } from "./profile.server.ts";
import { listSessions } from "./session.server.ts";

/** The most entries of the log that leave in one file. */
const logEntries = 100_000;

/** What sign-in, roles and the log hold about a person. */
export const identityOwnData: readonly OwnDataPart[] = [
	{
		name: "person",
		tables: ["identity.person"],
		title: { nb: "Profil", nn: "Profil", en: "Profile" },
		why: {
			nb: "Det du selv har oppgitt, så andre kan kontakte deg. Vi lagrer det så lenge du har en konto.",
			nn: "Det du sjølv har oppgitt, så andre kan kontakte deg. Vi lagrar det så lenge du har ein konto.",
			en: "What you have given yourself, so that others can reach you. We keep it as long as you have an account.",
		},
		columns: {
			name: { nb: "Navn", nn: "Namn", en: "Name" },
			email: { nb: "E-post", nn: "E-post", en: "E-mail" },
			phone: { nb: "Telefon", nn: "Telefon", en: "Phone" },
			language: { nb: "Språk", nn: "Språk", en: "Language" },
			createdAt: { nb: "Opprettet", nn: "Oppretta", en: "Created" },
		},
		read: (work, actor) =>
			work.db
				.selectFrom("identity.person")
				.where("id", "=", actor.personId)
				.select(["name", "email", "phone", "language", "created_at as createdAt"])
				.execute(),
	},
	{
		name: "accounts",
		tables: ["identity.account"],
		title: { nb: "Innlogginger", nn: "Innloggingar", en: "Sign-in accounts" },
		why: {
			nb: "Kobler innloggingstjenesten til deg. Vi lagrer aldri fødselsnummer.",
			nn: "Koplar innloggingstenesta til deg. Vi lagrar aldri fødselsnummer.",
			en: "Ties the sign-in service to you. We never store national identity numbers.",
		},
		columns: {
			provider: { nb: "Tjeneste", nn: "Teneste", en: "Service" },
			subject: { nb: "Din kode der", nn: "Koden din der", en: "Your code there" },
			email: { nb: "E-post", nn: "E-post", en: "E-mail" },
			createdAt: { nb: "Først brukt", nn: "Først brukt", en: "First used" },
			lastSignInAt: { nb: "Sist brukt", nn: "Sist brukt", en: "Last used" },
		},
		read: (work, actor) =>
			work.db
				.selectFrom("identity.account")
				.where("person_id", "=", actor.personId)
				.orderBy("created_at")
				.select(["provider", "subject", "email", "created_at as createdAt", "last_sign_in_at as lastSignInAt"])
				.execute(),
	},
	{
		name: "sessions",
		tables: ["identity.session"],
		title: { nb: "Enheter du er logget inn på", nn: "Einingar du er logga inn på", en: "Devices you are signed in on" },
		why: {
			nb: "Holder deg innlogget. Slettes når de går ut, senest etter sju dager.",
			nn: "Held deg innlogga. Blir sletta når dei går ut, seinast etter sju dagar.",
			en: "Keeps you signed in. Deleted when they expire, after seven days at the latest.",
		},
		columns: {
			provider: { nb: "Tjeneste", nn: "Teneste", en: "Service" },
			agent: { nb: "Nettleser", nn: "Nettlesar", en: "Browser" },
			createdAt: { nb: "Logget inn", nn: "Logga inn", en: "Signed in" },
			seenAt: { nb: "Sist brukt", nn: "Sist brukt", en: "Last used" },
		},
		read: listSessions,
	},
	{
		name: "memberships",
		tables: ["organisation.membership"],
		title: { nb: "Roller", nn: "Roller", en: "Roles" },
		why: {
			nb: "Det organisasjoner har registrert om rollene dine. Organisasjonen kan rette det.",
			nn: "Det organisasjonar har registrert om rollene dine. Organisasjonen kan rette det.",
			en: "What organisations have registered about your roles. The organisation can correct it.",
		},
		columns: {
			organisationName: { nb: "Organisasjon", nn: "Organisasjon", en: "Organisation" },
			unitName: { nb: "Enhet", nn: "Eining", en: "Unit" },
			role: { nb: "Rolle", nn: "Rolle", en: "Role" },
			title: { nb: "Tittel", nn: "Tittel", en: "Title" },
			share: { nb: "Stillingsprosent", nn: "Stillingsprosent", en: "Share of position, per cent" },
			validFrom: { nb: "Fra", nn: "Frå", en: "From" },
			validTo: { nb: "Til", nn: "Til", en: "To" },
		},
		read: (work, actor) => listOwnMemberships(work, actor.personId),
	},
	{
		name: "accessTokens",
		tables: ["identity.access_token"],
		title: { nb: "Tilgangstokener", nn: "Tilgangstoken", en: "Access tokens" },
		why: {
			nb: "Lar andre systemer handle på dine vegne. Selve tokenet lagres ikke.",
			nn: "Lèt andre system handle på dine vegner. Sjølve tokenet blir ikkje lagra.",
			en: "Lets other systems act for you. The token itself is not stored.",
		},
		columns: {
			name: { nb: "Navn", nn: "Namn", en: "Name" },
			organisationName: { nb: "Organisasjon", nn: "Organisasjon", en: "Organisation" },
			scopes: { nb: "Rettigheter", nn: "Rettar", en: "Scopes" },
			createdAt: { nb: "Opprettet", nn: "Oppretta", en: "Created" },
			expiresAt: { nb: "Går ut", nn: "Går ut", en: "Expires" },
			lastUsedAt: { nb: "Sist brukt", nn: "Sist brukt", en: "Last used" },
		},
		read: async (work, actor) =>
			(await listOwnTokens(work, actor)).map((token) => ({ ...token, scopes: token.scopes.join(", ") })),
	},
	{
		name: "log",
		tables: ["audit.entry"],
		title: { nb: "Logg", nn: "Logg", en: "Log" },
		why: {
			nb: "Hva du har gjort, og hva andre har gjort som gjelder deg. Kan ikke endres av noen.",
			nn: "Kva du har gjort, og kva andre har gjort som gjeld deg. Kan ikkje endrast av nokon.",
			en: "What you have done, and what others have done that is about you. Nobody can change it.",
		},
		columns: {
			at: { nb: "Når", nn: "Når", en: "When" },
			personName: { nb: "Hvem", nn: "Kven", en: "Who" },
			verb: { nb: "Hva", nn: "Kva", en: "What" },
			objectKind: { nb: "Gjelder", nn: "Gjeld", en: "About" },
			organisationName: { nb: "Organisasjon", nn: "Organisasjon", en: "Organisation" },
		},
		read: async (work, actor) =>
			(await listOwnLog(work, actor.personId, { cursor: null, limit: logEntries })).items.map(
				({ at, personName, verb, objectKind, objectId, organisationName, detail }) => ({
					at,
					personName,
					verb,
					objectKind,
					objectId,
					organisationName,
					detail: JSON.stringify(detail),
				}),
			),
	},
];
