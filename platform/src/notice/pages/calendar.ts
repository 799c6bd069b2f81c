import { limit } from "../../identity/rate.server.ts";
import { missing, visit } from "../../visit.server.ts";
import { calendarFeed } from "../calendar.server.ts";
import type { Route } from "./+types/calendar";

/** A person's calendar feed. The secret in the address is all it asks for. */
export async function loader({ context, params }: Route.LoaderArgs) {
	const { house } = visit(context);
	await limit(context, "link");
	const token = /^([A-Za-z0-9_-]{43})\.ics$/.exec(params.file)?.[1];
	const feed = token ? await calendarFeed(house.database, house.configuration.url, token, new Date()) : null;
	if (feed === null) {
		await limit(context, "unknown-link");
		missing();
	}
	return new Response(feed, {
		headers: {
			"Content-Type": "text/calendar; charset=utf-8",
			"Content-Disposition": 'inline; filename="laeringsarena.ics"',
			"Cache-Control": "private, max-age=300",
		},
	});
}
