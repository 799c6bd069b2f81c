import { data, Link } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../forms/parse.ts";
import { saying } from "../../../forms/text.ts";
import type { Refusal } from "../../../outcome.ts";
import { houseText } from "../../../text.ts";
import { findNamed } from "../../../ui/choice.ts";
import { Field } from "../../../ui/Field.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../ui/TaskForm.tsx";
import { uiText } from "../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { isId } from "../../organisation/contract.ts";
import { mandateOf, organisationChoices } from "../../organisation/service.server.ts";
import { themes } from "../codes.ts";
import { type AgreementRefusal, newAgreement } from "../contract.ts";
import { agreementRefusalText } from "../refusals.text.ts";
import { mayKeepAgreements } from "../rules.ts";
import { createAgreement, fillThemes } from "../service.server.ts";
import { agreementText } from "../text.ts";
import type { Route } from "./+types/new";
import "./agreement.css";
import { parentChoices, sectorChoices } from "./choices.server.ts";
import { DaysFields, KindFields } from "./FactsFields.tsx";
import { themeText } from "./theme.text.ts";
import { writeText } from "./write.text.ts";

const linesAtOnce = 3;
const mostLines = 60;

/** A new draft. `?party=` and `?theme=` (several) choose beforehand: that is how a gap or an interest becomes a draft. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { language, reading, url } = representing(context, request);
	return reading(async (work) => {
		if (!mayKeepAgreements(await mandateOf(work))) missing();
		const parties = await organisationChoices(work);
		const asked = url.searchParams.getAll("party");
		return {
			parties,
			parents: await parentChoices(work, null),
			sectors: await sectorChoices(work, language),
			chosen: asked.flatMap((id) => parties.find(({ value }) => value === id)?.label ?? []).slice(0, mostLines),
			themes: url.searchParams.getAll("theme").filter((one) => themes.some((theme) => theme === one)),
			parentId: url.searchParams.get("under") ?? "",
		};
	});
}

const facts = newAgreement.omit({ partyIds: true });
const control = z.object({
	count: z.int().min(1).max(mostLines),
	do: z.enum(["create", "add"]).optional(),
	fill: z.boolean(),
});

export async function action({ context, request }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const form = await request.formData();
	const { count, fill, ...sent } = parseForm(control, form).values ?? { count: linesAtOnce, fill: false };
	if (form.get("kind") !== "inter-municipal") form.delete("legalForm");
	const parsed = parseForm(facts, form);
	const choices = await reading(organisationChoices);
	const refusals: Refusal[] = [...(parsed.refusals ?? [])];
	const given: Record<string, string | readonly string[]> = { ...parsed.given, fill: fill ? "on" : "" };
	const partyIds: string[] = [];
	const lineOf = new Map<string, string>();
	for (let index = 0; index < count; index++) {
		const field = `parties.${index}`;
		const typed = String(form.get(field) ?? "").trim();
		given[field] = typed;
		if (typed === "") continue;
		const found = findNamed(choices, typed)?.value ?? (isId(typed) ? typed : undefined);
		if (found === undefined) refusals.push({ code: "organisation-unknown", field });
		else {
			lineOf.set(`partyIds.${partyIds.length}`, field);
			partyIds.push(found);
		}
	}
	if (sent.do === "add") return data({ refusals: [], given, lines: Math.min(mostLines, count + linesAtOnce) });
	if (partyIds.length === 0 && !refusals.some(({ field }) => field?.startsWith("parties")))
		refusals.push({ code: "needs-two-parties", field: "parties.0" });
	if (refusals.length > 0 || !parsed.values) return data({ refusals, given, lines: count }, 422);
	const { values } = parsed;
	const outcome = await commanding(async (work) => {
		const made = await createAgreement(work, { ...values, partyIds });
		if (made.refused || !fill) return made;
		const filled = await fillThemes(work, made.done.id, language);
		return filled.refused ? filled : made;
	});
	if (outcome.refused) {
		const placed: readonly Refusal<AgreementRefusal>[] = outcome.refused;
		return data(
			{
				given,
				lines: count,
				refusals: placed.map((one) => {
					const line = lineOf.get(one.field ?? "");
					return line === undefined ? one : { ...one, field: line };
				}),
			},
			422,
		);
	}
	return redirectWithToast(`/agreements/${outcome.done.id}`, writeText[language].created);
}

export default function AgreementNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = writeText[language];
	const themeWords = themeText[language];
	const words = agreementText[language];
	const refusalWords = agreementRefusalText[language];
	const { parties, parents, chosen, parentId } = loaderData;
	const count = actionData?.lines ?? Math.min(mostLines, Math.max(linesAtOnce, chosen.length + 1));
	const lines = Array.from({ length: count }, (_, index) => index);
	const labels = Object.fromEntries(lines.map((index) => [`parties.${index}`, text.party(index + 1)]));
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.newTitle)}</title>
			<PageHeader title={text.newTitle} lead={text.newLead} trail={[{ to: "/agreements", label: words.title }]} />
			<TaskForm
				refused={actionData}
				values={{
					...{ level: "top", kind: "framework", renewalMonths: 6, fill: true, parentId, themes: loaderData.themes },
					...Object.fromEntries(chosen.map((label, index) => [`parties.${index}`, label])),
				}}
				labels={{ ...text.fields, ...labels }}
				say={saying(language, refusalWords.refusals)}
			>
				<input type="hidden" name="count" value={count} />
				<button type="submit" name="do" value="create" className="visually-hidden" tabIndex={-1} aria-hidden="true">
					{text.create}
				</button>
				<KindFields sectors={loaderData.sectors} />
				<fieldset className="ds-fieldset">
					<legend className="ds-label">{text.parties}</legend>
					<p className="ds-paragraph quiet">{text.partiesHint}</p>
					{lines.map((index) => (
						<Field
							key={index}
							name={`parties.${index}`}
							kind="lookup"
							label={text.party(index + 1)}
							choices={parties}
							required="sometimes"
							width="full"
						/>
					))}
					<div>
						<SubmitButton name="do" value="add" variant="secondary" size="sm">
							{text.addLine}
						</SubmitButton>
					</div>
				</fieldset>
				<div className="many-ticks">
					<Field
						name="themes"
						label={text.fields.themes}
						kind="checkboxes"
						choices={themes.filter((one) => one !== "other").map((one) => ({ value: one, label: words.themes[one] }))}
					/>
				</div>
				<Field name="fill" label={themeWords.fill} kind="checkbox" hint={themeWords.fillHint} />
				<DaysFields parents={parents} />
				<div className="task-buttons">
					<SubmitButton name="do" value="create">
						{text.create}
					</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to="/agreements">
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
