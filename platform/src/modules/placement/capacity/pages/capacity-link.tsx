import { data, Form, Link } from "react-router";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { CopyButton } from "../../../../ui/CopyButton.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { makeCapacityLink, readAnswerPage } from "../service.server.ts";
import { capacityText } from "../text.ts";
import type { Route } from "./+types/capacity-link";
import { answerText } from "./answer.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	const page = (await reading((work) => readAnswerPage(work, params.capacityId))) ?? missing();
	if (page.as !== "keeper") missing();
	const { siteName, collectionId, collectionName, id, contactEmail } = page.capacity;
	return { siteName, collectionId, collectionName, id, contactEmail };
}

/** Makes a link and shows it this once: it is in this answer only, so there is no redirect. */
export async function action({ context, request, params }: Route.ActionArgs) {
	const { house, language, commanding } = representing(context, request);
	const outcome = await commanding((work) => makeCapacityLink(work, params.capacityId, language));
	if (outcome.refused) return data({ link: null, refused: outcome.refused }, 422);
	return data({ link: new URL(outcome.done.path, house.configuration.url).href, refused: [] }, 201);
}

export default function CapacityLink({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const answerWords = answerText[language];
	const { siteName, collectionId, collectionName, id } = loaderData;
	const title = answerWords.linkTitle(siteName);
	const back =
		collectionId === null ? `/placement/capacity/${id}/answer` : `/placement/capacity/collections/${collectionId}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader title={title} lead={answerWords.linkLead} trail={[{ to: back, label: collectionName ?? siteName }]} />
			{actionData && actionData.refused.length > 0 && (
				<Alert tone="danger">
					{actionData.refused.map(saying(language, capacityText[language].refusals)).join(" ")}
				</Alert>
			)}
			{actionData?.link ? (
				<div role="status" className="stack">
					<Alert tone="success" title={answerWords.linkMade}>
						<p>{answerWords.linkOnce}</p>
						<CopyButton value={actionData.link} label={answerWords.copy} />
					</Alert>
					<p>
						<Link className="ds-button" data-variant="secondary" to={back}>
							{collectionName ?? siteName}
						</Link>
					</p>
				</div>
			) : (
				<Form method="post">
					<button type="submit" className="ds-button">
						{answerWords.makeLink}
					</button>
				</Form>
			)}
		</div>
	);
}
