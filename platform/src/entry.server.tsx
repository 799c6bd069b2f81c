import { PassThrough, Readable } from "node:stream";
import { renderToPipeableStream } from "react-dom/server";
import { type EntryContext, type RouterContextProvider, ServerRouter } from "react-router";
import { visit } from "./visit.server.ts";
// Pages show jobs and notices of every room: what the rooms register must be known before the first page is asked for.
import "./registrations.server.ts";

/** How long a page may take to render before it is given up, milliseconds. */
export const streamTimeout = 10_000;

/** Renders a page whole before it is sent: every page must work without script, and a fault must be a real 500. */
export default function handleRequest(
	request: Request,
	status: number,
	headers: Headers,
	entry: EntryContext,
	context: RouterContextProvider,
): Promise<Response> {
	const { nonce, house } = visit(context);
	return new Promise((resolve, reject) => {
		let failed = status;
		const { pipe, abort } = renderToPipeableStream(<ServerRouter context={entry} url={request.url} nonce={nonce} />, {
			nonce,
			onAllReady() {
				clearTimeout(timer);
				const body = new PassThrough();
				headers.set("Content-Type", "text/html; charset=utf-8");
				resolve(new Response(toWebStream(body), { headers, status: failed }));
				pipe(body);
			},
			onShellError(error) {
				clearTimeout(timer);
				reject(error);
			},
			onError(error) {
				failed = 500;
				house.log.error({ error: error instanceof Error ? error.stack : String(error) }, "page failed to render");
			},
		});
		const timer = setTimeout(() => abort(), streamTimeout);
	});
}

function toWebStream(body: PassThrough): ReadableStream<Uint8Array> {
	return Readable.toWeb(body) as ReadableStream<Uint8Array>;
}

export function handleError(
	error: unknown,
	{ request, context }: { request: Request; context: RouterContextProvider },
): void {
	if (request.signal.aborted) return;
	visit(context).house.log.error({ error: error instanceof Error ? error.stack : String(error) }, "request failed");
}
