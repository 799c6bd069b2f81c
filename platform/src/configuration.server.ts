import { availableParallelism } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { platformFolder } from "./database/folder.server.ts";

/** One OIDC provider: Feide, ID-porten, Entra ID or any other that speaks OpenID Connect with PKCE. */
const provider = z.object({
	id: z.string().regex(/^[a-z0-9-]{1,40}$/, "small letters, digits and hyphens"),
	name: z.string().min(1),
	issuer: z.url().refine(isSafeIssuer, "must start with https:// (http:// only on this machine)"),
	clientId: z.string().min(1),
	clientSecret: z.string().min(1).optional(),
	scope: z.string().default("openid profile email"),
	/** Extra parameters of the authorization request, e.g. acr_values for ID-porten. */
	parameters: z.record(z.string(), z.string()).default({}),
	/** The levels of assurance (acr) a sign-in must have one of, for providers that offer several. */
	levels: z.array(z.string().min(1)).default([]),
	/**
	 * Whether the provider's e-mail address may tie a person to a membership: true = also when the provider does not say
	 * it is verified (a provider that hands out its own addresses), false = never, unset = when it says so.
	 */
	trustsEmail: z.boolean().optional(),
	/** Whether signing out here signs out at the provider too, where it offers that: yes unless false. */
	signsOut: z.boolean().optional(),
});
export type Provider = z.infer<typeof provider>;

/** Sign-in over plain http would let anyone on the way be anyone. */
function isSafeIssuer(issuer: string): boolean {
	const { protocol, hostname } = new URL(issuer);
	return protocol === "https:" || (protocol === "http:" && isOwnMachine(hostname));
}

/** Whether a host name means the machine the program runs on. */
export function isOwnMachine(hostname: string): boolean {
	return hostname === "localhost" || hostname === "127.0.0.1" || hostname === "[::1]";
}

const providers = z
	.array(provider)
	.refine((list) => new Set(list.map(({ id }) => id)).size === list.length, "two providers have the same id");

const flag = z.enum(["0", "1", "true", "false"]).transform((value) => value === "1" || value === "true");

const environment = z.object({
	PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
	HOST: z.string().default("127.0.0.1"),
	LAERINGSARENA_DATA: z.string().default(join(platformFolder, ".data")),
	LAERINGSARENA_URL: z.url().optional(),
	LAERINGSARENA_DEMO: flag.default(false),
	LAERINGSARENA_PROVIDERS: z
		.string()
		.default("[]")
		.transform((value, context) => {
			try {
				return providers.parse(JSON.parse(value));
			} catch (error) {
				context.addIssue({ code: "custom", message: `must be a JSON list of providers: ${messageOf(error)}` });
				return z.NEVER;
			}
		}),
	LAERINGSARENA_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
	LAERINGSARENA_MAIL_FROM: z.string().default("Læringsarena <ikke-svar@localhost>"),
	LAERINGSARENA_SMTP_URL: z.string().optional(),
	LAERINGSARENA_WORKER: z.enum(["inside", "apart"]).default("inside"),
	LAERINGSARENA_LOG: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
	LAERINGSARENA_PROCESSES: z.coerce.number().int().min(1).max(64).default(Math.min(availableParallelism(), 4)),
	LAERINGSARENA_POOL: z.coerce.number().int().min(2).max(200).default(12),
	LAERINGSARENA_METRICS: flag.default(true),
	DATABASE_URL: z.string().optional(),
});

export type Configuration = {
	readonly port: number;
	readonly host: string;
	readonly dataFolder: string;
	/** The address people use, without a trailing slash. Links in e-mail and sign-in rest on it. */
	readonly url: string;
	readonly demo: boolean;
	readonly providers: readonly Provider[];
	/** How many reverse proxies of our own stand in front, each adding to X-Forwarded-For. */
	readonly proxies: number;
	readonly mail: { readonly from: string; readonly smtpUrl: string | undefined };
	readonly worker: "inside" | "apart";
	readonly logLevel: "trace" | "debug" | "info" | "warn" | "error" | "silent";
	/** How many processes answer requests. */
	readonly processes: number;
	readonly poolSize: number;
	readonly metrics: boolean;
	readonly databaseUrl: string | undefined;
};

export class ConfigurationFault extends Error {}

/**
 * Reads the configuration from the environment.
 * @throws ConfigurationFault naming every variable that is wrong, and how.
 */
export function readConfiguration(env: Readonly<Record<string, string | undefined>>): Configuration {
	const parsed = environment.safeParse(
		Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== "")),
	);
	if (!parsed.success)
		throw new ConfigurationFault(
			parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n"),
		);
	const value = parsed.data;
	return {
		port: value.PORT,
		host: value.HOST,
		dataFolder: value.LAERINGSARENA_DATA,
		url: (value.LAERINGSARENA_URL ?? `http://localhost:${value.PORT}`).replace(/\/$/, ""),
		demo: value.LAERINGSARENA_DEMO,
		providers: value.LAERINGSARENA_PROVIDERS,
		proxies: value.LAERINGSARENA_PROXIES,
		mail: { from: value.LAERINGSARENA_MAIL_FROM, smtpUrl: value.LAERINGSARENA_SMTP_URL },
		worker: value.LAERINGSARENA_WORKER,
		logLevel: value.LAERINGSARENA_LOG,
		processes: value.LAERINGSARENA_PROCESSES,
		poolSize: value.LAERINGSARENA_POOL,
		metrics: value.LAERINGSARENA_METRICS,
		databaseUrl: value.DATABASE_URL,
	};
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
