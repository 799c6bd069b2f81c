import { z } from "zod";
import type { LogFilter } from "./audit-log.server.ts";

const day = z.iso.date();

/** What the address of the log may say; the log as Excel reads it the same way. */
export const logTable = {
	sort: ["at"],
	descending: true,
	filters: { verb: "text", kind: "text", from: "text", to: "text" },
} as const;

/** What the address of the log asks for. What it does not know is left out, so that an old link still shows a log. */
export function readLogFilter(
	parameters: URLSearchParams,
	table: { readonly search: string; readonly filters: { readonly verb?: string; readonly kind?: string } },
): LogFilter {
	const from = day.safeParse(parameters.get("from"));
	const to = day.safeParse(parameters.get("to"));
	const object = z.uuid().safeParse(parameters.get("object"));
	const person = z.uuid().safeParse(parameters.get("person"));
	return {
		...(table.search === "" ? {} : { search: table.search }),
		...(table.filters.verb ? { verb: table.filters.verb } : {}),
		...(table.filters.kind ? { objectKind: table.filters.kind } : {}),
		...(object.success ? { objectId: object.data } : {}),
		...(person.success ? { personId: person.data } : {}),
		...(from.success ? { from: from.data } : {}),
		...(to.success ? { to: to.data } : {}),
	};
}
