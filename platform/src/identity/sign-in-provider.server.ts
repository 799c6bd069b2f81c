import { createHmac } from "node:crypto";
import * as client from "openid-client";
import type { Provider } from "../configuration.server.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { type Claims, readClaims } from "./claims.ts";
import { discover } from "./provider.server.ts";
import type { Vouched } from "./session.server.ts";

/** Nonce and code verifier follow from the browser's secret, so the database holds nothing anyone could use. */
export function derive(secret: string, what: "nonce" | "code verifier", state: string): string {
	return createHmac("sha256", secret).update(`${what} ${state}`).digest("base64url");
}

/** Exchanges the code for who it is. The answer's address is put together from our own, whatever proxies made of it. */
export async function askProvider(
	provider: Provider,
	callback: string,
	answer: string,
	state: string,
	secret: string,
): Promise<Outcome<Vouched & { readonly claims: Claims }, "declined" | "level-too-low" | "cancelled" | "unreachable">> {
	try {
		const found = await discover(provider);
		const tokens = await client.authorizationCodeGrant(found, new URL(callback + answer), {
			expectedState: state,
			expectedNonce: derive(secret, "nonce", state),
			pkceCodeVerifier: derive(secret, "code verifier", state),
			idTokenExpected: true,
		});
		const idToken = tokens.claims();
		if (!idToken || tokens.id_token === undefined) return refused("declined", { detail: { fault: "no-id-token" } });
		if (provider.levels.length > 0 && !provider.levels.includes(String(idToken.acr)))
			return refused("level-too-low", { detail: { level: String(idToken.acr).slice(0, 100) } });
		const userInfo = found.serverMetadata().userinfo_endpoint
			? await client.fetchUserInfo(found, tokens.access_token, idToken.sub)
			: {};
		return done({
			claims: readClaims({ ...idToken, ...userInfo }, provider.trustsEmail),
			idToken: tokens.id_token,
			sessionId: typeof idToken.sid === "string" ? idToken.sid.slice(0, 255) : null,
		});
	} catch (error) {
		return refused(refusalOf(error), { detail: { fault: faultName(error) } });
	}
}

/** Whether the person turned back, the provider is away, or it (or we) would not accept the answer. */
function refusalOf(error: unknown): "cancelled" | "unreachable" | "declined" {
	if (error instanceof client.AuthorizationResponseError)
		return /^(access_denied|user_cancel|login_required|interaction_required)/.test(error.error)
			? "cancelled"
			: "declined";
	if (error instanceof TypeError) return "unreachable";
	if (error instanceof client.ClientError && unreachableCodes.has(error.code ?? "")) return "unreachable";
	return "declined";
}
const unreachableCodes = new Set([
	"OAUTH_TIMEOUT",
	"OAUTH_ABORT",
	"OAUTH_RESPONSE_IS_NOT_CONFORM",
	"OAUTH_RESPONSE_IS_NOT_JSON",
]);

/** What went wrong, fit for a log: the kind and code of the error, never what the provider sent. */
export function faultName(error: unknown): string {
	if (error instanceof client.AuthorizationResponseError || error instanceof client.ResponseBodyError)
		return error.error.slice(0, 60);
	if (error instanceof client.ClientError) return error.code ?? error.name;
	return error instanceof Error ? error.name : "unknown";
}
