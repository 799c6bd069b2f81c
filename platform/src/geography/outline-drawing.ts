import { outlinePage } from "./outline-page.server.ts";

/** The outline of the country, for every map that shows the whole of it. Public, and the same for ever at its address. */
export function loader() {
	return new Response(outlinePage().body, {
		headers: { "Content-Type": "image/svg+xml", "Cache-Control": "public, max-age=31536000, immutable" },
	});
}
