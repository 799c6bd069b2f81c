import { data, Form } from "react-router";
import { z } from "zod";
import { parseForm } from "../../forms/parse.ts";
import { saying } from "../../forms/text.ts";
import { formatMoment, formatNumber, formatShortDate } from "../../language.ts";
import { houseText } from "../../text.ts";
import { Alert } from "../../ui/Alert.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Field } from "../../ui/Field.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Section } from "../../ui/Section.tsx";
import { SubmitButton } from "../../ui/SubmitButton.tsx";
import { Table } from "../../ui/Table.tsx";
import { TaskForm } from "../../ui/TaskForm.tsx";
import { missing, redirectWithToast, signedIn } from "../../visit.server.ts";
import { createAccessToken, listOwnTokens, revokeAccessToken, tokenForm, tokenLives } from "../access-token.server.ts";
import { listTokenAreas } from "../token-area.ts";
import type { Route } from "./+types/profile-tokens";
import { ProfileTabs } from "./ProfileTabs.tsx";
import { profileText } from "./profile.text.ts";
import { scopesInWords } from "./scope-words.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, language, reading } = signedIn(context, request);
	return {
		tokens: await reading((work) => listOwnTokens(work, actor)),
		organisation: actor.organisationName,
		areas: listTokenAreas().map(({ area, title }) => ({ area, title: title[language] })),
		lives: tokenLives,
	};
}

/** Makes a token and shows it this once, or ends one. The token is in this answer only, so there is no redirect. */
export async function action({ context, request }: Route.ActionArgs) {
	const { language, commanding } = signedIn(context, request);
	const form = await request.formData();
	if (form.has("revoke")) {
		const id = z.uuid().safeParse(form.get("revoke"));
		const ended = id.success ? await commanding((work) => revokeAccessToken(work, id.data)) : null;
		if (!ended || ended.refused) missing();
		return redirectWithToast("/profile/tokens", profileText[language].revoked);
	}
	const parsed = parseForm(tokenForm, form);
	if (parsed.refusals) return data({ refused: parsed, made: null }, 422);
	const outcome = await commanding((work) => createAccessToken(work, parsed.values));
	if (outcome.refused) return data({ refused: { refusals: outcome.refused, given: parsed.given }, made: null }, 422);
	return data({ refused: undefined, made: { name: parsed.values.name, token: outcome.done.token } }, 201);
}

export default function Tokens({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = profileText[language];
	const { tokens, areas, lives, organisation } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.tokensTitle)}</title>
			<PageHeader title={text.tokensTitle} lead={text.tokensLead} />
			<ProfileTabs />
			{actionData?.made && (
				<div role="status">
					<Alert tone="success" title={`${text.tokenMade}: ${actionData.made.name}`}>
						<p>{text.tokenOnce}</p>
						<CopyButton value={actionData.made.token} label={text.copy} />
					</Alert>
				</div>
			)}
			<Table
				caption={text.tokensTitle}
				hideCaption
				rows={tokens}
				rowKey={(token) => token.id}
				columns={[
					{ key: "name", label: text.tokenName, cell: (token) => token.name },
					{ key: "organisation", label: text.organisation, cell: (token) => token.organisationName },
					{ key: "scopes", label: text.fields.scopes, cell: (token) => scopesInWords(token.scopes, areas, language) },
					{ key: "expires", label: text.expires, cell: (token) => formatShortDate(language, token.expiresAt) },
					{
						key: "used",
						label: text.used,
						cell: (token) => (token.lastUsedAt ? formatMoment(language, token.lastUsedAt) : text.neverUsed),
					},
					{
						key: "revoke",
						label: text.revoke,
						cell: (token) => (
							<Form method="post">
								<button
									type="submit"
									className="ds-button"
									data-variant="tertiary"
									data-color="danger"
									data-size="sm"
									name="revoke"
									value={token.id}
									aria-label={text.revokeOf(token.name)}
								>
									{text.revoke}
								</button>
							</Form>
						),
					},
				]}
				empty={<EmptyState title={text.tokensNone} />}
			/>
			<Section title={text.makeToken} {...(organisation === null ? {} : { lead: organisation })}>
				{organisation === null ? (
					<p className="ds-paragraph">{text.representFirst}</p>
				) : areas.length === 0 ? (
					<p className="ds-paragraph">{text.noAreas}</p>
				) : (
					<TaskForm refused={actionData?.refused} labels={text.fields} say={saying(language, text.refusals)}>
						<Field
							name="name"
							label={text.tokenName}
							hint={text.tokenNameHint}
							required
							maxLength={100}
							autoComplete="off"
						/>
						<Field
							name="scopes"
							kind="checkboxes"
							required
							choices={areas.flatMap(({ area, title }) => [
								{ value: `${area}:read`, label: text.read(title) },
								{ value: `${area}:write`, label: text.write(title) },
							])}
						/>
						<Field
							name="days"
							kind="radio"
							required
							value="90"
							choices={lives.map((days) => ({ value: String(days), label: text.days(formatNumber(language, days)) }))}
						/>
						<SubmitButton>{text.makeToken}</SubmitButton>
					</TaskForm>
				)}
			</Section>
		</div>
	);
}
