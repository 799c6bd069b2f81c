import { data } from "react-router";
import { saying } from "../../../../forms/text.ts";
import { refusedAll } from "../../../../outcome.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayCoordinate } from "../../rules.ts";
import { type ImportedCapacity, takeInCapacity } from "../service.server.ts";
import { capacitySheet } from "../sheet.ts";
import { capacityText } from "../text.ts";
import type { Route } from "./+types/capacity-import";
import { pagesText } from "./capacity.text.ts";
import { SheetImport } from "./SheetImport.tsx";
import { readSheetForm } from "./sheet-import.server.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	if (!(await reading(async (work) => mayCoordinate(await mandateOf(work))))) missing();
	return null;
}

/** Tries a file and takes it back, to show what it would do; or does it, all or nothing. */
export async function action({ context, request }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const text = pagesText[language];
	const form = await request.formData();
	const read = await readSheetForm(form, capacitySheet, language);
	if (read === null) return data({ says: null, rows: null, wrong: [] }, 422);
	if (read.wrong) return data({ says: null, rows: null, wrong: read.wrong }, 422);
	const isApproved = form.has("rows");
	let tried: ImportedCapacity | undefined;
	const outcome = await commanding(async (work) => {
		const taken = await takeInCapacity(work, read.rows);
		tried = taken.done;
		return isApproved || taken.refused ? taken : refusedAll([]);
	});
	if (outcome.done)
		return redirectWithToast("/placement/capacity", text.takenIn(outcome.done.created + outcome.done.changed));
	if (outcome.refused.length > 0 || !tried) {
		const say = saying(language, capacityText[language].refusals);
		const wrong = outcome.refused.map((one) => ({ place: text.row(Number(one.detail?.row ?? 0)), what: say(one) }));
		return data({ says: null, rows: null, wrong }, 422);
	}
	const says = text.previewCounts(tried.sites, tried.created, tried.changed, tried.unchanged);
	return data({ says, rows: JSON.stringify(read.rows), wrong: [] });
}

export default function CapacityImport({ actionData }: Route.ComponentProps) {
	const text = pagesText[useLanguage()];
	return (
		<SheetImport
			title={text.importTitle}
			lead={text.importLead}
			trail={[{ to: "/placement/capacity", label: text.title }]}
			template="/placement/capacity/template.xlsx"
			preview={actionData}
		/>
	);
}
