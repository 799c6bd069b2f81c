import { renderToString } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router";
import { sampleRoutes } from "./samples.tsx";

const handler = createStaticHandler(sampleRoutes);

/** Answers a request for a sample page as the product would: a redirect, or the page rendered whole. */
export async function renderSample(request: Request): Promise<Response> {
	const answer = await handler.query(request);
	if (answer instanceof Response) return answer;
	const router = createStaticRouter(handler.dataRoutes, answer);
	const page = renderToString(<StaticRouterProvider router={router} context={answer} />);
	const language = new URL(request.url).searchParams.get("language") ?? "nb";
	const html = [
		`<!doctype html><html lang="${language}" data-color-scheme="light"><head><meta charset="utf-8">`,
		'<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">',
		`<link rel="stylesheet" href="/ui.css"></head><body><div id="page">${page}</div>`,
		'<script type="module" src="/ui.js"></script></body></html>',
	].join("");
	return new Response(html, { status: answer.statusCode, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
