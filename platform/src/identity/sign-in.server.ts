import { timingSafeEqual } from "node:crypto";
import * as client from "openid-client";
import { createCookie } from "react-router";
import { z } from "zod";
import type { Configuration, Provider } from "../configuration.server.ts";
import type { House } from "../house.server.ts";
import type { Language } from "../language.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { connectAccount, signInAccount } from "./account.server.ts";
import { type PersonActor, system } from "./actor.ts";
import { localPath } from "./local-path.ts";
import { discover } from "./provider.server.ts";
import { isProviderOn } from "./provider-switch.server.ts";
import { hashSecret, newSecret } from "./secret.server.ts";
import { beginSession, endSessionOf, findActor, sessionCookie } from "./session.server.ts";
import { askProvider, derive, faultName } from "./sign-in-provider.server.ts";

/** How long a person has to come back from the provider, seconds. */
const attemptLife = 600;

/** Why a sign-in led nowhere; each has its page. */
export type SignInRefusal =
	| "switched-off"
	| "unreachable"
	| "cancelled"
	| "stale"
	| "declined"
	| "level-too-low"
	| "deactivated"
	| "taken";

const attemptInBrowser = z.object({ secret: z.string(), to: z.string() });

/** Each attempt has a cookie of its own, so that two tabs can sign in at once. Its path keeps it from every other page. */
function attemptCookie(configuration: Configuration, state: string) {
	const secure = configuration.url.startsWith("https:");
	return createCookie(`${secure ? "__Secure-" : ""}sign-in-${hashSecret(state).toString("base64url").slice(0, 8)}`, {
		path: "/sign-in",
		httpOnly: true,
		sameSite: "lax",
		secure,
		maxAge: attemptLife,
	});
}

function callbackOf(configuration: Configuration, provider: Provider): string {
	return `${configuration.url}/sign-in/${provider.id}/callback`;
}

/**
 * Begins a sign-in: where to send the browser, and the cookie that ties the answer to it.
 * @param to the page to show afterwards, a path on this site
 * @param person who is signed in already and proves one more account; the provider then asks who they are anew
 */
export async function beginSignIn(
	{ configuration, database, log }: House,
	provider: Provider,
	to: string,
	person?: PersonActor,
): Promise<Outcome<{ readonly location: string; readonly cookie: string }, "switched-off" | "unreachable">> {
	if (!(await database.reading(system("sign-in"), (work) => isProviderOn(work, provider.id))))
		return refused("switched-off");
	const state = newSecret();
	const secret = newSecret();
	let location: URL;
	try {
		const found = await discover(provider);
		const parameters = {
			...provider.parameters,
			...(provider.levels.length > 0 ? { acr_values: provider.levels.join(" ") } : {}),
			...(person ? { prompt: "login" } : {}),
			redirect_uri: callbackOf(configuration, provider),
			scope: provider.scope,
			state,
			nonce: derive(secret, "nonce", state),
			code_challenge: await client.calculatePKCECodeChallenge(derive(secret, "code verifier", state)),
			code_challenge_method: "S256",
		};
		location = found.serverMetadata().require_pushed_authorization_requests
			? await client.buildAuthorizationUrlWithPAR(found, parameters)
			: client.buildAuthorizationUrl(found, parameters);
	} catch (error) {
		log.warn({ provider: provider.id, fault: faultName(error) }, "sign-in provider did not answer");
		return refused("unreachable");
	}
	await database.commanding(system("sign-in"), async (work) => {
		await work.db
			.insertInto("identity.sign_in_attempt")
			.values({
				state_hash: hashSecret(state),
				browser_hash: hashSecret(secret),
				provider: provider.id,
				person_id: person?.personId ?? null,
				expires_at: new Date(work.now.getTime() + attemptLife * 1000),
			})
			.execute();
		return done(undefined);
	});
	return done({
		location: location.href,
		cookie: await attemptCookie(configuration, state).serialize({ secret, to: localPath(to) }),
	});
}

export type FinishedSignIn = {
	readonly name: string;
	readonly to: string;
	/** Whether a further account was connected to someone who was signed in already. */
	readonly isConnected: boolean;
	/** Set-Cookie headers: the new session, and the attempt's end. */
	readonly cookies: readonly string[];
};

/**
 * Finishes a sign-in when the browser comes back: the attempt must be this browser's, in time and unused; the provider
 * must vouch for the code, the nonce and the level. The session the browser had ends, and a new one begins; unless the
 * attempt was to connect a further account: then the same person must still be signed in, and stays so.
 * @param url the address the browser came back to, with the provider's answer in it
 */
export async function finishSignIn(
	{ configuration, database, log }: House,
	provider: Provider,
	{ url, cookies, agent, language }: { url: URL; cookies: string | null; agent: string | null; language: Language },
): Promise<Outcome<FinishedSignIn, SignInRefusal>> {
	const state = url.searchParams.get("state") ?? "";
	const cookie = attemptCookie(configuration, state);
	const kept = attemptInBrowser.safeParse(await cookie.parse(cookies));
	const attempt = await database.commanding(system("sign-in"), async (work) => {
		const row = await work.db
			.deleteFrom("identity.sign_in_attempt")
			.where("state_hash", "=", hashSecret(state))
			.where("provider", "=", provider.id)
			.returning(["browser_hash", "expires_at", "person_id"])
			.executeTakeFirst();
		return done({ row, now: work.now, isOn: await isProviderOn(work, provider.id) });
	});
	if (!attempt.done?.isOn) return refused("switched-off");
	const { row, now } = attempt.done;
	if (!kept.success || !row || row.expires_at <= now) return refused("stale");
	const { secret, to } = kept.data;
	if (!timingSafeEqual(row.browser_hash, hashSecret(secret))) return refused("stale");

	const vouched = await askProvider(provider, callbackOf(configuration, provider), url.search, state, secret);
	if (vouched.refused) {
		log.warn({ provider: provider.id, ...vouched.refused[0]?.detail }, "sign-in not vouched for");
		return vouched;
	}
	const { claims, ...proof } = vouched.done;
	const before: unknown = await sessionCookie(configuration).parse(cookies);
	if (row.person_id !== null) {
		const actor = await findActor(database, typeof before === "string" ? before : null, now);
		if (actor.kind !== "person" || actor.personId !== row.person_id) return refused("stale");
		const connected = await database.commanding(system("sign-in"), (work) =>
			connectAccount(work, { provider: provider.id, ...claims }, actor),
		);
		if (connected.refused) return connected;
		const ended = await cookie.serialize("", { maxAge: 0 });
		return done({ name: claims.email ?? claims.name, to: localPath(to), isConnected: true, cookies: [ended] });
	}
	const signedIn = await database.commanding(system("sign-in"), async (work) => {
		const account = await signInAccount(work, { provider: provider.id, ...claims }, language);
		if (account.refused) return account;
		if (typeof before === "string") await endSessionOf(work, before);
		return done({
			name: account.done.name,
			token: await beginSession(work, account.done.personId, provider.id, agent, proof),
		});
	});
	if (signedIn.refused) return signedIn;
	return done({
		name: signedIn.done.name,
		to: localPath(to),
		isConnected: false,
		cookies: [
			await sessionCookie(configuration).serialize(signedIn.done.token),
			await cookie.serialize("", { maxAge: 0 }),
		],
	});
}
