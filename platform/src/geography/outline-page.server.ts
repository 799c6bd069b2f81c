import { createHash } from "node:crypto";
import { readOutline } from "./gazetteer.server.ts";
import { drawOutline } from "./map.ts";

type Page = { readonly address: string; readonly body: string };
let made: Page | undefined;

/** The outline of the country as a drawing of its own, at an address that changes with it: browsers keep it for good. */
export function outlinePage(): Page {
	if (made) return made;
	const { path, width, height } = drawOutline(readOutline().land);
	const body = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><path id="land" d="${path}"/></svg>`;
	const version = createHash("sha256").update(body).digest("base64url").slice(0, 12);
	made = { address: `/outline.svg?v=${version}`, body };
	return made;
}
