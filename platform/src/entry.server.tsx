import { renderToString } from "react-dom/server";
import { type EntryContext, type RouterContextProvider, ServerRouter } from "react-router";
import { compress } from "./compression.server.ts";
import { house } from "./house.server.ts";
import { isLanguage, type Language } from "./language.ts";
import { currentRequest } from "./request.server.ts";
import { documentOf, scriptsIn } from "./scripts.server.ts";
import { visit } from "./visit.server.ts";
import { wholePage } from "./whole-page.server.ts";
// Pages show jobs and notices of every room: what the rooms register must be known before the first page is asked for.
import "./registrations.server.ts";

/** How long a page may take to render before it is given up, milliseconds. */
export const streamTimeout = 10_000;

/**
 * Renders a page whole before it is sent: every page must work without script, and a fault must be a real 500. Nothing in
 * a page waits for anything (loaders do), so it is rendered in one go to one text, which costs less than a stream.
 */
export default async function handleRequest(
	request: Request,
	status: number,
	headers: Headers,
	entry: EntryContext,
	context: RouterContextProvider,
): Promise<Response> {
	const { nonce } = visit(context);
	const { manifest, preloads } = documentOf(scriptsIn(languageOf(entry), entry.manifest));
	const whole = { ...(await withData(entry)), manifest };
	const page = `<!DOCTYPE html>${renderToString(<ServerRouter context={whole} url={request.url} nonce={nonce} />)}`;
	if (page.includes(unfinished)) throw new Error("a page waited for something while it was rendered");
	const shown = entry.staticHandlerContext.matches.map(({ route }) => route.id);
	const told = page.replace("</head>", () => `${preloads(shown, nonce)}</head>`);
	const { bytes, encoding } = compress(told, request.headers.get("Accept-Encoding"));
	headers.set("Content-Type", "text/html; charset=utf-8");
	headers.append("Vary", "Accept-Encoding");
	if (encoding !== null) headers.set("Content-Encoding", encoding);
	const waiting = context.get(wholePage);
	if (!waiting) return new Response(bytes, { headers, status });
	waiting.bytes = bytes;
	// The router asks every answer for these two, and a door's light answer would become a whole one to tell.
	return Object.defineProperties(new Response(null, { headers, status }), {
		body: { value: null },
		statusText: { value: "" },
	});
}

/** The language a page is shown in: what its frame was told, as in `root.tsx`. */
function languageOf({ staticHandlerContext }: EntryContext): Language {
	const root: unknown = staticHandlerContext.loaderData.root;
	const told = typeof root === "object" && root !== null && "language" in root ? root.language : undefined;
	return isLanguage(told) ? told : "nb";
}

/** What React leaves in the place of something that was not ready, for script to fill in. */
const unfinished = "<!--$!-->";

/** With the data that script takes over from already read, where the router keeps what it has read of it. */
async function withData(entry: EntryContext): Promise<EntryContext> {
	const reader = entry.serverHandoffStream?.getReader();
	const parts: Uint8Array[] = [];
	for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) parts.push(part.value);
	reader?.releaseLock();
	const read = Object.assign(Promise.resolve(), { result: { done: true, value: Buffer.concat(parts).toString() } });
	return { ...entry, renderMeta: { streamCache: { 0: read } } };
}

export function handleError(
	error: unknown,
	{ request, context }: { request: Request; context?: Readonly<RouterContextProvider> },
): void {
	if (request.signal.aborted) return;
	// The router turns some requests away before our middleware has run, and then there is no visit.
	const requestId = context?.get(currentRequest)?.requestId;
	const said = { requestId, error: error instanceof Error ? error.stack : String(error) };
	void house().then(({ log }) => log.error(said, "request failed"));
}
