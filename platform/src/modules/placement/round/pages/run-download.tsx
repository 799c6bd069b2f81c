import { missing, representing } from "../../../../visit.server.ts";
import { writtenFacts } from "../../allocate/written.ts";
import { readRun, readRunContent } from "../run.server.ts";
import type { Route } from "./+types/run-download";

/** Facts and certificate in the engine's documented forms: no names, and no reason behind anybody's rules. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, url } = representing(context, request);
	const content = await reading(async (work) => {
		const run = await readRun(work, params.runId);
		return run ? readRunContent(work, run) : undefined;
	});
	if (!content) missing();
	const certificate = content.certificate;
	const isProblem = url.pathname.endsWith("/problem.json");
	const body = isProblem ? writtenFacts(content.snapshot, certificate) : (certificate.result ?? certificate.crossing);
	return new Response(JSON.stringify(body), {
		headers: {
			"Content-Type": "application/json; charset=utf-8",
			"Content-Disposition": `attachment; filename="${isProblem ? "problem" : "result"}.json"`,
		},
	});
}
