import type { FieldChange } from "../../../../import/contract.ts";
import type { Request } from "../../request/contract.ts";
import type { RequestSheetRow } from "../../request/sheet.ts";
import type { RequestFinding } from "./text.ts";

/** What the host has said, as the row tells it. */
export type GivenAnswer = {
	readonly offered: number;
	readonly unmetReason: Request["unmetReason"];
	readonly changes: readonly FieldChange[];
};

type Standing = Pick<Request, "state" | "offered" | "unmetReason"> & { readonly hasSites: boolean };
type Refuse = (code: RequestFinding, key: string, detail?: Readonly<Record<string, string | number>>) => void;

/** The answer a row tells of; null where it tells nothing new, or was refused. */
export function answerOf(
	{ offered, reason, places }: Pick<RequestSheetRow, "offered" | "reason" | "places">,
	before: Standing | undefined,
	refuse: Refuse,
): GivenAnswer | null {
	if (offered === null) return null;
	const answered = before?.state === "answered" ? before : undefined;
	if (offered > places) {
		refuse("too-many-offered", "offered", { places });
		return null;
	}
	// All places met need no reason, whatever stands in the cell.
	const unmetReason = offered === places ? null : (reason ?? answered?.unmetReason ?? null);
	if (offered < places && unmetReason === null) {
		refuse("reason-missing", "reason", { rest: places - offered });
		return null;
	}
	if (answered && answered.offered === offered && answered.unmetReason === unmetReason) return null;
	if (answered?.hasSites) {
		refuse("answered-with-sites", "offered");
		return null;
	}
	const change = (field: string, from: string | number | null, to: string | number | null) =>
		from === to ? [] : [{ field, from, to }];
	return {
		...{ offered, unmetReason },
		changes: [
			...change("offered", answered?.offered ?? null, offered),
			...change("reason", answered?.unmetReason ?? null, unmetReason),
		],
	};
}
