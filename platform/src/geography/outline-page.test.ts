import { expect, it } from "vitest";
import { readOutline } from "./gazetteer.server.ts";
import { drawMap } from "./map.ts";
import { loader } from "./outline-drawing.ts";
import { outlinePage } from "./outline-page.server.ts";

it("is the land that a map of the whole country draws, at an address that says which edition it is", async () => {
	const drawing = drawMap({ land: readOutline().land, points: [] });
	expect(outlinePage().body).toBe(
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${drawing.width} ${drawing.height}"><path id="land" d="${drawing.land}"/></svg>`,
	);
	expect(outlinePage().address).toMatch(/^\/outline\.svg\?v=[\w-]{12}$/);
	const answer = loader();
	expect(await answer.text()).toBe(outlinePage().body);
	expect(answer.headers.get("Cache-Control")).toContain("immutable");
});
