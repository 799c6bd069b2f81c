import { generateKeyPairSync, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Provider, { type Configuration } from "oidc-provider";

export type ProviderPerson = {
	readonly name?: string;
	readonly email?: string;
	readonly email_verified?: boolean;
};

export type TestProvider = {
	readonly issuer: string;
	readonly clientId: string;
	readonly clientSecret: string;
	/** Stops answering, for good. */
	stop(): Promise<void>;
};

// oidc-provider 9 is written for Node 22 and uses this one function Node 20 lacks.
URL.parse ??= (url: string | URL, base?: string | URL) => (URL.canParse(url, base) ? new URL(url, base) : null);

/**
 * A real OpenID provider on a free port of this machine. Its sign-in page lists the people given: a button each, and
 * one to cancel.
 * @param people who can sign in, by subject
 */
export async function startProvider({
	redirectUris,
	people = { kari: { name: "Kari Nordmann", email: "kari@example.no", email_verified: true } },
	levels = [],
	signedOutUris = [],
	tell,
}: {
	redirectUris: readonly string[];
	/** Where browsers may be sent after signing out. */
	signedOutUris?: readonly string[];
	/** Where the provider tells, server to server, that someone has signed out. */
	tell?: string;
	people?: Readonly<Record<string, ProviderPerson>>;
	/** The level (acr) each sign-in is given, when the provider supports levels. */
	levels?: readonly string[];
}): Promise<TestProvider> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	const issuer = `http://localhost:${port}`;
	const client = { clientId: "laeringsarena", clientSecret: randomBytes(24).toString("base64url") };
	const provider = new Provider(issuer, configurationOf({ redirectUris, signedOutUris, tell }, people, levels, client));
	provider.on("server_error", (_context, error) => console.error(error));
	const answer = provider.callback();
	server.on("request", (request, response) => {
		if (request.url?.startsWith("/interaction/"))
			interact(provider, people, levels, request, response).catch((error) => {
				response.writeHead(400).end(String(error));
			});
		else answer(request, response);
	});
	return {
		issuer,
		...client,
		async stop() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function configurationOf(
	addresses: { redirectUris: readonly string[]; signedOutUris: readonly string[]; tell: string | undefined },
	people: Readonly<Record<string, ProviderPerson>>,
	levels: readonly string[],
	client: { clientId: string; clientSecret: string },
): Configuration {
	const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
	return {
		clients: [
			{
				client_id: client.clientId,
				client_secret: client.clientSecret,
				redirect_uris: [...addresses.redirectUris],
				post_logout_redirect_uris: [...addresses.signedOutUris],
				...(addresses.tell === undefined
					? {}
					: { backchannel_logout_uri: addresses.tell, backchannel_logout_session_required: true }),
				grant_types: ["authorization_code"],
				response_types: ["code"],
			},
		],
		jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256", kty: "RSA" }] },
		cookies: { keys: [randomBytes(24).toString("base64url")] },
		claims: { openid: ["sub", "acr"], profile: ["name"], email: ["email", "email_verified"] },
		acrValues: [...levels],
		// Unlike out there, what it tells may go to this machine.
		fetch: (url, options) => fetch(url, { ...options, ...{ dispatcher: undefined } }),
		features: {
			devInteractions: { enabled: false },
			backchannelLogout: { enabled: true },
			rpInitiatedLogout: {
				enabled: true,
				logoutSource(context, form) {
					context.body = `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Test provider</title>
						<main><h1>Test provider</h1>${form}<button form="op.logoutForm" name="logout" value="yes">Sign out</button></main>`;
				},
			},
		},
		interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
		ttl: { Session: 600, Interaction: 600, Grant: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
		findAccount: (_context, subject) => ({
			accountId: subject,
			claims: () => ({ sub: subject, ...people[subject] }),
		}),
		async loadExistingGrant(context) {
			const { client: asking, session, provider } = context.oidc;
			const earlier = session?.grantIdFor(asking?.clientId ?? "");
			if (earlier) return provider.Grant.find(earlier);
			const grant = new provider.Grant({ clientId: asking?.clientId, accountId: session?.accountId });
			grant.addOIDCScope("openid profile email");
			await grant.save();
			return grant;
		},
	};
}

async function interact(
	provider: Provider,
	people: Readonly<Record<string, ProviderPerson>>,
	levels: readonly string[],
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const { uid } = await provider.interactionDetails(request, response);
	if (request.method !== "POST") {
		const buttons = Object.entries(people).map(
			([subject, person]) => `<button name="person" value="${subject}">${person.name ?? subject}</button>`,
		);
		response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
		response.end(`<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Test provider</title><main><h1>Test provider</h1>
			<form method="post" action="/interaction/${uid}">${buttons.join("")}<button name="cancel">Cancel</button></form></main>`);
		return;
	}
	const form = new URLSearchParams(await bodyOf(request));
	const accountId = form.get("person");
	const level = levels[0];
	await provider.interactionFinished(
		request,
		response,
		accountId === null
			? { error: "access_denied", error_description: "the person turned back" }
			: { login: { accountId, ...(level === undefined ? {} : { acr: level }) } },
	);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(Buffer.from(chunk));
	return Buffer.concat(chunks).toString("utf8");
}
