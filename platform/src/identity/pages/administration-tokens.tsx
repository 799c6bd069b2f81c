import { Form } from "react-router";
import { z } from "zod";
import { formatMoment, formatShortDate } from "../../language.ts";
import { houseText } from "../../text.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { NoValue } from "../../ui/NoValue.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Table } from "../../ui/Table.tsx";
import { missing, redirectWithToast, representing } from "../../visit.server.ts";
import { listOrganisationTokens, revokeAccessToken } from "../access-token.server.ts";
import { mayAdminister } from "../rules.ts";
import { listTokenAreas } from "../token-area.ts";
import type { Route } from "./+types/administration-tokens";
import { administrationText } from "./administration.text.ts";
import { profileText } from "./profile.text.ts";
import { scopesInWords } from "./scope-words.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, language, reading } = representing(context, request);
	if (!mayAdminister(actor)) missing();
	return {
		organisation: actor.organisationName ?? "",
		tokens: await reading(listOrganisationTokens),
		areas: listTokenAreas().map(({ area, title }) => ({ area, title: title[language] })),
	};
}

export async function action({ context, request }: Route.ActionArgs) {
	const { actor, language, commanding } = representing(context, request);
	if (!mayAdminister(actor)) missing();
	const id = z.uuid().safeParse((await request.formData()).get("revoke"));
	const outcome = id.success ? await commanding((work) => revokeAccessToken(work, id.data)) : null;
	if (!outcome || outcome.refused) missing();
	return redirectWithToast("/administration/tokens", profileText[language].revoked);
}

export default function OrganisationTokens({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = administrationText[language];
	const words = profileText[language];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.tokensTitle)}</title>
			<PageHeader
				title={text.tokensTitle}
				lead={text.tokensLead(loaderData.organisation)}
				trail={[{ to: "/administration", label: houseText[language].administration }]}
			/>
			<Table
				caption={text.tokensTitle}
				hideCaption
				rows={loaderData.tokens}
				rowKey={(token) => token.id}
				columns={[
					{ key: "purpose", label: text.purpose, cell: (token) => token.name },
					{ key: "person", label: text.person, cell: (token) => token.personName ?? <NoValue /> },
					{
						key: "scopes",
						label: words.fields.scopes,
						cell: (token) => scopesInWords(token.scopes, loaderData.areas, language),
					},
					{ key: "expires", label: words.expires, cell: (token) => formatShortDate(language, token.expiresAt) },
					{
						key: "used",
						label: words.used,
						cell: (token) => (token.lastUsedAt ? formatMoment(language, token.lastUsedAt) : words.neverUsed),
					},
					{
						key: "revoke",
						label: words.revoke,
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
									aria-label={words.revokeOf(token.name)}
								>
									{words.revoke}
								</button>
							</Form>
						),
					},
				]}
				empty={<EmptyState title={text.tokensNone} action={{ to: "/profile/tokens", label: text.ownTokens }} />}
			/>
		</div>
	);
}
