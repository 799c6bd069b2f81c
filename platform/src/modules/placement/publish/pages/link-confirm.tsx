import { data } from "react-router";
import { linkVisit } from "../../../../identity/link-visit.server.ts";
import { formatDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { redirectWithToast } from "../../../../visit.server.ts";
import { tellApart } from "../alike.ts";
import { confirmAsHost } from "../answer.server.ts";
import { listPlacementsOfLink } from "../service.server.ts";
import type { Route } from "./+types/link-confirm";
import { apartWords } from "./Alike.tsx";
import { takeAnswer } from "./answer.server.ts";
import { answeredText } from "./answered.ts";
import { PlacementStatus } from "./PlacementStatus.tsx";
import { SiteAnswer } from "./SiteAnswer.tsx";
import { answerText } from "./site-answer.text.ts";

/** Who comes when, for whoever answers at a site: no account, one link. */
export async function loader({ context, params }: Route.LoaderArgs) {
	const { link, reading } = await linkVisit(context, params.token, "placement-confirm");
	const rows = await reading(listPlacementsOfLink);
	// Whoever answers for a site is told who comes, and no student's number.
	const apart = tellApart(
		rows.map(({ placement }) => placement),
		new Map(),
	);
	return {
		asker: link.askerOrganisation,
		placements: rows.map(({ can, placement }) => ({
			can,
			apart: apart.get(placement.id),
			...{ id: placement.id, version: placement.version, siteName: placement.siteName },
			...{ studentName: placement.studentName, courseName: placement.courseName },
			...{ institutionName: placement.institutionName, firstDay: placement.firstDay, lastDay: placement.lastDay },
			...{ state: placement.state, supervisorName: placement.supervisorName, hostReason: placement.hostReason },
			...{ hostCloses: placement.hostCloses, changeBy: placement.changeBy, isReplanned: placement.isReplanned },
		})),
	};
}

export async function action({ context, params, request }: Route.ActionArgs) {
	const { link, visit, reading, commanding } = await linkVisit(context, params.token, "placement-confirm");
	const form = await request.formData();
	const byName = link.recipientName ?? link.recipientEmail ?? link.askerOrganisation;
	const here = `/link/${encodeURIComponent(params.token)}/confirm`;
	const text = answerText[visit.language];
	if (form.get("deed") === "all") {
		const open = (await reading(listPlacementsOfLink)).filter(({ can }) => can.confirm);
		const outcome = await commanding((work) =>
			confirmAsHost(
				work,
				open.map(({ placement }) => placement.id),
				byName,
			),
		);
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
	const text = answerText[language];
	const { placements, asker } = loaderData;
	const title = text.linkTitle(placements[0]?.siteName ?? "");
	const open = placements.filter(({ can }) => can.confirm);
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
					lead={`${placement.apart ? `${apartWords(placement.apart, language)}. ` : ""}${placement.courseName}, ${placement.institutionName}. ${formatDate(language, placement.firstDay)} – ${formatDate(language, placement.lastDay)}`}
					actions={<PlacementStatus state={placement.state} />}
				>
					<SiteAnswer
						untitled
						placement={placement}
						can={placement.can}
						sent={actionData?.placement === placement.id ? actionData : undefined}
					/>
				</Section>
			))}
		</div>
	);
}
