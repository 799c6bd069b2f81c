import { data, Form } from "react-router";
import { DraftForm } from "../../../draft/DraftForm.tsx";
import type { DraftAnswer } from "../../../draft/draft-answer.ts";
import { wordsOf } from "../../../draft/merge.ts";
import { answerDraft, saveDraft } from "../../../draft/save.server.ts";
import { saying } from "../../../forms/text.ts";
import { houseText } from "../../../text.ts";
import { Alert } from "../../../ui/Alert.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { Section } from "../../../ui/Section.tsx";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { type AgreementTheme, themeFacts, versionOnly } from "../contract.ts";
import { agreementRefusalText } from "../refusals.text.ts";
import { changeTheme, fillThemes } from "../service.server.ts";
import { templateOf } from "../template/template.ts";
import type { Route } from "./+types/theme";
import "./agreement.css";
import { nameOfTheme } from "../words.ts";
import { CommitmentTable } from "./CommitmentTable.tsx";
import { ContactList } from "./ContactList.tsx";
import { commitmentText } from "./commitment.text.ts";
import { writableBy } from "./opened.server.ts";
import { themeText } from "./theme.text.ts";
import { writeText } from "./write.text.ts";

/** A theme as it is written: what it says, who answers for it, and what is promised under it. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, language } = representing(context, request);
	return reading(async (work) => {
		const { agreement, themes, contacts, commitments, parties } = await writableBy(work, params.agreementId);
		const theme = themes.find(({ id }) => id === params.themeId) ?? missing();
		const isBare = [theme.goal, theme.responsibility, theme.obligations, theme.payer].some((one) => one === "");
		return {
			...{ id: agreement.id, title: agreement.title, theme, words: themeWords(theme) },
			canFill: isBare && templateOf(theme.theme, language) !== undefined,
			contacts: contacts.filter(({ themeId }) => themeId === theme.id),
			commitments: commitments.filter(({ themeId }) => themeId === theme.id),
			parties: parties.map(({ organisationId, name }) => ({ id: organisationId, name })),
		};
	});
}

// Which theme it is stands fast, so the form does not send it.
const written = themeFacts.omit({ theme: true, name: true });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const { agreementId, themeId } = params;
	const here = `/agreements/${agreementId}/themes/${themeId}`;
	const form = await request.formData();
	if (form.get("do") === "fill") {
		const outcome = await commanding((work) => fillThemes(work, agreementId, language, themeId));
		if (outcome.refused) return data<DraftAnswer>({ refusals: outcome.refused, given: {} }, 422);
		return redirectWithToast(here, themeText[language].filled);
	}
	const stands = () =>
		reading(async (work) => {
			const { themes } = await writableBy(work, agreementId);
			return themes.find(({ id }) => id === themeId);
		});
	const theme = (await stands()) ?? missing();
	const result = await saveDraft(form, written.extend(versionOnly.shape), {
		async save(values) {
			const { theme: code, name } = theme;
			const changed = await commanding((work) =>
				changeTheme(work, agreementId, themeId, { ...values, theme: code, name }),
			);
			return changed.refused ? changed : { done: { version: values.version + 1 } };
		},
		async current() {
			const now = await stands();
			return now && { version: now.version, words: themeWords(now) };
		},
	});
	return answerDraft(form, result, { to: `/agreements/${agreementId}#${themeId}`, toast: writeText[language].saved });
}

function themeWords(theme: AgreementTheme) {
	return wordsOf(written.parse(theme));
}

export default function ThemePage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = writeText[language];
	const themeWords = themeText[language];
	const commitmentWords = commitmentText[language];
	const { fields, hints } = text;
	const { id, title, theme, words, canFill, contacts, commitments, parties } = loaderData;
	const here = `/agreements/${id}`;
	const own = `${here}/themes/${theme.id}`;
	const name = nameOfTheme(language, theme.theme, theme.name);
	const isGone = actionData?.refusals.some(({ code }) => code === "part-unknown");
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(name)}</title>
			<PageHeader
				title={name}
				trail={[{ to: here, label: title }]}
				secondary={
					canFill && (
						<Form method="post">
							<button type="submit" className="ds-button" data-variant="secondary" name="do" value="fill">
								{themeWords.fillTheme}
							</button>
						</Form>
					)
				}
			/>
			{isGone && (
				<Alert tone="danger">
					{(actionData?.refusals ?? []).map(saying(language, agreementRefusalText[language].refusals)).join(" ")}
				</Alert>
			)}
			<DraftForm
				key={`${theme.id} ${words.goal === "" ? "" : "filled"}`}
				version={theme.version}
				words={words}
				refused={actionData}
				labels={fields}
				refusals={agreementRefusalText[language].refusals}
				cancelTo={here}
			>
				<Field name="goal" label={fields.goal} kind="textarea" maxLength={4000} hint={hints.goal} />
				<Field
					name="responsibility"
					label={fields.responsibility}
					kind="textarea"
					maxLength={4000}
					hint={hints.responsibility}
				/>
				<Field
					name="obligations"
					label={fields.obligations}
					kind="textarea"
					maxLength={4000}
					hint={hints.obligations}
				/>
				<Field name="payer" label={fields.payer} kind="textarea" rows={2} maxLength={1000} />
				<div className="field-pair">
					<Field name="arena" label={fields.arena} maxLength={200} autoComplete="off" hint={hints.arena} width="full" />
					<Field name="meetingsAYear" label={fields.meetingsAYear} kind="number" whole />
				</div>
				<fieldset className="ds-fieldset">
					<legend className="ds-label">{themeWords.anchoring}</legend>
					<div className="field-pair">
						<Field
							name="planName"
							label={fields.planName}
							maxLength={200}
							autoComplete="off"
							hint={hints.planName}
							width="full"
						/>
						<Field name="planDecision" label={fields.planDecision} maxLength={200} autoComplete="off" width="full" />
					</div>
					<div className="field-pair">
						<Field name="planFrom" label={fields.planFrom} kind="number" whole />
						<Field name="planUntil" label={fields.planUntil} kind="number" whole />
					</div>
				</fieldset>
				<Field name="note" label={fields.note} kind="textarea" maxLength={8000} />
			</DraftForm>
			<Section
				title={themeWords.commitments}
				actions={
					<Link
						className="ds-button"
						data-variant="secondary"
						data-size="sm"
						to={`${here}/commitments/new?theme=${theme.id}`}
					>
						{commitmentWords.addCommitment}
					</Link>
				}
			>
				<CommitmentTable commitments={commitments} parties={parties} href={(one) => `${here}/commitments/${one}`} />
			</Section>
			<Section
				title={themeWords.contacts}
				actions={
					<Link className="ds-button" data-variant="secondary" data-size="sm" to={`${own}/contacts`}>
						{themeWords.editContacts}
					</Link>
				}
			>
				<ContactList contacts={contacts} parties={parties} />
			</Section>
			<p>
				<Link className="ds-link" to={`${own}/remove`}>
					{themeWords.removeTheme}
				</Link>
			</p>
		</div>
	);
}
