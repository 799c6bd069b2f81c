import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatNumber } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Details } from "../../../../ui/Details.tsx";
import { Facts } from "../../../../ui/Facts.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Tag } from "../../../../ui/Tag.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { changeEntry, readEntry, retireEntry } from "../../service.server.ts";
import { competenceText } from "../../text.ts";
import { entryChange } from "../contract.ts";
import { nameOfEntry } from "../name.ts";
import { frameworkText } from "../text.ts";
import type { Route } from "./+types/entry";
import { EntryFields } from "./EntryFields.tsx";
import { sharedChoices } from "./shared-choices.server.ts";

/** One competence: what it is, and for those who keep it, to change it or take it out of use. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => {
		const found = (await readEntry(work, params.entryId)) ?? missing();
		return { ...found, shared: await sharedChoices(work, language) };
	});
}

const deed = z.object({ do: z.enum(["change", "retire"]), version: z.int() });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const text = frameworkText[language];
	const form = await request.formData();
	const asked = parseForm(deed, form);
	if (asked.refusals) return data(asked, 422);
	if (asked.values.do === "retire") {
		const outcome = await commanding((work) => retireEntry(work, params.entryId, asked.values.version));
		if (outcome.refused) return data({ refusals: outcome.refused, given: {} }, 422);
		return redirectWithToast("/competence/framework", text.retired);
	}
	const parsed = parseForm(entryChange, form);
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => changeEntry(work, params.entryId, parsed.values));
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		return data({ refusals: outcome.refused, given: parsed.given }, 422);
	}
	return redirectWithToast(`/competence/framework/${params.entryId}`, text.changed);
}

export default function EntryPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = frameworkText[language];
	const words = competenceText[language];
	const { entry, mayChange, uses, shared } = loaderData;
	const name = nameOfEntry(language, entry);
	const mapped = shared.find(({ value }) => value === entry.mappedId);
	const say = saying(language, { ...words.refusals, format: text.occupation });
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(name)}</title>
			<PageHeader
				title={name}
				trail={[{ to: "/competence/framework", label: words.framework }]}
				tags={
					<>
						<Tag tone="neutral">{text.keepers[entry.isShared ? "shared" : "own"]}</Tag>
						{entry.retiredOn !== null && <Tag tone="warning">{text.outOfUse}</Tag>}
					</>
				}
			/>
			<Facts
				facts={[
					{ label: text.columns.kind, value: words.kinds[entry.kind] },
					...(entry.level === null ? [] : [{ label: text.columns.level, value: words.levels[entry.level] }]),
					{ label: text.columns.occupation, value: entry.occupation },
					...(entry.isShared ? [] : [{ label: text.columns.mapped, value: mapped?.label }]),
					{ label: text.usesLabel, value: text.uses(formatNumber(language, uses)) },
				]}
			/>
			{mayChange && entry.retiredOn === null && (
				<Section title={text.edit}>
					<TaskForm refused={actionData} values={entry} labels={text.fields} say={say}>
						<input type="hidden" name="version" value={entry.version} />
						<EntryFields isShared={entry.isShared} shared={shared} />
						<SubmitButton name="do" value="change">
							{text.save}
						</SubmitButton>
					</TaskForm>
					<Details summary={text.retire}>
						<TaskForm prefix="retire" say={say}>
							<p>{text.retireBody}</p>
							<input type="hidden" name="version" value={entry.version} />
							<SubmitButton name="do" value="retire" color="danger">
								{text.retire}
							</SubmitButton>
						</TaskForm>
					</Details>
				</Section>
			)}
		</div>
	);
}
