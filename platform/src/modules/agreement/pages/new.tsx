import { data, Link } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../forms/parse.ts";
import { saying } from "../../../forms/text.ts";
import type { Refusal } from "../../../outcome.ts";
import { houseText } from "../../../text.ts";
import { Field } from "../../../ui/Field.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../ui/TaskForm.tsx";
import { uiText } from "../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { mandateOf, organisationChoices } from "../../organisation/service.server.ts";
import { mostLines, themes } from "../codes.ts";
import { newAgreement } from "../contract.ts";
import { readPartyLines } from "../party-lines.server.ts";
import { agreementRefusalText } from "../refusals.text.ts";
import { mayKeepAgreements } from "../rules.ts";
import { createAgreement, fillThemes } from "../service.server.ts";
import { agreementText } from "../text.ts";
import type { Route } from "./+types/new";
import "./agreement.css";
import { parentChoices, sectorChoices } from "./choices.server.ts";
import { DaysFields, KindFields } from "./FactsFields.tsx";
import { linesFor, PartyLines, partyLabels } from "./PartyLines.tsx";
import { themeText } from "./theme.text.ts";
import { writeText } from "./write.text.ts";

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
const control = z.object({ fill: z.boolean() });

export async function action({ context, request }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const form = await request.formData();
	const fill = parseForm(control, form).values?.fill ?? false;
	if (form.get("kind") !== "inter-municipal") form.delete("legalForm");
	const parsed = parseForm(facts, form);
	const { partyIds, lines, ...named } = readPartyLines(form, await reading(organisationChoices));
	const refusals: Refusal[] = [...(parsed.refusals ?? []), ...named.refusals];
	const given = { ...parsed.given, ...named.given, fill: fill ? "on" : "" };
	if (named.addsLines) return data({ refusals: [], given, lines });
	if (partyIds.length === 0 && named.refusals.length === 0)
		refusals.push({ code: "needs-two-parties", field: "parties.0" });
	if (refusals.length > 0 || !parsed.values) return data({ refusals, given, lines }, 422);
	const { values } = parsed;
	const outcome = await commanding(async (work) => {
		const made = await createAgreement(work, { ...values, partyIds: [...partyIds] });
		if (made.refused || !fill) return made;
		const filled = await fillThemes(work, made.done.id, language);
		return filled.refused ? filled : made;
	});
	if (outcome.refused) return data({ refusals: named.placed(outcome.refused), given, lines }, 422);
	return redirectWithToast(`/agreements/${outcome.done.id}`, writeText[language].created);
}

export default function AgreementNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = writeText[language];
	const themeWords = themeText[language];
	const words = agreementText[language];
	const refusalWords = agreementRefusalText[language];
	const { parties, parents, chosen, parentId } = loaderData;
	const lines = actionData?.lines ?? linesFor(chosen.length);
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
				labels={{ ...text.fields, ...partyLabels(language, lines) }}
				say={saying(language, refusalWords.refusals)}
			>
				<KindFields sectors={loaderData.sectors} />
				<PartyLines
					legend={text.parties}
					hint={text.partiesHint}
					lines={lines}
					choices={parties}
					submit={text.create}
				/>
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
