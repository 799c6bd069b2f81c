import { writeWorkbook } from "../../spreadsheet/write.server.ts";
import { signedIn } from "../../visit.server.ts";
import { record } from "../audit.server.ts";
import { collectOwnData, ownDataJson, ownDataSheets } from "../own-data.server.ts";
import { limit } from "../rate.server.ts";
import type { Route } from "./+types/profile-data-export";

/** Everything held about the person, as a file. Collected and logged in one transaction. */
export async function loader({ context, request, url }: Route.LoaderArgs) {
	const { actor, language, commanding } = signedIn(context, request);
	await limit(context, "own-data", actor.personId);
	const format = url.searchParams.get("format") === "xlsx" ? "xlsx" : "json";
	const outcome = await commanding(async (work) => {
		await record(work, {
			verb: "person.export",
			objectKind: "person",
			objectId: actor.personId,
			aboutPersonId: actor.personId,
			detail: { format },
		});
		return { done: { collected: await collectOwnData(work, actor), today: work.today, now: work.now } };
	});
	if (!outcome.done) throw new Error("collecting one's own data is never refused");
	const { collected, today, now } = outcome.done;
	const file =
		format === "xlsx"
			? new Uint8Array(await writeWorkbook({ sheets: ownDataSheets(collected, language), language }))
			: ownDataJson(collected, now);
	return new Response(file, {
		headers: {
			"Content-Type":
				format === "xlsx"
					? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
					: "application/json; charset=utf-8",
			"Content-Disposition": `attachment; filename="laeringsarena-${today}.${format}"`,
		},
	});
}
