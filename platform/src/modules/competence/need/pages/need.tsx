import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Details } from "../../../../ui/Details.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { nameOfEntry } from "../../framework/name.ts";
import { changeNeed, readNeed, removeNeed } from "../../service.server.ts";
import { competenceText } from "../../text.ts";
import { needChange } from "../contract.ts";
import { needText } from "../text.ts";
import type { Route } from "./+types/need";
import { needChoices } from "./choices.server.ts";
import { NeedFields } from "./NeedFields.tsx";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => {
		const need = await readNeed(work, params.needId);
		if (!need?.mayChange) missing();
		const choices = await needChoices(work, language);
		// What was stated with an entry since mapped away or out of use keeps it.
		const known = choices.entries.some(({ value }) => value === need.entryId);
		const own = {
			value: need.entryId,
			label: nameOfEntry(language, need),
			group: competenceText[language].kinds[need.kind],
		};
		return { need, units: choices.units, entries: known ? choices.entries : [...choices.entries, own] };
	});
}

const deed = z.object({ do: z.enum(["change", "remove"]), version: z.int() });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const text = needText[language];
	const form = await request.formData();
	const asked = parseForm(deed, form);
	if (asked.refusals) return data(asked, 422);
	if (asked.values.do === "remove") {
		const outcome = await commanding((work) => removeNeed(work, params.needId, asked.values.version));
		if (outcome.refused) return data({ refusals: outcome.refused, given: {} }, 422);
		return redirectWithToast("/competence/needs", text.removed);
	}
	const parsed = parseForm(needChange, form);
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => changeNeed(work, params.needId, parsed.values));
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		return data({ refusals: outcome.refused, given: parsed.given }, 422);
	}
	return redirectWithToast("/competence/needs", text.changed);
}

/** One need, to be changed or taken away. */
export default function NeedPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = needText[language];
	const { need, units, entries } = loaderData;
	// Where it follows from those served, the positions are worked out and not stated.
	const values = { ...need, positions: need.users === null ? need.positions : null };
	const say = saying(language, competenceText[language].refusals);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.editTitle)}</title>
			<PageHeader
				title={text.editTitle}
				lead={`${nameOfEntry(language, need)}, ${need.unitName}`}
				trail={[{ to: "/competence/needs", label: text.needs }]}
			/>
			<TaskForm refused={actionData} values={values} labels={text.fields} say={say}>
				<input type="hidden" name="version" value={need.version} />
				<NeedFields units={units} entries={entries} />
				<SubmitButton name="do" value="change">
					{text.save}
				</SubmitButton>
			</TaskForm>
			<Details summary={text.remove}>
				<TaskForm prefix="remove" say={say}>
					<p>{text.removeBody}</p>
					<input type="hidden" name="version" value={need.version} />
					<SubmitButton name="do" value="remove" color="danger">
						{text.remove}
					</SubmitButton>
				</TaskForm>
			</Details>
		</div>
	);
}
