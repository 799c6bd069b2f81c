import * as client from "openid-client";
import { isOwnMachine, type Provider } from "../configuration.server.ts";

/** How long what a provider says of itself is believed without asking again, milliseconds. */
const lifetime = 60 * 60 * 1000;
/** How long until a provider that did not answer is asked again, milliseconds. */
const retryAfter = 60 * 1000;
/** How long we wait for a provider, seconds. */
const patience = 8;

type Known = { readonly at: number; readonly configuration: client.Configuration };

const known = new WeakMap<Provider, Known>();
const asking = new WeakMap<Provider, Promise<Known>>();

/**
 * What a provider says of itself: addresses, keys, abilities. Asked for once an hour; when it does not answer, what it
 * said last still holds, since its keys are fetched anew when they change.
 * @throws when the provider has never answered and does not answer now
 */
export async function discover(provider: Provider, now = Date.now()): Promise<client.Configuration> {
	const before = known.get(provider);
	if (before && now - before.at < lifetime) return before.configuration;
	let under = asking.get(provider);
	if (!under) {
		under = ask(provider, now).finally(() => asking.delete(provider));
		asking.set(provider, under);
	}
	try {
		const answer = await under;
		known.set(provider, answer);
		return answer.configuration;
	} catch (error) {
		if (!before) throw error;
		known.set(provider, { ...before, at: now - lifetime + retryAfter });
		return before.configuration;
	}
}

async function ask(provider: Provider, now: number): Promise<Known> {
	const issuer = new URL(provider.issuer);
	const configuration = await client.discovery(
		issuer,
		provider.clientId,
		{},
		provider.clientSecret === undefined ? client.None() : client.ClientSecretBasic(provider.clientSecret),
		{
			timeout: patience,
			execute: [
				// The ID token comes over TLS from the provider itself; its signature is checked all the same.
				client.enableNonRepudiationChecks,
				...(isOwnMachine(issuer.hostname) ? [client.allowInsecureRequests] : []),
			],
		},
	);
	configuration.timeout = patience;
	return { at: now, configuration };
}

export type Reachability =
	| { readonly reachable: true; readonly milliseconds: number; readonly supportsPkce: boolean }
	| { readonly reachable: false; readonly milliseconds: number };

/** Asks a provider afresh whether it is there, for whoever operates the installation. */
export async function checkProvider(provider: Provider): Promise<Reachability> {
	const started = performance.now();
	try {
		const { configuration } = await ask(provider, Date.now());
		return {
			reachable: true,
			milliseconds: Math.round(performance.now() - started),
			supportsPkce: configuration.serverMetadata().supportsPKCE(),
		};
	} catch {
		return { reachable: false, milliseconds: Math.round(performance.now() - started) };
	}
}
