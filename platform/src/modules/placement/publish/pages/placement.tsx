import { data, Link } from "react-router";
import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { placementText } from "../../text.ts";
import { agreementOf } from "../agreement.server.ts";
import { reconsiderBy } from "../reconsider.ts";
import { readPlacement } from "../service.server.ts";
import type { Route } from "./+types/placement";
import { takeAnswer, takeReconsidered } from "./answer.server.ts";
import { answeredText } from "./answered.ts";
import { linkText } from "./link.text.ts";
import { PlaceLost } from "./PlaceLost.tsx";
import { PlacementEvents, PlacementFacts } from "./PlacementFacts.tsx";
import { PlacementStatus } from "./PlacementStatus.tsx";
import { publishPagesText } from "./publish.text.ts";
import { OwnReconsideration, ReconsiderForm, ReplanWays } from "./Reconsideration.tsx";
import { reconsiderText } from "./reconsider.text.ts";
import { SiteAnswer } from "./SiteAnswer.tsx";
import { AnswerForStudent, StudentAnswerForm } from "./StudentAnswer.tsx";

/** One placement: where, when, what has happened, and what this person can answer. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const page = (await readPlacement(work, params.placementId)) ?? missing();
		const dueOn = reconsiderBy(page.placement);
		return { ...page, dueOn, today: work.today, agreement: await agreementOf(work, page.placement) };
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { actor, house, language, commanding, reading } = representing(context, request);
	const form = await request.formData();
	if (form.get("answer") === "reconsidered") {
		const telling = { mails: house.configuration.mail.smtpUrl !== undefined };
		const taken = await takeReconsidered(commanding, form, params.placementId, actor.name, telling);
		if (taken.refused) return data(taken.refused, 422);
		return redirectWithToast(`/placement/placements/${params.placementId}`, reconsiderText[language].sent[taken.told]);
	}
	const taken = await takeAnswer(commanding, form, params.placementId, actor.name);
	if (taken.refused) return data(taken.refused, 422);
	const page = await reading((work) => readPlacement(work, params.placementId));
	const forStudent = page?.side !== "student";
	return redirectWithToast(
		`/placement/placements/${params.placementId}`,
		answeredText(language, taken.answered, forStudent),
	);
}

export default function PlacementPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = publishPagesText[language];
	const { placement, events, side, isSite, isStudent, can, agreement, dueOn, today, replanRunId } = loaderData;
	// Students know who they are: to them it is about where.
	const title = side === "student" ? placement.siteName : placement.studentName;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				trail={[
					side === "student"
						? { to: "/placement/own", label: placementText[language].own }
						: { to: "/placement/placements", label: text.title },
				]}
				tags={<PlacementStatus state={placement.state} />}
				secondary={
					<>
						{side !== "host" && side !== "supervisor" && (
							<Link className="ds-button" data-variant="secondary" to={`/placement/placements/${placement.id}/why`}>
								{text.whyTitle}
							</Link>
						)}
						{(can.link.site || can.link.student) && (
							<Link className="ds-button" data-variant="tertiary" to={`/placement/placements/${placement.id}/link`}>
								{linkText[language].open}
							</Link>
						)}
						{can.cancel && (
							<Link className="ds-button" data-variant="tertiary" to={`/placement/placements/${placement.id}/cancel`}>
								{text.cancel}
							</Link>
						)}
					</>
				}
			/>
			{side === "student" && <PlaceLost placement={placement} />}
			<PlacementFacts placement={placement} agreement={agreement} dueOn={dueOn} isOwn={side === "student"} />
			{can.reconsider && <ReconsiderForm placement={placement} dueOn={dueOn} today={today} sent={actionData} />}
			{side !== "student" && side !== "host" && placement.reconsidered === "granted" && can.cancel && (
				<ReplanWays placement={placement} runId={replanRunId} />
			)}
			{side === "student" && placement.studentAnswer === "reconsider" && (
				<OwnReconsideration placement={placement} dueOn={dueOn} />
			)}
			{isSite && (can.confirm || can.change || can.supervise) && (
				<SiteAnswer placement={placement} can={can} sent={actionData} onBehalf={side !== "host"} />
			)}
			{side === "student" && <StudentAnswerForm placement={placement} can={can} sent={actionData} />}
			{side !== "student" && isStudent && <AnswerForStudent placement={placement} can={can} sent={actionData} />}
			<PlacementEvents events={events} />
		</div>
	);
}
