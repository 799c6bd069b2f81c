import { data } from "react-router";
import { saying } from "../../../../forms/text.ts";
import { refusedAll } from "../../../../outcome.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { pagesText } from "../../capacity/pages/capacity.text.ts";
import { SheetImport } from "../../capacity/pages/SheetImport.tsx";
import { readSheetForm } from "../../capacity/pages/sheet-import.server.ts";
import { mayCoordinate } from "../../rules.ts";
import { takeInRequests } from "../import.server.ts";
import { requestSheet } from "../sheet.ts";
import { requestText } from "../text.ts";
import type { Route } from "./+types/requests-import";

export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	if (!(await reading(async (work) => mayCoordinate(await mandateOf(work))))) missing();
	return null;
}

/** Tries a file and takes it back, to show what it would do; or does it, all or nothing. */
export async function action({ context, request }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const text = requestText[language];
	const form = await request.formData();
	const read = await readSheetForm(form, requestSheet, language);
	if (read === null) return data({ says: null, rows: null, wrong: [] }, 422);
	if (read.wrong) return data({ says: null, rows: null, wrong: read.wrong }, 422);
	const isApproved = form.has("rows");
	let tried: { created: number; places: number } | undefined;
	const outcome = await commanding(async (work) => {
		const taken = await takeInRequests(work, read.rows);
		tried = taken.done;
		return isApproved || taken.refused ? taken : refusedAll([]);
	});
	if (outcome.done) return redirectWithToast("/placement/requests?standing=draft", text.takenIn(outcome.done.created));
	if (outcome.refused.length > 0 || !tried) {
		const say = saying(language, text.refusals);
		const { row } = pagesText[language];
		const wrong = outcome.refused.map((one) => ({ place: row(Number(one.detail?.row ?? 0)), what: say(one) }));
		return data({ says: null, rows: null, wrong }, 422);
	}
	const says = text.previewCounts(tried.created, tried.places);
	return data({ says, rows: JSON.stringify(read.rows), wrong: [] });
}

export default function RequestsImport({ actionData }: Route.ComponentProps) {
	const text = requestText[useLanguage()];
	return (
		<SheetImport
			title={text.importTitle}
			lead={text.importLead}
			trail={[{ to: "/placement/requests", label: text.title }]}
			template="/placement/requests/template.xlsx"
			preview={actionData}
		/>
	);
}
