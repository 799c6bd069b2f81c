import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../forms/parse.ts";
import { formatNumber } from "../../language.ts";
import { redirect } from "../../redirect.server.ts";
import { houseText } from "../../text.ts";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Table } from "../../ui/Table.tsx";
import { redirectWithToast, signedIn } from "../../visit.server.ts";
import {
	findDeletionRequest,
	isDemoPerson,
	listHoldingRoles,
	requestDeletion,
	withdrawDeletion,
} from "../deletion.server.ts";
import { collectOwnData } from "../own-data.server.ts";
import { heldAs } from "../role-words.ts";
import { mayAdminister } from "../rules.ts";
import type { Route } from "./+types/profile-data";
import { Deletion } from "./Deletion.tsx";
import { deletionText } from "./deletion.text.ts";
import { ProfileTabs } from "./ProfileTabs.tsx";
import { profileText } from "./profile.text.ts";

const deletionForm = z.object({ note: z.string().max(1000).nullable() });

export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, language, reading } = signedIn(context, request);
	return reading(async (work) => ({
		parts: (await collectOwnData(work, actor)).map(({ part, rows }) => ({
			name: part.name,
			title: part.title[language],
			why: part.why[language],
			count: rows.length,
		})),
		askedAt: await findDeletionRequest(work, actor),
		isDemo: await isDemoPerson(work, actor),
		holding: (await listHoldingRoles(work, actor)).map((role) => ({
			...role,
			role: heldAs(role.role, role.title, language),
			mayEnd: mayAdminister(actor) && actor.organisationId === role.organisationId,
		})),
	}));
}

export async function action({ context, request }: Route.ActionArgs) {
	const { language, commanding } = signedIn(context, request);
	const form = await request.formData();
	if (form.get("what") === "withdraw") {
		// Withdrawn already, in another window: the page tells how it stands.
		const withdrawn = await commanding(withdrawDeletion);
		return withdrawn.refused
			? redirect("/profile/data#delete")
			: redirectWithToast("/profile/data", deletionText[language].withdrawn);
	}
	const parsed = parseForm(deletionForm, form);
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => requestDeletion(work, parsed.values.note ?? ""));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast("/profile/data", deletionText[language].askedNow);
}

export default function OwnData({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = profileText[language];
	const { parts, askedAt } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.dataTitle)}</title>
			<PageHeader title={text.dataTitle} lead={text.dataLead} />
			<ProfileTabs />
			<Table
				caption={text.dataTitle}
				hideCaption
				rows={parts}
				rowKey={(part) => part.name}
				columns={[
					{ key: "title", label: text.kind, cell: (part) => part.title },
					{ key: "why", label: text.why, cell: (part) => part.why },
					{
						key: "count",
						label: text.amount,
						cell: (part) => (part.count === 0 ? text.none : text.rows(part.count, formatNumber(language, part.count))),
					},
				]}
			/>
			<div className="row">
				<a className="ds-button" href="/profile/data/export?format=xlsx" download>
					{text.excel}
				</a>
				<a className="ds-button" data-variant="secondary" href="/profile/data/export?format=json" download>
					{text.json}
				</a>
			</div>
			<Deletion askedAt={askedAt} isDemo={loaderData.isDemo} holding={loaderData.holding} refused={actionData} />
		</div>
	);
}
