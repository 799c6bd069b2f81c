import { missing, representing } from "../../../../visit.server.ts";
import { askRunLater, readRun } from "../run.server.ts";
import type { Route } from "./+types/run-download";

/** Facts and certificate in the engine's documented forms: no names, and no reason behind anybody's rules. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, url } = representing(context, request);
	const run = (await reading((work) => readRun(work, params.runId))) ?? missing();
	const ask = askRunLater(reading, run) ?? missing();
	const file = url.pathname.endsWith("/problem.json") ? "problem" : "result";
	return new Response((await ask("file", { file })) ?? missing(), {
		headers: {
			"Content-Type": "application/json; charset=utf-8",
			"Content-Disposition": `attachment; filename="${file}.json"`,
		},
	});
}
