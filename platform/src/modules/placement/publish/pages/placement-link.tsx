import { data, Form } from "react-router";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { CopyButton } from "../../../../ui/CopyButton.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { makePlacementLink } from "../link.server.ts";
import { readPlacement } from "../service.server.ts";
import { publishText } from "../text.ts";
import type { Route } from "./+types/placement-link";
import { linkText } from "./link.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	const { placement, can } = (await reading((work) => readPlacement(work, params.placementId))) ?? missing();
	if (!can.link.site && !can.link.student) missing();
	return { id: placement.id, studentName: placement.studentName, siteName: placement.siteName, can: can.link };
}

/** Makes a link and shows it this once: it is in this answer only, so there is no redirect. */
export async function action({ context, request, params }: Route.ActionArgs) {
	const { house, commanding } = representing(context, request);
	const to: "site" | "student" = (await request.formData()).get("to") === "student" ? "student" : "site";
	const outcome = await commanding((work) => makePlacementLink(work, params.placementId, to));
	if (outcome.refused) return data({ link: null, to, refused: outcome.refused }, 422);
	return data({ link: new URL(outcome.done.path, house.configuration.url).href, to, refused: [] }, 201);
}

export default function PlacementLink({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = linkText[language];
	const { id, studentName, siteName, can } = loaderData;
	const nameOf = { site: siteName, student: studentName };
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader
				title={text.title}
				lead={text.lead}
				trail={[{ to: `/placement/placements/${id}`, label: studentName }]}
			/>
			{actionData && actionData.refused.length > 0 && (
				<Alert tone="danger">
					{actionData.refused.map(saying(language, publishText[language].refusals)).join(" ")}
				</Alert>
			)}
			{actionData?.link && (
				<div role="status">
					<Alert tone="success" title={text.made(nameOf[actionData.to])}>
						<p>{text.once}</p>
						<CopyButton value={actionData.link} label={text.copy} />
					</Alert>
				</div>
			)}
			<Form method="post" className="stack">
				{(["site", "student"] as const)
					.filter((to) => can[to])
					.map((to) => (
						<SubmitButton key={to} variant="secondary" name="to" value={to}>
							{text.make(nameOf[to])}
						</SubmitButton>
					))}
			</Form>
		</div>
	);
}
