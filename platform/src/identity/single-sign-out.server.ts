import { createRemoteJWKSet, errors, jwtVerify } from "jose";
import * as client from "openid-client";
import { z } from "zod";
import type { Provider } from "../configuration.server.ts";
import type { House } from "../house.server.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { system } from "./actor.ts";
import { record } from "./audit.server.ts";
import { discover } from "./provider.server.ts";
import { hashSecret, unseal } from "./secret.server.ts";

export type SignOutThere = { readonly name: string; readonly location: string };

/**
 * Where to send a browser so that it is signed out at its provider too (OpenID Connect RP-Initiated Logout 1.0). Asked
 * before the session ends here.
 * @param token the session's token
 * @param state comes back with the browser, to the address `/signed-out`
 * @returns null when the session came from nowhere else, or the provider does not offer it or does not answer
 */
export async function findSignOutThere(
	{ configuration, database, log }: House,
	token: string,
	state: string,
): Promise<SignOutThere | null> {
	const session = await database.reading(system("sign-out"), (work) =>
		work.db
			.selectFrom("identity.session")
			.where("token_hash", "=", hashSecret(token))
			.select(["provider", "sealed_id_token as sealed"])
			.executeTakeFirst(),
	);
	const provider = configuration.providers.find(({ id }) => id === session?.provider);
	if (!session || !provider || provider.signsOut === false) return null;
	const idToken = session.sealed === null ? null : unseal(token, session.sealed);
	try {
		const found = await discover(provider);
		if (!found.serverMetadata().end_session_endpoint) return null;
		const location = client.buildEndSessionUrl(found, {
			...(idToken === null ? {} : { id_token_hint: idToken }),
			post_logout_redirect_uri: `${configuration.url}/signed-out`,
			state,
		});
		return { name: provider.name, location: location.href };
	} catch {
		log.warn({ provider: provider.id }, "signed out here only: the provider did not answer");
		return null;
	}
}

const logoutEvent = "http://schemas.openid.net/event/backchannel-logout";
const logoutClaims = z
	.object({
		sub: z.string().optional(),
		sid: z.string().optional(),
		events: z.object({ [logoutEvent]: z.object({}) }),
		nonce: z.never().optional(),
	})
	.refine(({ sub, sid }) => sub !== undefined || sid !== undefined);
/** Signed by the provider's key: never with a shared secret, never unsigned. */
const algorithms = [
	"RS256",
	"RS384",
	"RS512",
	"PS256",
	"PS384",
	"PS512",
	"ES256",
	"ES384",
	"ES512",
	"EdDSA",
	"Ed25519",
];

const keysOf = new WeakMap<Provider, ReturnType<typeof createRemoteJWKSet>>();

/**
 * The provider tells that someone signed out there (OpenID Connect Back-Channel Logout 1.0): their sessions here that
 * came through it end. Told twice, nothing more happens.
 * @param token what the provider sent as `logout_token`
 * @returns how many sessions ended
 */
export async function signOutFromThere(
	{ database, log }: House,
	provider: Provider,
	token: string,
): Promise<Outcome<number, "declined" | "unreachable">> {
	const told = await readLogoutToken(provider, token).catch((error: unknown) => {
		log.warn(
			{ provider: provider.id, fault: error instanceof Error ? error.name : "unknown" },
			"sign-out not believed",
		);
		return error instanceof errors.JOSEError || error instanceof z.ZodError ? "declined" : "unreachable";
	});
	if (told === "declined" || told === "unreachable") return refused(told);
	return database.commanding(system("signed out at the provider"), async (work) => {
		let sessions = work.db.deleteFrom("identity.session").where("provider", "=", provider.id);
		const { sid, sub } = told;
		if (sid !== undefined) sessions = sessions.where("provider_session", "=", sid);
		if (sub !== undefined)
			sessions = sessions.where("person_id", "in", (of) =>
				of
					.selectFrom("identity.account")
					.where("provider", "=", provider.id)
					.where("subject", "=", sub)
					.select("person_id"),
			);
		const ended = await sessions.returning(["id", "person_id as personId"]).execute();
		for (const session of ended)
			await record(work, {
				...{ verb: "session.end-by-provider", objectKind: "session", objectId: session.id },
				aboutPersonId: session.personId,
				detail: { provider: provider.id },
			});
		return done(ended.length);
	});
}

async function readLogoutToken(provider: Provider, token: string) {
	const { issuer, jwks_uri } = (await discover(provider)).serverMetadata();
	if (jwks_uri === undefined) throw new errors.JWKSInvalid("the provider has no keys");
	const keys = keysOf.get(provider) ?? createRemoteJWKSet(new URL(jwks_uri), { timeoutDuration: 5000 });
	keysOf.set(provider, keys);
	const { payload } = await jwtVerify(token, keys, {
		...{ issuer, audience: provider.clientId, algorithms, maxTokenAge: "10 minutes", clockTolerance: "1 minute" },
	});
	return logoutClaims.parse(payload);
}
