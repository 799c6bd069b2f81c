import { data } from "react-router";
import { linkVisit } from "../../../../identity/link-visit.server.ts";
import { formatDate } from "../../../../language.ts";
import { done, refusedAll } from "../../../../outcome.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { redirectWithToast } from "../../../../visit.server.ts";
import { answerAsHost, listPlacementsOfLink } from "../service.server.ts";
import type { Route } from "./+types/link-confirm";
import { HostAnswerForm } from "./AnswerForms.tsx";
import { takeAnswer } from "./answer.server.ts";
import { answeredText } from "./answered.ts";
import { PlacementStatus } from "./PlacementStatus.tsx";
import { publishPagesText } from "./publish.text.ts";

/** Who comes when, for whoever answers at a site: no account, one link. */
export async function loader({ context, params }: Route.LoaderArgs) {
	const { link, reading } = await linkVisit(context, params.token, "placement-confirm");
	const rows = await reading(listPlacementsOfLink);
	return {
		asker: link.askerOrganisation,
		placements: rows.map(
			({
				id,
				version,
				siteName,
				studentName,
				courseName,
				institutionName,
				firstDay,
				lastDay,
				state,
				supervisorName,
			}) => ({
				...{
					id,
					version,
					siteName,
					studentName,
					courseName,
					institutionName,
					firstDay,
					lastDay,
					state,
					supervisorName,
				},
			}),
		),
	};
}

export async function action({ context, params, request }: Route.ActionArgs) {
	const { link, visit, reading, commanding } = await linkVisit(context, params.token, "placement-confirm");
	const form = await request.formData();
	const byName = link.recipientName ?? link.recipientEmail ?? link.askerOrganisation;
	const here = `/link/${encodeURIComponent(params.token)}/confirm`;
	const text = publishPagesText[visit.language];
	if (form.get("deed") === "all") {
		const open = (await reading(listPlacementsOfLink)).filter(({ state }) => state === "published");
		const outcome = await commanding(async (work) => {
			for (const { id, version } of open) {
				const answer = { version, answer: "confirmed", reason: null, supervisor: null } as const;
				const one = await answerAsHost(work, id, answer, byName);
				if (one.refused) return refusedAll(one.refused);
			}
			return done(undefined);
		});
		if (outcome.refused) return data({ refusals: outcome.refused, given: {}, deed: "all", placement: "" }, 422);
		return redirectWithToast(here, text.allConfirmed);
	}
	const placement = String(form.get("placement") ?? "");
	const taken = await takeAnswer(commanding, form, placement, byName);
	if (taken.refused) return data({ ...taken.refused, placement }, 422);
	return redirectWithToast(here, answeredText(visit.language, taken.answered));
}

export default function LinkConfirm({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = publishPagesText[language];
	const { placements, asker } = loaderData;
	const title = text.linkTitle(placements[0]?.siteName ?? "");
	const open = placements.filter(({ state }) => state === "published");
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(placements.length > 0 ? title : text.linkNone)}</title>
			{placements.length === 0 ? (
				<EmptyState title={text.linkNone}>{text.linkNoneBody}</EmptyState>
			) : (
				<PageHeader title={title} lead={text.linkLead(asker, open.length)} />
			)}
			{open.length > 1 && (
				<TaskForm refused={actionData?.deed === "all" ? actionData : undefined} prefix="all-">
					<input type="hidden" name="deed" value="all" />
					<SubmitButton>{text.confirmAll(open.length)}</SubmitButton>
				</TaskForm>
			)}
			{placements.map((placement) => (
				<Section
					key={placement.id}
					title={placement.studentName}
					lead={`${placement.courseName}, ${placement.institutionName}. ${formatDate(language, placement.firstDay)} – ${formatDate(language, placement.lastDay)}`}
					actions={<PlacementStatus state={placement.state} />}
				>
					{placement.state === "published" && (
						<HostAnswerForm
							untitled
							placement={placement}
							sent={actionData?.placement === placement.id ? actionData : undefined}
						/>
					)}
				</Section>
			))}
		</div>
	);
}
