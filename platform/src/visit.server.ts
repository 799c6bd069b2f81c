import { randomBytes } from "node:crypto";
import { createContext, createCookie, data, type RouterContextProvider } from "react-router";
import type { Work } from "./database/work.server.ts";
import { type House, house, houseFor } from "./house.server.ts";
import { type Actor, nobody, type PersonActor } from "./identity/actor.ts";
import { findActor, sessionCookie } from "./identity/session.server.ts";
import { isLanguage, type Language } from "./language.ts";
import type { Outcome } from "./outcome.ts";
import { redirect } from "./redirect.server.ts";
import { currentRequest } from "./request.server.ts";

/** What a loader or an action has for one request. */
export type Visit = {
	readonly house: House;
	readonly actor: Actor;
	readonly language: Language;
	/** Whether the person, or this browser, has chosen the language; else it is what the browser asks for. */
	readonly hasChosenLanguage: boolean;
	/** The address of the page asked for, without what the router adds to it. */
	readonly url: URL;
	/** Headers the answer shall carry, over the ones every page has. */
	readonly answerHeaders: Headers;
	readonly nonce: string;
	/** A message from the request before, shown and announced once. */
	readonly toast: string | null;
	reading<Value>(work: (work: Work) => Promise<Value>): Promise<Value>;
	commanding<Value, Code extends string>(
		work: (work: Work) => Promise<Outcome<Value, Code>>,
	): Promise<Outcome<Value, Code>>;
};

const visitContext = createContext<Visit>();
const languageCookie = hostCookie("language", 365 * 24 * 3600);
const toastCookie = hostCookie("toast", 60);

/** A cookie of this very host: with the prefix that browsers hold to, wherever people come over https. */
function hostCookie(name: string, maxAge: number) {
	const shared = { path: "/", httpOnly: true, sameSite: "lax", maxAge } as const;
	const [plain, prefixed] = [createCookie(name, shared), createCookie(`__Host-${name}`, { ...shared, secure: true })];
	return async () => ((await house()).configuration.url.startsWith("https:") ? prefixed : plain);
}

type Context = Readonly<RouterContextProvider>;

/** The visit of this request; set by the root middleware. */
export function visit(context: Context): Visit {
	return context.get(visitContext);
}

/** The visit of a signed-in person; anyone else is sent to sign in and comes back here afterwards. */
export function signedIn(context: Context, request: Request): Visit & { readonly actor: PersonActor } {
	const current = visit(context);
	const { actor } = current;
	if (actor.kind !== "person") throw redirect(`/sign-in?to=${encodeURIComponent(wayBack(current, request))}`);
	return { ...current, actor };
}

/** The page to come back to. A form that was sent cannot be sent again from there, but its page is the same. */
function wayBack({ url }: Visit, request: Request): string {
	return request.method === "GET" ? url.pathname + url.search : url.pathname;
}

/** The visit of a person who represents an organisation; anyone else is asked to choose one. */
export function representing(
	context: Context,
	request: Request,
): Visit & { readonly actor: PersonActor & { readonly organisationId: string } } {
	const current = signedIn(context, request);
	const { organisationId } = current.actor;
	if (organisationId === null) throw redirect(`/represent?to=${encodeURIComponent(wayBack(current, request))}`);
	return { ...current, actor: { ...current.actor, organisationId } };
}

/** A page that is not there, and a page this person may not see: the same answer to both. */
export function missing(): never {
	throw data(null, { status: 404 });
}

/** 303 to another page, where this message is shown once and announced. */
export async function redirectWithToast(to: string, message: string) {
	return redirect(to, { headers: { "Set-Cookie": await (await toastCookie()).serialize(message) } });
}

/** For a redirect after which a page may be in this language: the browser remembers it, and loads a document with its words. */
export async function languageHeaders(language: Language): Promise<[name: string, value: string][]> {
	return [["Set-Cookie", await (await languageCookie()).serialize(language)], otherWords];
}

/** A browser has the words of one language: where they may be others, it loads the next page as a document. */
export const otherWords: [name: string, value: string] = ["X-Remix-Reload-Document", "true"];

/** For the rest of this request nobody is signed in: the page that says goodbye greets no one. */
export function fromNowOnNobody(context: Context & { set: RouterContextProvider["set"] }): void {
	context.set(visitContext, { ...visit(context), actor: nobody });
}

/** Where a sign-in provider tells us something, server to server: no browser and no cookie, and what it says is signed. */
const fromServers = /^\/sign-in\/[a-z0-9-]{1,40}\/ended$/;

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Runs around every page and every form, under the development server too: origin check, session, language, and the
 * security headers of the answer.
 */
export async function rootMiddleware(
	{ request, url, context }: { request: Request; url: URL; context: Context & { set: RouterContextProvider["set"] } },
	next: () => Promise<Response>,
): Promise<Response> {
	const asked = context.get(currentRequest);
	const whole = await house();
	const here = asked === null ? whole : houseFor(whole, asked);
	const { configuration } = here;
	const https = configuration.url.startsWith("https:");
	const nonce = randomBytes(16).toString("base64");
	if (!safeMethods.has(request.method) && !fromServers.test(url.pathname) && !sameOrigin(request, configuration.url))
		return secured(otherOrigin(), nonce, https);
	const cookies = request.headers.get("Cookie");
	const token: unknown = await sessionCookie(configuration).parse(cookies);
	const actor = await findActor(here.database, typeof token === "string" ? token : null, new Date()).catch((error) => {
		here.log.error({ error: String(error) }, "session look-up failed");
		return null;
	});
	// Nobody is signed out because the database is away: the page waits, and so does what was typed.
	if (actor === null) return secured(unavailable(), nonce, https);
	const toast: unknown = cookies?.includes("toast") ? await (await toastCookie()).parse(cookies) : null;
	const chosen: unknown = cookies?.includes("language") ? await (await languageCookie()).parse(cookies) : null;
	const answerHeaders = new Headers();
	context.set(visitContext, {
		house: here,
		actor,
		hasChosenLanguage: actor.kind === "person" || isLanguage(chosen),
		language: actor.kind === "person" ? actor.language : isLanguage(chosen) ? chosen : preferredLanguage(request),
		url,
		answerHeaders,
		nonce,
		toast: typeof toast === "string" ? toast.slice(0, 500) : null,
		reading: here.database.readingTogether(actor),
		commanding: (work) => here.database.commanding(actor, work),
	});
	const response = await next();
	if (typeof toast === "string" && request.method === "GET" && response.status === 200)
		response.headers.append("Set-Cookie", await (await toastCookie()).serialize("", { maxAge: 0 }));
	secured(response, nonce, https);
	for (const [name, value] of answerHeaders) response.headers.set(name, value);
	return response;
}

function otherOrigin(): Response {
	return new Response(
		"Skjemaet ble sendt fra et annet nettsted, og er ikke tatt imot.\nThe form was sent from another site and was not accepted.\n",
		{ status: 403, headers: { "Content-Type": "text/plain; charset=utf-8" } },
	);
}

function unavailable(): Response {
	return new Response(
		"Læringsarena svarer ikke akkurat nå. Prøv igjen om litt.\nLæringsarena is not answering right now. Try again shortly.\n",
		{ status: 503, headers: { "Retry-After": "5", "Content-Type": "text/plain; charset=utf-8" } },
	);
}

function sameOrigin(request: Request, ownUrl: string): boolean {
	const origin = request.headers.get("Origin");
	if (origin === null) return request.headers.get("Sec-Fetch-Site") === "same-origin";
	return origin === new URL(request.url).origin || origin === ownUrl;
}

function secured(response: Response, nonce: string, https: boolean): Response {
	const { headers } = response;
	headers.set(
		"Content-Security-Policy",
		`default-src 'self'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self' 'nonce-${nonce}'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
	);
	headers.set("X-Content-Type-Options", "nosniff");
	headers.set("Referrer-Policy", "same-origin");
	headers.set("Cross-Origin-Opener-Policy", "same-origin");
	headers.set("Cross-Origin-Resource-Policy", "same-origin");
	headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
	if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-store");
	if (https) {
		headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
		const cookies = headers.getSetCookie();
		headers.delete("Set-Cookie");
		for (const cookie of cookies)
			headers.append("Set-Cookie", /;\s*secure/i.test(cookie) ? cookie : `${cookie}; Secure`);
	}
	return response;
}

/** Norwegian unless the browser asks for another language first. */
function preferredLanguage(request: Request): Language {
	for (const part of (request.headers.get("Accept-Language") ?? "").split(",")) {
		const tag = part.split(";")[0]?.trim().slice(0, 2).toLowerCase();
		if (tag === "nn" || tag === "en" || tag === "nb") return tag;
		if (tag === "no") return "nb";
	}
	return "nb";
}
